using static DataCatalog.Rdf.Tests.SampleVocabulary;

namespace DataCatalog.Rdf.Tests;

public sealed class SharedDescriptionTests
{
    private static readonly Iri Dataset = new("http://example.org/dataset");
    private static readonly Iri Other = new("http://example.org/other");
    private static readonly Iri Agent = new("http://example.org/agent");
    private static readonly Iri Home = new("http://example.org/home");

    [Theory]
    [InlineData("nt")]
    [InlineData("ttl")]
    [InlineData("rdf")]
    [InlineData("jsonld")]
    public void A_document_has_the_bytes_of_one_whose_graph_shares_nothing(string extension)
    {
        var shared = new SharedDescription(DescribeAgent);
        Assert.Equal(Documents.Text(Of(DescribeAgent), extension), Documents.Text(Of(graph => graph.Include(shared)), extension));
        Assert.Equal(
            Documents.Text(Of(DescribeAgent).InLanguage("en"), extension),
            Documents.Text(Of(graph => graph.Include(shared)).InLanguage("en"), extension));
    }

    [Fact]
    public void A_graph_counts_descriptions_at_each_place()
    {
        var shared = new SharedDescription(DescribeAgent);
        Assert.Equal(Of(DescribeAgent).DescriptionCount, Of(graph => graph.Include(shared)).DescriptionCount);
    }

    [Theory]
    [InlineData("nt")]
    [InlineData("jsonld")]
    public void Another_description_at_the_same_place_adds_to_it_in_that_graph_alone(string extension)
    {
        var shared = new SharedDescription(DescribeAgent);
        var alone = Of(graph => graph.Include(shared));
        var before = Documents.Text(alone, extension);
        Assert.Equal(
            Documents.Text(WithMore(DescribeAgent), extension), Documents.Text(WithMore(graph => graph.Include(shared)), extension));
        Assert.Equal(before, Documents.Text(alone, extension));
    }

    [Fact]
    public void A_shared_description_inside_another_is_included_with_it()
    {
        var home = new SharedDescription(graph => graph.DescribeInside(Home).OfType(Foaf["Document"]));
        var agent = new SharedDescription(graph =>
            graph.DescribeInside(Agent).OfType(Foaf["Agent"]).Add(Foaf["homepage"], graph.Include(home)));
        var graph = new Graph();
        graph.DescribeRoot(Dataset).Add(Dct["publisher"], graph.Include(agent));
        Assert.Contains(new Triple(Home, RdfTerms.Type, Foaf["Document"]), graph.Triples);
        Assert.Contains("foaf:Document", Documents.Text(graph, "jsonld"), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_can_be_added_to_a_shared_description()
    {
        var node = new Graph().Include(new SharedDescription(DescribeAgent));
        Assert.Throws<InvalidOperationException>(() => node.Add(Dct["title"], Literal.Of("new")));
        Assert.Throws<InvalidOperationException>(() => node.OfType(Foaf["Agent"]));
    }

    [Fact]
    public void A_shared_description_with_a_blank_node_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new SharedDescription(
            graph => graph.DescribeInside(new BlankNode("b")).OfType(Foaf["Agent"])));
        Assert.Throws<ArgumentException>(() => new SharedDescription(
            graph => graph.DescribeInside(Agent).Add(Dct["publisher"], new BlankNode("b"))));
    }

    private static Node DescribeAgent(Graph graph) => graph.DescribeInside(Agent)
        .OfType(Foaf["Agent"])
        .Add(Dct["title"], [Literal.InLanguage("Ville", "fr"), Literal.InLanguage("City", "en")])
        .Add(Foaf["homepage"], graph.DescribeInside(Home).OfType(Foaf["Document"]));

    /// <summary>A graph that mentions the agent twice, and describes its page before and itself after.</summary>
    private static Graph Of(Func<Graph, Node> describe)
    {
        var graph = new Graph();
        graph.DescribeRoot(Home).Add(Dct["title"], Literal.InLanguage("Accueil", "fr"));
        graph.DescribeRoot(Dataset).Add(Dct["publisher"], describe(graph));
        graph.DescribeRoot(Other).Add(Dct["publisher"], describe(graph));
        graph.DescribeRoot(Agent).Add(Dct["identifier"], Literal.Of("ville"));
        return graph;
    }

    private static Graph WithMore(Func<Graph, Node> describe)
    {
        var graph = Of(describe);
        graph.Describe(Dataset).Add(Dct["publisher"], graph.DescribeInside(Agent).Add(Dct["identifier"], Literal.Of("mairie")));
        return graph;
    }
}
