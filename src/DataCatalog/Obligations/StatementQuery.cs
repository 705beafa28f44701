using DataCatalog.Dcat.Records;
using DataCatalog.Http;
using DataCatalog.Obligations.Judging;
using DataCatalog.OpenApi;
using DataCatalog.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace DataCatalog.Obligations;

/// <summary>What a request may say about an authority.</summary>
internal record StatementQuery
{
    /// <summary>What the description lists of these parameters.</summary>
    public static readonly object[] Sets = [new CodesOf("has", Schemes.Conditions), new CodesOf("hasNot", Schemes.Conditions)];

    /// <summary>The largest staff that a request may say; no French local authority has so many.</summary>
    private const int MaxStaff = 1_000_000;

    /// <summary>The staff of the authority, in full-time equivalents. Some rules have a threshold.</summary>
    /// <example>60</example>
    [FromQuery(Name = "staff")]
    public int? Staff { get; init; }

    /// <summary>
    /// A condition that is true of the authority: a code of `/vocabularies/conditions`, such as `has-website`. May be repeated.
    /// </summary>
    /// <example>["has-website"]</example>
    [FromQuery(Name = "has")]
    public string[]? Has { get; init; }

    /// <summary>A condition that is not true of the authority: a code of `/vocabularies/conditions`. May be repeated.</summary>
    /// <example>["operates-charging-points"]</example>
    [FromQuery(Name = "hasNot")]
    public string[]? HasNot { get; init; }

    /// <summary>Reads what the request says; what it says twice, once as true and once as not, is refused.</summary>
    /// <param name="parameters">The reader of the request's parameters.</param>
    /// <param name="known">The current vocabularies.</param>
    /// <param name="statements">What the request says; only valid when there is no fault.</param>
    /// <returns>The first fault, or null.</returns>
    public ProblemHttpResult? Read(ParameterReader parameters, ReferenceSnapshot known, out Statements statements)
    {
        IReadOnlyList<string> has = [], hasNot = [];
        var fault = parameters.Number("staff", Staff, MaxStaff)
            ?? parameters.Codes("has", Has, Schemes.Conditions, known, out has)
            ?? parameters.Codes("hasNot", HasNot, Schemes.Conditions, known, out hasNot);
        statements = new Statements(Staff, [.. has.Order(StringComparer.Ordinal)], [.. hasNot.Order(StringComparer.Ordinal)]);
        return fault ?? (has.Intersect(hasNot, StringComparer.Ordinal).FirstOrDefault() is { } both
            ? Problems.BadQuery("hasNot", $"'has' and 'hasNot' both name '{both}'; give it in one of them.")
            : null);
    }
}
