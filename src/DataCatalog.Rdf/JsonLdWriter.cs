using System.Text.Encodings.Web;
using System.Text.Json;

namespace DataCatalog.Rdf;

/// <summary>
/// Writes JSON-LD with plain keys and nested objects, for developers who never heard of RDF. It keeps to JSON-LD 1.0, and the context
/// is part of the document: old harvesters know no more.
/// </summary>
public static class JsonLdWriter
{
    /// <summary>The relaxed encoder leaves <c>é</c> as it is. Not for JSON inside HTML.</summary>
    internal static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonWriterOptions OneLine = Options with { Indented = false };

    /// <summary>Writes the whole graph.</summary>
    /// <param name="graph">One root is the document; several stand under <c>@graph</c>, and so do all nodes when there is no root.</param>
    /// <param name="context">The vocabulary. What it has no name for is written in expanded form.</param>
    /// <param name="output">Stays open.</param>
    /// <exception cref="ArgumentException">A literal has a lone surrogate.</exception>
    public static void Write(Graph graph, JsonLdContext context, Stream output)
    {
        var names = new JsonLdNames(context, graph);
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            new JsonLdContextWriter(json, context, names).Write(graph);
            new JsonLdBody(json, names, new JsonLdNesting(graph)).Write();
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    /// <summary>Writes the graph without the context: its keys are those of the document.</summary>
    /// <param name="graph">As above.</param>
    /// <param name="context">The vocabulary.</param>
    /// <param name="output">Stays open.</param>
    /// <param name="isIndented">Whether it stands on several lines.</param>
    /// <param name="selection">Which keys some of its nodes have; null for all keys.</param>
    /// <exception cref="ArgumentException">A literal has a lone surrogate.</exception>
    public static void WriteWithoutContext(Graph graph, JsonLdContext context, Stream output, bool isIndented = false, KeySelection? selection = null)
    {
        var names = new JsonLdNames(context, graph);
        using (var json = new Utf8JsonWriter(output, isIndented ? Options : OneLine))
        {
            json.WriteStartObject();
            new JsonLdBody(json, names, new JsonLdNesting(graph), selection).Write();
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    /// <summary>Writes the whole vocabulary as a context document, for those who read documents without their context.</summary>
    /// <param name="context">The vocabulary.</param>
    /// <param name="output">Stays open.</param>
    public static void WriteContext(JsonLdContext context, Stream output)
    {
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            new JsonLdContextWriter(json, context, new JsonLdNames(context, new Graph())).WriteAll();
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }
}
