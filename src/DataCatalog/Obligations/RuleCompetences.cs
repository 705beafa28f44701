using DataCatalog.Dcat;
using DataCatalog.Dcat.Records;

namespace DataCatalog.Obligations;

/// <summary>Tells which competences rules are about: those that the rule names, and those of its models.</summary>
internal static class RuleCompetences
{
    public static IEnumerable<string> Of(LegalRule rule, IReferences references) => rule.Scope.Competences
        .Concat(rule.Models.SelectMany(id => references.FindModel(id)?.Competences ?? []))
        .Distinct(StringComparer.Ordinal);

    /// <summary>Whether a rule is about a competence, or about one of a group.</summary>
    public static bool IsAbout(LegalRule rule, Concept competence, IReferences references) => Of(rule, references).Any(code =>
        string.Equals(code, competence.Code, StringComparison.Ordinal)
        || string.Equals(
            references.FindConcept(Schemes.Competences, code)?.Broader, competence.Code, StringComparison.Ordinal));
}
