using System.Xml.Linq;

namespace DataCatalog.Rdf.Tests;

public sealed class RdfXmlTests
{
    private static readonly Iri Subject = new("http://example.org/s");

    [Theory]
    [InlineData("a\rb")]
    [InlineData("\r\n")]
    [InlineData("  ")]
    [InlineData("\n\tindented\n")]
    [InlineData("]]>")]
    [InlineData("")]
    public void A_text_survives_RDF_XML_with_its_white_space(string text)
    {
        var graph = GraphOf(Rdfs.Label, Literal.Of(text));
        Assert.Equal(graph.Triples, RdfXmlReader.Read(Documents.Bytes(graph, "rdf")));
    }

    [Fact]
    public void A_carriage_return_is_written_as_a_character_reference() =>
        Assert.Contains(">a&#xD;b<", Documents.Text(GraphOf(Rdfs.Label, Literal.Of("a\rb")), "rdf"), StringComparison.Ordinal);

    [Fact]
    public void Only_the_first_class_names_the_element()
    {
        var root = Read(GraphOf(RdfTerms.Type, SampleVocabulary.Dcat["Dataset"], new Iri("http://example.org/Thing")));
        var node = Assert.Single(root.Elements());
        Assert.Equal("Dataset", node.Name.LocalName);
        Assert.Single(node.Elements());
    }

    [Theory]
    [InlineData("http://example.org/123")]
    [InlineData("http://www.w3.org/1999/02/22-rdf-syntax-ns#Description")]
    public void A_class_that_XML_cannot_name_is_a_property(string type)
    {
        var graph = GraphOf(RdfTerms.Type, new Iri(type));
        Assert.Equal("Description", Assert.Single(Read(graph).Elements()).Name.LocalName);
        Assert.Equal(graph.Triples, RdfXmlReader.Read(Documents.Bytes(graph, "rdf")));
    }

    [Fact]
    public void A_generated_prefix_does_not_take_one_that_is_given()
    {
        using var output = new MemoryStream();
        var given = new Namespace("ns1", "http://given.example/");
        var graph = GraphOf(new Iri("http://other.example/p"), Subject);
        graph.Describe(Subject).Add(given["q"], Subject);
        RdfXmlWriter.WriteDocument(graph, [given], output);
        Assert.Equal(graph.Triples, RdfXmlReader.Read(output.ToArray()));
    }

    [Fact]
    public void The_prefix_rdf_may_belong_to_another_namespace()
    {
        using var output = new MemoryStream();
        var graph = GraphOf(new Iri("http://given.example/p"), Literal.Of("5", Xsd.Integer));
        RdfXmlWriter.WriteDocument(graph, [new Namespace("rdf", "http://given.example/")], output);
        Assert.Equal(graph.Triples, RdfXmlReader.Read(output.ToArray()));
    }

    private static XElement Read(Graph graph)
    {
        using var input = new MemoryStream(Documents.Bytes(graph, "rdf"));
        return XDocument.Load(input).Root!;
    }

    private static Graph GraphOf(Iri predicate, params Term[] values)
    {
        var graph = new Graph();
        graph.DescribeRoot(Subject).Add(predicate, values);
        return graph;
    }
}
