using System.Text;

namespace DataCatalog.Rdf.Tests;

public sealed class GraphWriterTests
{
    private static readonly Iri Catalogue = new("https://data.example.org/catalog");

    [Fact]
    public void N_Triples_hold_every_graph() =>
        GraphAssert.Same(All(), NTriplesReader.Read(Text(output => new NTriplesWriter(output))));

    [Fact]
    public void RDF_XML_holds_every_graph_in_one_root()
    {
        var text = Text(output => new RdfXmlWriter(SampleVocabulary.Prefixes, output));
        GraphAssert.Same(All(), RdfXmlReader.Read(Encoding.UTF8.GetBytes(text)));
        Assert.Single(text.Split("<rdf:RDF"), part => part.StartsWith("<?xml", StringComparison.Ordinal));
        Assert.EndsWith("</rdf:RDF>\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void JSON_LD_holds_every_graph_below_one_context()
    {
        var text = Text(output => new JsonLdWriter(SampleVocabulary.Context, output));
        GraphAssert.Same(All(), JsonLdReader.Read(text));
        Assert.Equal(2, text.Split("\"@context\"").Length);
    }

    [Fact]
    public void Turtle_is_one_document_after_the_other()
    {
        var expected = string.Concat(Graphs().Select(graph => Documents.Text(graph, "ttl")));
        Assert.Equal(expected, Text(output => new TurtleWriter(SampleVocabulary.Prefixes, output)));
    }

    [Fact]
    public void A_document_without_any_graph_is_still_one()
    {
        Assert.Empty(RdfXmlReader.Read(Encoding.UTF8.GetBytes(Text(output => new RdfXmlWriter(SampleVocabulary.Prefixes, output), []))));
        Assert.Empty(JsonLdReader.Read(Text(output => new JsonLdWriter(SampleVocabulary.Context, output), [])));
    }

    [Fact]
    public void JSON_LD_refuses_an_IRI_that_a_reader_would_take_for_a_compact_one()
    {
        var graph = new Graph();
        graph.Describe(new Iri("title:x")).OfType(Rdfs.Class);
        Assert.Throws<ArgumentException>(() => Text(output => new JsonLdWriter(SampleVocabulary.Context, output), [graph]));
    }

    [Fact]
    public void The_error_of_a_failed_write_is_not_hidden_by_the_end_of_the_document()
    {
        var graph = new Graph();
        graph.Describe(Catalogue).Add(Rdfs.Label, Literal.Of("a" + (char)0xD83D));
        Func<Stream, IGraphWriter>[] writers =
        [
            output => new NTriplesWriter(output),
            output => new TurtleWriter(SampleVocabulary.Prefixes, output),
            output => new RdfXmlWriter(SampleVocabulary.Prefixes, output),
            output => new JsonLdWriter(SampleVocabulary.Context, output),
        ];
        Assert.All(writers, begin => Assert.ThrowsAny<ArgumentException>(() => Text(begin, [.. Graphs(), graph])));
    }

    [Fact]
    public void A_node_with_many_objects_keeps_each_once_and_in_order()
    {
        var node = new Graph().Describe(Catalogue);
        var objects = Enumerable.Range(0, 50).Select(number => new Iri($"https://data.example.org/{number}")).ToList();
        node.Add(Rdfs.SeeAlso, objects).Add(Rdfs.SeeAlso, objects.AsEnumerable().Reverse());
        Assert.Equal(objects, node[Rdfs.SeeAlso]);
    }

    private static IEnumerable<Triple> All() => Graphs().SelectMany(graph => graph.Triples);

    /// <summary>The same node in both, a predicate without a prefix, and a blank node in each.</summary>
    private static Graph[] Graphs() => [.. Enumerable.Range(1, 2).Select(Numbered)];

    private static Graph Numbered(int number)
    {
        var graph = new Graph();
        var entry = new Iri($"https://data.example.org/datasets/{number}");
        var blank = new BlankNode($"temporal_{number}");
        graph.DescribeRoot(Catalogue).Add(Rdfs.SeeAlso, entry);
        graph.DescribeRoot(entry)
            .OfType(SampleVocabulary.Dcat["Dataset"])
            .Add(new Iri("http://example.org/free/p"), Literal.InLanguage($"n° {number}", "fr"))
            .Add(SampleVocabulary.Dct["temporal"], blank);
        graph.Describe(blank).OfType(SampleVocabulary.Dct["PeriodOfTime"]);
        return graph;
    }

    private static string Text(Func<Stream, IGraphWriter> begin, Graph[]? graphs = null)
    {
        using var output = new MemoryStream();
        Documents.Write(begin(output), graphs ?? Graphs());
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
