using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DataCatalog.Rdf;

/// <summary>
/// Writes JSON-LD with plain keys and nested objects, for developers who never heard of RDF. It keeps to JSON-LD 1.0, and the context
/// is part of the document: old harvesters know no more.
/// </summary>
[SuppressMessage("Usage", "CA2213", Justification = "The output is the caller's.")]
public sealed class JsonLdWriter : IGraphWriter
{
    /// <summary>
    /// The relaxed encoder leaves <c>é</c> as it is. Not for JSON inside HTML. Validation is off because <see cref="Dispose"/> ends the
    /// document after a failed write too, where its own exception would hide the first one.
    /// </summary>
    private static readonly JsonWriterOptions Indented = new()
    {
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private static readonly JsonWriterOptions OneLine = Indented with { Indented = false };

    private readonly JsonLdVocabulary _vocabulary;
    private readonly Stream _output;
    private readonly Utf8JsonWriter _json;

    /// <summary>
    /// Begins a document of any number of graphs: its context has the whole vocabulary, and all nodes are items of <c>@graph</c>.
    /// </summary>
    /// <param name="context">The vocabulary. What it has no name for is written in expanded form.</param>
    /// <param name="output">Where the document goes; stays open.</param>
    public JsonLdWriter(JsonLdContext context, Stream output)
        : this(context.Vocabulary, output, Indented)
    {
        new JsonLdContextWriter(_json, context.Vocabulary).WriteAll();
        _json.WriteStartArray("@graph");
    }

    private JsonLdWriter(JsonLdVocabulary vocabulary, Stream output, JsonWriterOptions options)
    {
        (_vocabulary, _output) = (vocabulary, output);
        _json = new Utf8JsonWriter(output, options);
        _json.WriteStartObject();
    }

    /// <summary>Writes a document of one graph. Its context has the part of the vocabulary that the graph uses.</summary>
    /// <param name="graph">What the document says. A single root is the document itself; several nodes are items of <c>@graph</c>.</param>
    /// <param name="context">The vocabulary. What it has no name for is written in expanded form.</param>
    /// <param name="output">Where the document goes; stays open.</param>
    /// <exception cref="ArgumentException">A literal has a lone surrogate.</exception>
    public static void WriteDocument(Graph graph, JsonLdContext context, Stream output)
    {
        var names = new JsonLdNames(context, graph);
        using var document = new JsonLdWriter(names.Vocabulary, output, Indented);
        new JsonLdContextWriter(document._json, names.Vocabulary).Write(graph, names);
        new JsonLdBody(document._json, names, graph).WriteOnly();
    }

    /// <summary>Writes a document of one graph without its context. The keys are those that <see cref="WriteDocument"/> writes.</summary>
    /// <param name="graph">What the document says. A single root is the document itself; several nodes are items of <c>@graph</c>.</param>
    /// <param name="context">The vocabulary.</param>
    /// <param name="output">Where the document goes; stays open.</param>
    /// <param name="isIndented">Whether the document has several lines.</param>
    /// <param name="selection">The keys that nodes of one class keep; null for all keys.</param>
    /// <exception cref="ArgumentException">A literal has a lone surrogate.</exception>
    public static void WriteWithoutContext(
        Graph graph, JsonLdContext context, Stream output, bool isIndented = false, KeySelection? selection = null)
    {
        var names = new JsonLdNames(context, graph);
        using var document = new JsonLdWriter(names.Vocabulary, output, isIndented ? Indented : OneLine);
        new JsonLdBody(document._json, names, graph, selection).WriteOnly();
    }

    /// <summary>Writes the whole vocabulary as a context document, for those who read documents without their context.</summary>
    /// <param name="context">The vocabulary.</param>
    /// <param name="output">Where the document goes; stays open.</param>
    public static void WriteContext(JsonLdContext context, Stream output)
    {
        using var document = new JsonLdWriter(context.Vocabulary, output, Indented);
        new JsonLdContextWriter(document._json, context.Vocabulary).WriteAll();
    }

    public void Write(Graph graph) => new JsonLdBody(_json, new JsonLdNames(_vocabulary, graph), graph).WriteItems();

    public void Dispose()
    {
        if (_json.CurrentDepth > 1)
        {
            _json.WriteEndArray();
        }

        _json.WriteEndObject();
        _json.Dispose();
        _output.WriteByte((byte)'\n');
    }
}
