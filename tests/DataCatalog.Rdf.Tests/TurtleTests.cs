namespace DataCatalog.Rdf.Tests;

public sealed class TurtleTests
{
    private static readonly BlankNode[] Blanks = [new("b0"), new("b1"), new("b2")];
    private static readonly Iri Next = new("urn:next");

    [Fact]
    public void A_blank_node_mentioned_once_stands_in_brackets()
    {
        var graph = Linked(new Iri("urn:s"), Blanks[0]);
        graph.Describe(Blanks[0]).Add(Next, Literal.Of("x"));
        Assert.Equal("\n<urn:s>\n    <urn:next> [\n        <urn:next> \"x\"\n    ] .\n", Write(graph));
    }

    [Fact]
    public void A_blank_node_mentioned_twice_has_a_label_and_its_own_block()
    {
        var graph = Linked(new Iri("urn:s"), Blanks[0], Blanks[1]);
        graph.Describe(Blanks[0]).Add(Next, Blanks[1]);
        graph.Describe(Blanks[1]).Add(Next, Literal.Of("x"));
        Assert.Contains("\n_:b1\n", Write(graph), StringComparison.Ordinal);
    }

    [Fact]
    public void Blank_nodes_on_a_cycle_all_have_labels_and_what_hangs_below_does_not()
    {
        var graph = Linked(Blanks[0], Blanks[1]);
        graph.Describe(Blanks[1]).Add(Next, [Blanks[0], Blanks[2]]);
        Assert.Equal("\n_:b0\n    <urn:next> _:b1 .\n\n_:b1\n    <urn:next> _:b0,\n        [] .\n", Write(graph));
    }

    [Fact]
    public void A_blank_node_that_mentions_itself_has_a_label() =>
        Assert.Equal("\n_:b0\n    <urn:next> _:b0 .\n", Write(Linked(Blanks[0], Blanks[0])));

    [Fact]
    public void Only_prefixes_in_use_are_declared_and_odd_local_names_stay_whole()
    {
        var graph = Linked(SampleVocabulary.Dct["a"], SampleVocabulary.Foaf["a/b"], SampleVocabulary.Foaf[""], SampleVocabulary.Foaf["a."]);
        Assert.StartsWith("@prefix dct: <http://purl.org/dc/terms/> .\n\ndct:a\n", Write(graph), StringComparison.Ordinal);
        Assert.DoesNotContain("foaf:", Write(graph), StringComparison.Ordinal);
    }

    private static string Write(Graph graph) => Documents.Text(graph, "ttl");

    private static Graph Linked(Resource subject, params Resource[] objects)
    {
        var graph = new Graph();
        graph.DescribeRoot(subject).Add(Next, objects);
        return graph;
    }
}
