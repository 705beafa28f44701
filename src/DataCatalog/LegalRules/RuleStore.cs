using DataCatalog.Dcat.Records;
using DataCatalog.Storage;

namespace DataCatalog.LegalRules;

/// <summary>Writes the rules of law: what local authorities must do, and what they may ask for.</summary>
internal static class RuleStore
{
    public static readonly RecordWriter<LegalRule> Writer = new(
        [Kinds.Concept, Kinds.Dataset, Kinds.Model, Kinds.Territory],
        rule =>
        [
            .. Link.ToConcepts(rule),
            .. Link.To(Kinds.Model, "models", rule.Models),
            .. Link.To(Kinds.Dataset, "shownBy", rule.ShownBy),
            .. Link.To(Kinds.Territory, "scope.onlyIn", rule.Scope.OnlyIn),
            .. Link.To(Kinds.Territory, "scope.exceptIn", rule.Scope.ExceptIn),
            .. Link.To(Kinds.Territory, "scope.extendsTo", rule.Scope.ExtendsTo),
        ]);
}
