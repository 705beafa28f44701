using System.ComponentModel.DataAnnotations;
using DataCatalog.Dcat.Records;
using DataCatalog.Http;
using DataCatalog.Obligations.Judging;
using DataCatalog.OpenApi;
using Microsoft.AspNetCore.Mvc;

namespace DataCatalog.Obligations.Rules;

/// <summary>The query parameters of a request for the list of rules.</summary>
internal sealed record RuleQuery : StatementQuery
{
    /// <summary>The maximal length of <c>q</c>, in characters.</summary>
    public const int MaxTextLength = 200;

    /// <summary>What the description lists of these parameters.</summary>
    public static readonly object[] AllSets =
    [
        .. Sets, new CodesOf("act", Schemes.Acts), new ClosedSet("applies", Applicability.Answers),
        new ClosedSet("separator", SheetForm.Separators),
    ];

    /// <summary>
    /// Words that the rule has: in what must be done, its article, destination, competences, models or conditions; when no rule has all of
    /// them, those with the most telling ones. At most 200 characters.
    /// </summary>
    /// <example>délibérations</example>
    [FromQuery(Name = "q"), MaxLength(MaxTextLength)]
    public string? Q { get; init; }

    /// <summary>
    /// A typed code: each rule then says whether it applies to the authority of this territory, what the catalogue sees, and what to do
    /// next (`duty`).
    /// </summary>
    /// <example>commune:35238</example>
    [FromQuery(Name = "territory")]
    public string? Territory { get; init; }

    /// <summary>Only rules about this competence, or this group of competences. May be repeated.</summary>
    /// <example>["eau-potable"]</example>
    [FromQuery(Name = "competence")]
    public string[]? Competence { get; init; }

    /// <summary>Only rules that ask for this kind of act. May be repeated.</summary>
    /// <example>["publish"]</example>
    [FromQuery(Name = "act")]
    public string[]? Act { get; init; }

    /// <summary>With `territory`: only rules with this answer. May be repeated.</summary>
    /// <example>["yes"]</example>
    [FromQuery(Name = "applies")]
    public string[]? Applies { get; init; }

    /// <summary>
    /// Only rules that depend on this condition: a code of `/vocabularies/conditions`, or `staff` for those with a threshold of staff.
    /// </summary>
    /// <example>has-website</example>
    [FromQuery(Name = "condition")]
    public string? Condition { get; init; }

    /// <summary>The page, from 1. Past the last one: 404.</summary>
    /// <example>1</example>
    [FromQuery(Name = "page")]
    public int? Page { get; init; }

    /// <summary>Rules on a page (at most 100 unless the service is set otherwise; in CSV 1,000). More: 400.</summary>
    /// <example>20</example>
    [FromQuery(Name = "pageSize")]
    public int? PageSize { get; init; }

    /// <summary>
    /// CSV only: `comma` (default), or `semicolon` for a French spreadsheet, which also adds a byte order mark unless `bom=false`.
    /// </summary>
    /// <example>semicolon</example>
    [FromQuery(Name = "separator")]
    public string? Separator { get; init; }

    /// <summary>CSV only: whether the file begins with a byte order mark.</summary>
    /// <example>true</example>
    [FromQuery(Name = "bom")]
    public bool? Bom { get; init; }
}
