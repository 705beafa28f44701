namespace DataCatalog.Rdf.Tests;

public sealed class BadInputTests
{
    private static readonly Iri Subject = new("http://example.org/s");

    [Theory]
    [InlineData("")]
    [InlineData("example.org/a")]
    [InlineData("//example.org/a")]
    [InlineData("1http://example.org/")]
    [InlineData(":a")]
    [InlineData("http://example.org/a b")]
    [InlineData("http://example.org/\n")]
    [InlineData("http://example.org/<a>")]
    [InlineData("http://example.org/\"")]
    [InlineData("http://example.org/{a}")]
    [InlineData("http://example.org/a\\b")]
    [InlineData("http://example.org/\uFFFF")]
    public void An_IRI_that_a_syntax_cannot_hold_is_refused(string value)
    {
        Assert.False(Iri.IsWellFormed(value));
        Assert.Throws<ArgumentException>(() => new Iri(value));
    }

    [Fact]
    public void An_IRI_with_a_lone_surrogate_is_refused() => Assert.False(Iri.IsWellFormed("http://example.org/" + (char)0xD83D));

    [Theory]
    [InlineData("nt")]
    [InlineData("ttl")]
    [InlineData("rdf")]
    [InlineData("jsonld")]
    public void A_lone_surrogate_in_a_text_is_an_error_and_never_a_replacement_character(string extension)
    {
        foreach (var text in new[] { "a" + (char)0xD83D, (char)0xDE00 + "b", "\"" + (char)0xD83D + "c" })
        {
            Assert.ThrowsAny<ArgumentException>(() => Documents.Bytes(GraphOf(Rdfs.Label, Literal.Of(text)), extension));
            var title = GraphOf(SampleVocabulary.Dct["title"], Literal.InLanguage(text, "fr"));
            Assert.ThrowsAny<ArgumentException>(() => Documents.Bytes(title, extension));
        }
    }

    [Theory]
    [InlineData("http://example.org/")]
    [InlineData("http://example.org/123")]
    [InlineData("http://example.org/a%20")]
    [InlineData("http://example.org/😀")]
    [InlineData("http://www.w3.org/2000/xmlns/p")]
    [InlineData("http://www.w3.org/1999/02/22-rdf-syntax-ns#li")]
    [InlineData("http://www.w3.org/1999/02/22-rdf-syntax-ns#Description")]
    public void A_predicate_that_RDF_XML_cannot_hold_is_an_error_that_names_it(string predicate)
    {
        var error = Assert.Throws<ArgumentException>(() => Documents.Bytes(GraphOf(new Iri(predicate), Subject), "rdf"));
        Assert.Contains(predicate, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_control_character_that_XML_cannot_hold_is_an_error_in_RDF_XML_only()
    {
        var graph = GraphOf(Rdfs.Label, Literal.Of("bell \u0007"));
        Assert.ThrowsAny<ArgumentException>(() => Documents.Bytes(graph, "rdf"));
        Assert.Equal(graph.Triples, NTriplesReader.Read(Documents.Text(graph, "nt")));
        GraphAssert.Same(graph.Triples, JsonLdReader.Read(Documents.Text(graph, "jsonld")));
    }

    private static Graph GraphOf(Iri predicate, Term value)
    {
        var graph = new Graph();
        graph.DescribeRoot(Subject).Add(predicate, value);
        return graph;
    }
}
