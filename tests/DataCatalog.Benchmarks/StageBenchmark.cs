using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using DataCatalog.Datasets;
using DataCatalog.Dcat;
using DataCatalog.Dcat.Mapping;
using DataCatalog.Dcat.Records;
using DataCatalog.Harvesting;
using DataCatalog.Http;
using DataCatalog.Http.Bounds;
using DataCatalog.Rdf;
using DataCatalog.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DataCatalog.Benchmarks;

/// <summary>
/// Measures each stage of an answer that is rendered anew, on one thread: reading, mapping, writing in each syntax, compressing, hashing.
/// First for pages of the catalogue, each of them another one, then for single datasets.
/// </summary>
internal sealed class StageBenchmark
{
    private const int PageSize = 100;
    private const int Times = 300;

    /// <summary>
    /// The number of answers whose parts are kept to be mapped and written: more of them would make the collector work as no server does.
    /// </summary>
    private const int Kept = 8;

    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(6);
    private static readonly Syntax[] Syntaxes = [Syntax.NTriples, Syntax.JsonLd, Syntax.Turtle, Syntax.RdfXml];

    private readonly CatalogIris _iris;
    private readonly References _references;
    private readonly CatalogStore _catalog;
    private readonly CatalogGraph _parts;
    private readonly DatasetStore _datasets;
    private readonly RecordReader<Dataset> _reader;
    private readonly HarvestView _view;
    private readonly IReadOnlyList<string> _ids;

    private StageBenchmark(IServiceProvider services)
    {
        (_iris, _references) = (services.GetRequiredService<CatalogIris>(), services.GetRequiredService<References>());
        (_catalog, _parts) = (services.GetRequiredService<CatalogStore>(), services.GetRequiredService<CatalogGraph>());
        (_datasets, _reader) = (services.GetRequiredService<DatasetStore>(), services.GetRequiredService<RecordReader<Dataset>>());
        services.GetRequiredService<HarvestViews>().Read(new HarvestQuery(), out _view);
        _ids = _reader.Ids();
    }

    public static void Run(string path)
    {
        using var app = Composition.Build([$"--Catalog:Database={path}"]);
        app.Services.GetRequiredService<Database>().OpenExisting();
        var benchmark = new StageBenchmark(app.Services);
        Console.WriteLine($"a page of {PageSize}");
        benchmark.Measure(number => benchmark._catalog.After(
            benchmark._view, benchmark.PositionOf(number), PageSize + 1, out _).Take(PageSize));
        Console.WriteLine("one dataset");
        benchmark.Measure(number => new CatalogSlice { Datasets = [benchmark._reader.Find(benchmark._ids[number])!] });
    }

    private CatalogPosition PositionOf(int number) =>
        new(CatalogSection.Datasets, _ids[number * PageSize % Math.Max(1, _ids.Count - PageSize)]);

    private void Measure(Func<int, CatalogSlice> read)
    {
        Print("reading", number => read(number));
        var slices = Enumerable.Range(0, Kept).Select(number => read(number * Times / Kept)).ToList();
        Print("mapping", number => Describe(slices[number % Kept]));
        var graphs = slices.ConvertAll(Describe);
        foreach (var syntax in Syntaxes)
        {
            Print($"writing {syntax.Name}", number => Write(syntax, graphs[number % Kept]));
            Print($"all of {syntax.Name}", number => Write(syntax, Describe(read(number))));
            var bytes = Write(syntax, graphs[^1]);
            Print(string.Create(CultureInfo.InvariantCulture, $"compressing {bytes.Length} bytes"), _ => Compress(bytes));
        }

        Print("hashing 2,000 bytes", _ => SHA256.HashData(new byte[2000]));
    }

    private Graph Describe(CatalogSlice slice)
    {
        var graph = new Graph();
        var known = _references.Current;
        var mapping = new DcatMapping(_iris, known);
        CatalogGraph.DescribeCatalog(graph, mapping, known.Catalog, _catalog.LastChangeDay());
        _parts.Add(graph, mapping, slice, _datasets.IdsInSeries);
        return graph;
    }

    private byte[] Write(Syntax syntax, Graph graph)
    {
        using var output = new CancellableStream(CancellationToken.None);
        syntax.Write(graph, _iris, output);
        return output.ToArray();
    }

    private static byte[] Compress(byte[] bytes)
    {
        using var output = new MemoryStream();
        using (var brotli = new BrotliStream(output, CompressionLevel.Fastest))
        {
            brotli.Write(bytes);
        }

        return output.ToArray();
    }

    /// <summary>
    /// Repeats some work and prints its times, what it allocates, and the processor time of the whole process, the collector included:
    /// the only figure that other programs on the machine do not change much.
    /// </summary>
    private static void Print(string stage, Action<int> work)
    {
        Measures.Of(Times / 3, AtMost / 3, work);
        var (bytes, processor) = (GC.GetAllocatedBytesForCurrentThread(), Environment.CpuUsage.TotalTime);
        var collections = GC.CollectionCount(0);
        var measures = Measures.Of(Times, AtMost, work);
        var allocated = (GC.GetAllocatedBytesForCurrentThread() - bytes) / measures.Count / 1000.0;
        var milliseconds = (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds / measures.Count;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {stage,-28} {measures}  {milliseconds,8:0.000} ms of processor  {allocated,9:0.0} KB")
            + string.Create(CultureInfo.InvariantCulture, $"  {GC.CollectionCount(0) - collections} collections"));
    }
}
