using DataCatalog.Dcat;
using DataCatalog.Dcat.Mapping;
using DataCatalog.Dcat.Records;
using DataCatalog.Dcat.Vocabulary;
using DataCatalog.Rdf;
using DataCatalog.Storage;

namespace DataCatalog.Harvesting;

/// <summary>
/// Describes entries as parts of the catalogue: the catalogue links to each and to its record, and nothing links back, since piveau takes
/// all that it can reach from a dataset for that dataset.
/// </summary>
internal sealed class CatalogGraph(CatalogIris iris)
{
    /// <summary>Describes the catalogue itself.</summary>
    /// <param name="graph">Where to.</param>
    /// <param name="mapping">The mapping.</param>
    /// <param name="catalog">The catalogue.</param>
    /// <param name="changed">The day of its last change.</param>
    public static Node DescribeCatalog(Graph graph, DcatMapping mapping, Catalog catalog, DateOnly changed) =>
        graph.DescribeRoot(mapping.Describe(graph, catalog, Later(changed, catalog.Issued?.FirstDay ?? DateOnly.MinValue)).Id);

    /// <summary>
    /// Adds some entries. The catalogue links to series by dcat:resource, the wider property: the official shapes want what dcat:dataset
    /// links to typed dcat:Dataset, and CKAN would take a series so typed for a dataset.
    /// </summary>
    /// <param name="graph">Where to.</param>
    /// <param name="mapping">The mapping.</param>
    /// <param name="slice">The entries.</param>
    /// <param name="editions">The ids of the datasets of a series.</param>
    public void Add(Graph graph, DcatMapping mapping, CatalogSlice slice, Func<string, IReadOnlyList<string>> editions)
    {
        Add(graph, mapping, DcatTerms.HasDataset, slice.Datasets, entry => mapping.Describe(graph, entry.Record));
        Add(graph, mapping, DcatTerms.HasResource, slice.Series, entry => mapping.Describe(graph, entry.Record, editions(entry.Record.Id)));
        Add(graph, mapping, DcatTerms.HasService, slice.Services, entry => mapping.Describe(graph, entry.Record));
    }

    private void Add<T>(Graph graph, DcatMapping mapping, Iri link, IEnumerable<Entry<T>> entries, Func<Entry<T>, Node> describe)
        where T : ICuratedRecord
    {
        foreach (var entry in entries)
        {
            var iri = (Iri)describe(entry).Id;
            graph.DescribeRoot(iri);
            var record = new CatalogRecord(entry.Entered, entry.Changed, entry.Record.Provenance);
            graph.Describe(iris.Catalog).Add(link, iri).Add(DcatTerms.HasRecord, mapping.Describe(graph, iri, record));
        }
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
