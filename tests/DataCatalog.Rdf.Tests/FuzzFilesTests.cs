using FsCheck;
using FsCheck.Fluent;

namespace DataCatalog.Rdf.Tests;

/// <summary>Writes the graphs that tests/conformance/rdf-fuzz.mjs reads with parsers that this project did not write.</summary>
public sealed class FuzzFilesTests
{
    private const int Count = 200;
    private const int GraphSize = 60;

    [Fact]
    public void Random_graphs_are_written_in_four_syntaxes_for_independent_parsers()
    {
        var given = Environment.GetEnvironmentVariable("RDF_FUZZ_OUTPUT");
        var folder = given is null ? Directory.CreateTempSubdirectory("rdf-fuzz").FullName : Directory.CreateDirectory(given).FullName;
        try
        {
            WriteAll(folder, Graphs());
            AssertWritten(folder, Graphs());
        }
        finally
        {
            if (given is null)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static RandomGraph[] Graphs() =>
        [.. RandomGraphs.All.Where(graph => graph.Triples.Count > 0).Sample(Count, new Rnd(20210127, 1), GraphSize)];

    private static void WriteAll(string folder, RandomGraph[] graphs)
    {
        foreach (var (number, random) in graphs.Index())
        {
            foreach (var extension in Documents.Writers.Keys)
            {
                File.WriteAllBytes(PathOf(folder, number, extension), Documents.Bytes(random.Build(), extension));
            }
        }
    }

    private static void AssertWritten(string folder, RandomGraph[] graphs)
    {
        Assert.Equal(Count, graphs.Length);
        foreach (var (number, random) in graphs.Index())
        {
            foreach (var extension in Documents.Writers.Keys)
            {
                var bytes = File.ReadAllBytes(PathOf(folder, number, extension));
                Assert.NotEmpty(bytes);
                Assert.Equal(Documents.Bytes(random.Build(), extension), bytes);
            }
        }
    }

    private static string PathOf(string folder, int number, string extension) => Path.Combine(folder, $"{number:D3}.{extension}");
}
