using DataCatalog.Dcat.Records;
using DataCatalog.Storage;

namespace DataCatalog.Models;

/// <summary>Writes the models: the data that local authorities are expected to produce.</summary>
internal static class ModelStore
{
    public static readonly RecordWriter<Model> Writer = new([Kinds.Concept], Link.ToConcepts);
}
