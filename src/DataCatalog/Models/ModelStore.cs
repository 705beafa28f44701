using DataCatalog.Dcat.Records;
using DataCatalog.Storage;

namespace DataCatalog.Models;

/// <summary>Writes the models (the data that local authorities are expected to produce), and finds the rules that name them.</summary>
internal sealed class ModelStore(RecordReader<LegalRule> rules)
{
    public static readonly RecordWriter<Model> Writer = new([Kinds.Concept], Link.ToConcepts);

    /// <summary>Lists the living rules of law that name a model, by id: a withdrawn rule has no links.</summary>
    public IReadOnlyList<LegalRule> RulesOf(string id) =>
    [
        .. rules
            .Linked("join rule_model l on l.rule_id = t.id where l.field = 'models' and l.model_id = @id", id)
            .Select(entry => entry.Record),
    ];
}
