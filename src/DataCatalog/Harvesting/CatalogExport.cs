using System.Globalization;
using DataCatalog.Datasets;
using DataCatalog.Dcat;
using DataCatalog.Dcat.Mapping;
using DataCatalog.Dcat.Vocabulary;
using DataCatalog.Rdf;
using DataCatalog.Storage;

namespace DataCatalog.Harvesting;

/// <summary>
/// Writes the whole catalogue as a sequence of graphs, so that a large one is never in memory at once: the catalogue itself, then its
/// datasets, series and services, a hundred to a graph.
/// </summary>
internal sealed class CatalogExport(CatalogIris iris, Database database, References references, CatalogGraph parts)
{
    private const int EntriesInGraph = 100;

    /// <summary>Writes the catalogue as it is now.</summary>
    /// <param name="format">The form of the file.</param>
    /// <param name="output">The stream to write to; it stays open.</param>
    public void Write(ExportFormat format, Stream output)
    {
        using var snapshot = database.OpenSnapshot();
        using var document = format.Syntax.Begin(iris, output);
        foreach (var part in Parts(snapshot))
        {
            document.Write(format.View(part.Graph));
        }
    }

    /// <summary>Describes the catalogue of a snapshot, part by part.</summary>
    /// <exception cref="InvalidOperationException">An entry refers to a record that is not in the database.</exception>
    public IEnumerable<CatalogPart> Parts(Snapshot snapshot)
    {
        var known = references.Current;
        var mapping = new DcatMapping(iris, known);
        var graph = new Graph();
        CatalogGraph.DescribeCatalog(graph, mapping, known.Catalog, CatalogStore.LastChangeDay(snapshot.Connection))
            .Add(Owl.VersionInfo, Literal.Of(snapshot.Sequence.ToString(CultureInfo.InvariantCulture)));
        yield return new CatalogPart(graph, new CatalogSlice());
        foreach (var slice in CatalogStore.Slices(snapshot.Connection, EntriesInGraph))
        {
            known.ReadTerritories(slice.Territories);
            graph = new Graph();
            parts.Add(graph, mapping, slice, id => DatasetStore.IdsInSeries(snapshot.Connection, id));
            yield return new CatalogPart(graph, slice);
        }
    }
}

/// <summary>A part of the catalogue.</summary>
/// <param name="Graph">The description of the part.</param>
/// <param name="Slice">The entries that it describes.</param>
internal sealed record CatalogPart(Graph Graph, CatalogSlice Slice);
