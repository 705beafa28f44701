using System.Text;

namespace DataCatalog.Rdf.Tests;

/// <summary>Graphs as text in each syntax.</summary>
internal static class Documents
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The writers by file extension.</summary>
    public static readonly IReadOnlyDictionary<string, Action<Graph, Stream>> Writers = new Dictionary<string, Action<Graph, Stream>>(StringComparer.Ordinal)
    {
        ["nt"] = NTriplesWriter.Write,
        ["ttl"] = (graph, output) => TurtleWriter.Write(graph, SampleVocabulary.Prefixes, output),
        ["rdf"] = (graph, output) => RdfXmlWriter.Write(graph, SampleVocabulary.Prefixes, output),
        ["jsonld"] = (graph, output) => JsonLdWriter.Write(graph, SampleVocabulary.Context, output),
    };

    public static byte[] Bytes(Graph graph, string extension)
    {
        using var output = new MemoryStream();
        Writers[extension](graph, output);
        return output.ToArray();
    }

    public static string Text(Graph graph, string extension) => Strict.GetString(Bytes(graph, extension));
}
