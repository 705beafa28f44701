using DataCatalog.Dcat.Records;
using DataCatalog.Storage;

namespace DataCatalog.Concepts;

/// <summary>Writes the vocabularies.</summary>
internal static class SchemeStore
{
    public static readonly RecordWriter<ConceptScheme> Writer = new([], _ => []);
}
