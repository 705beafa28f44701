using System.Globalization;
using DataCatalog.Datasets;
using DataCatalog.Dcat;
using DataCatalog.Dcat.Mapping;
using DataCatalog.Dcat.Vocabulary;
using DataCatalog.Http;
using DataCatalog.Rdf;
using DataCatalog.Storage;

namespace DataCatalog.Harvesting;

/// <summary>
/// The whole catalogue, as graphs that follow one another: the catalogue itself, then its datasets, series and services by the hundred,
/// so that a large one is never in memory at once.
/// </summary>
internal sealed class CatalogExport(CatalogIris iris, Database database, References references, CatalogGraph parts)
{
    private const int EntriesInGraph = 100;

    /// <summary>The syntaxes by their names on the command line and in file names.</summary>
    public static readonly IReadOnlyDictionary<string, Syntax> Formats = new Dictionary<string, Syntax>(StringComparer.Ordinal)
    {
        ["ttl"] = Syntax.Turtle,
        ["jsonld"] = Syntax.JsonLd,
        ["rdf"] = Syntax.RdfXml,
        ["nt"] = Syntax.NTriples,
    };

    /// <summary>Writes the catalogue as it is now.</summary>
    /// <param name="format">A key of <see cref="Formats"/>.</param>
    /// <param name="output">Stays open.</param>
    public void Write(string format, Stream output)
    {
        using var snapshot = database.OpenSnapshot();
        using var document = Formats[format].Begin(iris, output);
        foreach (var part in Parts(snapshot))
        {
            document.Write(part.Graph);
        }
    }

    /// <summary>The parts of the catalogue as a snapshot has it.</summary>
    /// <exception cref="InvalidOperationException">An entry names something that is not there, or no longer.</exception>
    public IEnumerable<CatalogPart> Parts(Snapshot snapshot)
    {
        var mapping = new DcatMapping(iris, references.Current);
        var graph = new Graph();
        CatalogGraph.DescribeCatalog(graph, mapping, CatalogStore.Changed(snapshot.Connection))
            .Add(Owl.VersionInfo, Literal.Of(snapshot.Sequence.ToString(CultureInfo.InvariantCulture)));
        yield return new CatalogPart(graph, new CatalogSlice());
        foreach (var slice in CatalogStore.Slices(snapshot.Connection, EntriesInGraph))
        {
            graph = new Graph();
            parts.Add(graph, mapping, slice, id => DatasetStore.IdsInSeries(snapshot.Connection, id));
            yield return new CatalogPart(graph, slice);
        }
    }
}

/// <summary>A part of the catalogue.</summary>
/// <param name="Graph">What it says.</param>
/// <param name="Slice">The entries that it says it of.</param>
internal sealed record CatalogPart(Graph Graph, CatalogSlice Slice);
