using DataCatalog.Dcat;
using DataCatalog.Dcat.Mapping;
using DataCatalog.Dcat.Records;
using DataCatalog.Http;
using DataCatalog.Obligations.Judging;
using DataCatalog.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Obligations.Rules;

/// <summary>Which rules a list has.</summary>
/// <param name="Competences">Rules about one of them; empty for all.</param>
/// <param name="Acts">Rules that ask for one of them; empty for all.</param>
/// <param name="Condition">Rules that depend on it; null for all.</param>
/// <param name="Applies">Rules with one of these answers for the territory; empty for all.</param>
internal sealed record RuleFilter(
    IReadOnlyList<Concept> Competences, IReadOnlyList<string> Acts, string? Condition, IReadOnlyList<string> Applies)
{
    /// <summary>Reads the filter of a request; returns the first fault, or null.</summary>
    public static ProblemHttpResult? Read(ParameterReader parameters, RuleQuery query, ReferenceSnapshot known, out RuleFilter filter)
    {
        IReadOnlyList<string> competences = [], acts = [], condition = [];
        var fault = parameters.Text("q", query.Q, RuleQuery.MaxTextLength)
            ?? parameters.Codes("competence", query.Competence, Schemes.Competences, known, out competences)
            ?? parameters.Codes("act", query.Act, Schemes.Acts, known, out acts)
            ?? parameters.Codes(
                "condition",
                query.Condition is null ? null : [query.Condition],
                Schemes.Conditions,
                known,
                out condition,
                Applicability.Staff)
            ?? parameters.Choices("applies", query.Applies, Applicability.Answers)
            ?? (query is { Applies.Length: > 0, Territory: null } ? NeedsTerritory("applies") : null);
        filter = new RuleFilter(
            [.. competences.Select(code => known.FindConcept(Schemes.Competences, code)).OfType<Concept>()],
            acts,
            condition is [var only] ? only : null,
            query.Applies ?? []);
        return fault;
    }

    /// <summary>Refuses a parameter that means nothing without a territory.</summary>
    public static ProblemHttpResult NeedsTerritory(string name) => Problems.BadQuery(
        name, $"'{name}' is about the authority of a territory; give 'territory' too, such as territory=commune:35238.");

    public bool Includes(LegalRule rule, IReferences known) =>
        (Competences.Count == 0 || Competences.Any(competence => RuleCompetences.IsAbout(rule, competence, known)))
        && (Acts.Count == 0 || Acts.Contains(rule.Act, StringComparer.Ordinal))
        && (Condition is null || DependsOn(rule.Scope, Condition));

    public bool Includes(Duty duty) => Applies.Count == 0 || Applies.Contains(duty.Applies, StringComparer.Ordinal);

    private static bool DependsOn(RuleScope scope, string condition) => condition is Applicability.Staff
        ? scope.MinimumStaff is not null
        : scope.Conditions.Contains(condition, StringComparer.Ordinal);
}
