using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace DataCatalog.Rdf.Appending;

/// <summary>One <c>@graph</c> below a context that has the whole vocabulary.</summary>
[SuppressMessage("Usage", "CA2213", Justification = "The output is the caller's.")]
public sealed class JsonLdAppender : IGraphAppender
{
    private readonly Stream _output;
    private readonly JsonLdContext _context;
    private readonly JsonLdNames _names;
    private readonly Utf8JsonWriter _json;

    /// <summary>Begins the document.</summary>
    /// <param name="context">The vocabulary.</param>
    /// <param name="output">Stays open.</param>
    public JsonLdAppender(JsonLdContext context, Stream output)
    {
        _output = output;
        _context = context;
        _names = new JsonLdNames(context, new Graph());
        _json = new Utf8JsonWriter(output, JsonLdWriter.Options);
        _json.WriteStartObject();
        new JsonLdContextWriter(_json, context, _names).WriteAll();
        _json.WriteStartArray("@graph");
    }

    public void Write(Graph graph)
    {
        if (!_names.Allow(_context, graph))
        {
            throw new ArgumentException("An IRI has a key of the context as its scheme.", nameof(graph));
        }

        new JsonLdBody(_json, _names, new JsonLdNesting(graph)).WriteTop();
        _json.Flush();
    }

    public void Dispose()
    {
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Dispose();
        _output.WriteByte((byte)'\n');
    }
}
