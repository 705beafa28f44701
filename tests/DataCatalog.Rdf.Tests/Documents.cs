using System.Text;

namespace DataCatalog.Rdf.Tests;

/// <summary>Graphs as text in each syntax.</summary>
internal static class Documents
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The writers by file extension.</summary>
    public static readonly IReadOnlyDictionary<string, Action<Graph, Stream>> Writers =
        new Dictionary<string, Action<Graph, Stream>>(StringComparer.Ordinal)
        {
            ["nt"] = (graph, output) => Write(new NTriplesWriter(output), graph),
            ["ttl"] = (graph, output) => Write(new TurtleWriter(SampleVocabulary.Prefixes, output), graph),
            ["rdf"] = (graph, output) => RdfXmlWriter.WriteDocument(graph, SampleVocabulary.Prefixes, output),
            ["jsonld"] = (graph, output) => JsonLdWriter.WriteDocument(graph, SampleVocabulary.Context, output),
        };

    /// <summary>Writes a document of some graphs, and ends it.</summary>
    public static void Write(IGraphWriter document, params Graph[] graphs)
    {
        using (document)
        {
            Array.ForEach(graphs, document.Write);
        }
    }

    public static byte[] Bytes(Graph graph, string extension)
    {
        using var output = new MemoryStream();
        Writers[extension](graph, output);
        return output.ToArray();
    }

    public static string Text(Graph graph, string extension) => Strict.GetString(Bytes(graph, extension));
}
