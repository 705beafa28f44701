using DataCatalog.Datasets;
using DataCatalog.Dcat;
using DataCatalog.Dcat.Mapping;
using DataCatalog.Dcat.Records;
using DataCatalog.Index.Columns;
using DataCatalog.Rdf;
using DataCatalog.Storage;

namespace DataCatalog.Search.Everything;

/// <summary>Adds to the entries of a page what distinguishes each from others of the same name, and where its datasets are.</summary>
internal sealed class FoundEntries(CatalogIris iris, DatasetStore datasets)
{
    /// <summary>Returns the entries of a page; reads the datasets among them.</summary>
    public IReadOnlyList<FoundEntry> Of(SearchSession session, EntryBook book, IReadOnlyList<MixedEntry> page)
    {
        var records = Read(session, page.Select(entry => entry.Dataset).OfType<Row>());
        return
        [
            .. page.Select(entry => entry.Entry is { } known ? Of(known, book.References)
                : records.GetValueOrDefault(entry.Dataset!.Id) is { } dataset ? Of(dataset, book.References)
                : null).OfType<FoundEntry>(),
        ];
    }

    /// <summary>Returns some datasets as entries.</summary>
    public static IEnumerable<FoundEntry> Of(SearchSession session, EntryBook book, IReadOnlyList<Row> rows) =>
        Read(session, rows).Values.OrderBy(dataset => Index(rows, dataset.Id)).Select(dataset => Of(dataset, book.References));

    /// <summary>Returns an entry that is no dataset.</summary>
    public FoundEntry Of(KnownEntry entry, ReferenceSnapshot known) =>
        new(entry.Kind, entry.Record, DetailOf(entry, known), FilterOf(entry) is { } filter ? Search(filter, entry.Identifier) : null);

    /// <summary>Returns the IRI of an entry.</summary>
    public Iri IriOf(IRecord record) => record switch
    {
        Dataset dataset => iris.Dataset(dataset.Id),
        DataService service => iris.Service(service.Id),
        LegalRule rule => iris.Rule(rule.Id),
        Model model => iris.Model(model.Id),
        Agent agent => iris.Agent(agent.Id),
        _ => iris.Concept((Concept)record),
    };

    /// <summary>Returns the description or the definition of an entry, in French; null when it has none.</summary>
    public static string? TextOf(IRecord record) => record switch
    {
        Dataset dataset => dataset.Description["fr"],
        DataService service => service.Description["fr"],
        Model model => model.Description["fr"],
        Concept concept => concept.Definition?["fr"],
        _ => null,
    };

    /// <summary>Returns what distinguishes an entry from others of the same name; null for nothing.</summary>
    public static string? DetailOf(KnownEntry entry, ReferenceSnapshot known) => entry.Record switch
    {
        DataService service => NameOf(service.Publisher, known),
        LegalRule rule => rule.Article,
        Model { Schema: { } schema } => known.FindConcept(Schemes.Standards, schema)?.Label["fr"],
        Agent { Kind: { } kind } => known.FindConcept(Schemes.ProducerKinds, kind)?.Label["fr"],
        Concept { Broader: { } broader } concept => known.FindConcept(concept.Scheme, broader)?.Label["fr"],
        _ => null,
    };

    /// <summary>Returns the filter of the datasets of an entry; null when it has no datasets of its own.</summary>
    public string? FilterOf(KnownEntry entry) => entry.Kind switch
    {
        EntryKind.Competence => "competence",
        EntryKind.Publisher when datasets.Publishers().Contains(entry.Identifier, StringComparer.Ordinal) => "publisher",
        EntryKind.Licence => "licence",
        EntryKind.AccessRegime => "access",
        _ => null,
    };

    private static FoundEntry Of(Dataset dataset, ReferenceSnapshot known) =>
        new(EntryKind.Dataset, dataset, NameOf(dataset.Publisher, known), SeeAlso: null);

    private static string? NameOf(string publisher, ReferenceSnapshot known) => known.FindAgent(publisher)?.Name["fr"];

    private static Dictionary<string, Dataset> Read(SearchSession session, IEnumerable<Row> rows) => RecordReader<Dataset>
        .Find(session.Snapshot.Connection, [.. rows.Select(row => row.Id)])
        .ToDictionary(entry => entry.Record.Id, entry => entry.Record, StringComparer.Ordinal);

    private static int Index(IReadOnlyList<Row> rows, string id) =>
        rows.TakeWhile(row => !string.Equals(row.Id, id, StringComparison.Ordinal)).Count();

    private Iri Search(string filter, string value) => iris.At($"datasets?{filter}={Uri.EscapeDataString(value)}");
}
