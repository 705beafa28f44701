using DataCatalog.Datasets;
using DataCatalog.Dcat;
using DataCatalog.Dcat.Mapping;
using DataCatalog.Dcat.Records;
using DataCatalog.Dcat.Vocabulary;
using DataCatalog.Home;
using DataCatalog.Http;
using DataCatalog.Rdf;
using DataCatalog.Series;
using DataCatalog.Services;
using DataCatalog.Storage;

namespace DataCatalog.Export;

/// <summary>The whole catalogue as one graph: the catalogue itself, its records, its datasets, services and series.</summary>
internal sealed class CatalogExport(CatalogIris iris, References references, DatasetStore datasets, ServiceStore services, SeriesStore series)
{
    /// <summary>The syntaxes by their names on the command line.</summary>
    public static readonly IReadOnlyDictionary<string, Syntax> Formats = new Dictionary<string, Syntax>(StringComparer.Ordinal)
    {
        ["ttl"] = Syntax.Turtle,
        ["jsonld"] = Syntax.JsonLd,
        ["rdf"] = Syntax.RdfXml,
        ["nt"] = Syntax.NTriples,
    };

    /// <summary>Writes the catalogue.</summary>
    /// <param name="format">A key of <see cref="Formats"/>.</param>
    /// <param name="output">Stays open.</param>
    public void Write(string format, Stream output) => Formats[format].Write(Describe(), iris, output);

    private Graph Describe()
    {
        var graph = new Graph();
        var mapping = new DcatMapping(iris, references.Current);
        var (allDatasets, allServices, allSeries) = (datasets.All().ToList(), services.All().ToList(), series.All().ToList());
        IEnumerable<DateOnly> changes =
        [
            AboutCatalog.Catalog.Issued,
            .. allDatasets.Select(entry => entry.Changed),
            .. allServices.Select(entry => entry.Changed),
            .. allSeries.Select(entry => entry.Changed),
        ];
        graph.DescribeRoot(mapping.Describe(graph, AboutCatalog.Catalog, changes.Max()));
        Add(mapping, graph, DcatTerms.HasDataset, allDatasets, entry => mapping.Describe(graph, entry.Record));
        Add(mapping, graph, DcatTerms.HasService, allServices, entry => mapping.Describe(graph, entry.Record));
        Add(mapping, graph, DcatTerms.HasDataset, allSeries, entry => mapping.Describe(graph, entry.Record, datasets.IdsInSeries(entry.Record.Id)));
        return graph;
    }

    /// <summary>Adds entries of one kind to the catalogue, each with its record.</summary>
    private void Add<T>(DcatMapping mapping, Graph graph, Iri link, IEnumerable<Entry<T>> entries, Func<Entry<T>, Iri> describe)
        where T : ICuratedRecord
    {
        var catalog = graph.Describe(iris.Catalog);
        foreach (var entry in entries)
        {
            var iri = describe(entry);
            graph.DescribeRoot(iri);
            var record = new CatalogRecord(entry.Entered, entry.Changed, entry.Record.Provenance);
            catalog.Add(link, iri).Add(DcatTerms.HasRecord, mapping.Describe(graph, iri, record));
        }
    }
}
