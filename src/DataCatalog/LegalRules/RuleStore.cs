using DataCatalog.Dcat.Records;
using DataCatalog.Storage;

namespace DataCatalog.LegalRules;

/// <summary>Writes the rules of law: what local authorities must do, and what they may ask for.</summary>
internal static class RuleStore
{
    public static readonly RecordWriter<LegalRule> Writer = new(
        [Kinds.Concept, Kinds.Model],
        rule => [.. Link.ToConcepts(rule), .. Link.To(Kinds.Model, "models", rule.Models)]);
}
