using System.Text.Json;

namespace DataCatalog.Rdf.Tests;

/// <summary>Documents grow with their graphs, never with the square; chains end neither our stack nor that of readers.</summary>
public sealed class SizeTests
{
    private const int Count = 5000;
    private const int BytesPerTriple = 400;
    private static readonly Iri Next = new("http://example.org/next");

    [Fact]
    public void A_long_chain_of_blank_nodes_is_read_by_parsers_with_a_depth_limit()
    {
        var graph = new Graph();
        graph.DescribeRoot(Blank(0));
        AddChain(graph, Blank);
        AssertSizes(graph);
        using var document = JsonDocument.Parse(Documents.Text(graph, "jsonld"));
        Assert.True(document.RootElement.TryGetProperty("@graph", out _));
    }

    [Fact]
    public void A_hub_with_many_members_is_not_repeated_in_each_of_its_neighbours()
    {
        var graph = new Graph();
        for (var index = 0; index < Count; index++)
        {
            graph.DescribeRoot(Node(index)).Add(Next, Node(Count));
            graph.Describe(Node(Count)).Add(Next, Node(Count + index + 1));
            graph.Describe(Node(Count + index + 1)).Add(Rdfs.Label, Literal.Of("leaf"));
        }

        AssertSizes(graph);
    }

    [Fact]
    public void A_long_chain_of_named_nodes_without_roots_is_written()
    {
        var graph = new Graph();
        AddChain(graph, Node);
        AssertSizes(graph);
    }

    private static void AddChain(Graph graph, Func<int, Resource> resource)
    {
        for (var index = 0; index < Count; index++)
        {
            graph.Describe(resource(index)).Add(Next, resource(index + 1));
        }
    }

    private static void AssertSizes(Graph graph)
    {
        foreach (var extension in Documents.Writers.Keys)
        {
            Assert.InRange(Documents.Bytes(graph, extension).Length, 1, graph.Triples.Count() * BytesPerTriple);
        }
    }

    private static Resource Blank(int index) => new BlankNode($"b{index}");

    private static Resource Node(int index) => new Iri($"http://example.org/{index}");
}
