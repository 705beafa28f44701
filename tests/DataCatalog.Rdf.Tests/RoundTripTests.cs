using System.Text;
using FsCheck.Xunit;

namespace DataCatalog.Rdf.Tests;

[Properties(Arbitrary = [typeof(RandomGraphs)], MaxTest = 300, EndSize = 40)]
public sealed class RoundTripTests
{
    [Property]
    public void N_Triples_keep_every_triple_in_graph_order(RandomGraph random)
    {
        var graph = random.Build();
        Assert.Equal(graph.Triples, NTriplesReader.Read(Documents.Text(graph, "nt")));
    }

    [Property]
    public void RDF_XML_keeps_every_triple(RandomGraph random)
    {
        var graph = random.Build();
        GraphAssert.Same(graph.Triples, RdfXmlReader.Read(Documents.Bytes(graph, "rdf")));
    }

    [Property]
    public void JSON_LD_keeps_every_triple(RandomGraph random)
    {
        var graph = random.Build();
        GraphAssert.Same(graph.Triples, JsonLdReader.Read(Documents.Text(graph, "jsonld")));
    }

    [Property]
    public void The_same_graph_gives_the_same_bytes(RandomGraph random)
    {
        foreach (var extension in Documents.Writers.Keys)
        {
            Assert.Equal(Documents.Bytes(random.Build(), extension), Documents.Bytes(random.Build(), extension));
        }
    }

    [Property]
    public void Documents_are_UTF_8_without_byte_order_mark_and_end_their_lines_with_a_line_feed(RandomGraph random)
    {
        var graph = random.Build();
        foreach (var extension in Documents.Writers.Keys)
        {
            var bytes = Documents.Bytes(graph, extension);
            Assert.False(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble), extension);
            Assert.DoesNotContain((byte)'\r', bytes);
            Assert.True(bytes.Length == 0 || bytes[^1] == (byte)'\n', extension);
        }
    }

    [Property]
    public void A_context_names_only_what_its_document_uses(RandomGraph random)
    {
        using var document = System.Text.Json.JsonDocument.Parse(Documents.Text(random.Build(), "jsonld"));
        var context = document.RootElement.GetProperty("@context");
        var text = document.RootElement.GetRawText();
        foreach (var name in context.EnumerateObject().Select(entry => entry.Name).Where(name => name is not ("id" or "type")))
        {
            var uses = text.Split($"\"{name}\"").Length - 1 + text.Split($"\"{name}:").Length - 1;
            Assert.True(uses > 1, $"{name} is declared and not used");
        }
    }
}
