using DataCatalog.Dcat;
using DataCatalog.Dcat.Mapping;
using DataCatalog.Rdf;

namespace DataCatalog.Http;

/// <summary>A syntax that graphs are served in.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="MediaType">What <c>Accept</c> names it by.</param>
/// <param name="ContentType">What <c>Content-Type</c> says. Turtle names its charset: harvesters read text/* as Latin-1 otherwise.</param>
/// <param name="Extensions">The extensions of its addresses; the first one is used in links.</param>
internal sealed record Syntax(string Name, string MediaType, string ContentType, params string[] Extensions)
{
    public static readonly Syntax JsonLd = new("JSON-LD", "application/ld+json", "application/ld+json", ".jsonld");

    /// <summary>The bytes of JSON-LD for those who ask for plain JSON.</summary>
    public static readonly Syntax Json = new("JSON", "application/json", "application/json", ".json");

    public static readonly Syntax Turtle = new("Turtle", "text/turtle", "text/turtle; charset=utf-8", ".ttl");

    public static readonly Syntax RdfXml = new("RDF/XML", "application/rdf+xml", "application/rdf+xml", ".rdf", ".xml");

    public static readonly Syntax NTriples = new("N-Triples", "application/n-triples", "application/n-triples", ".nt");

    /// <summary>A sheet, of what is a list (RFC 4180).</summary>
    public static readonly Syntax Csv = new("CSV", "text/csv", "text/csv; charset=utf-8; header=present", ".csv");

    /// <summary>The JSON-LD of each entry on a line of its own, without the context.</summary>
    public static readonly Syntax JsonLines = new("JSON Lines", "application/jsonl", "application/jsonl", ".jsonl");

    /// <summary>A feed, of what can be followed (RFC 4287).</summary>
    public static readonly Syntax Atom = new("Atom", "application/atom+xml", "application/atom+xml; charset=utf-8", ".atom");

    /// <summary>The syntaxes of graphs; the first one answers <c>*/*</c>.</summary>
    public static readonly IReadOnlyList<Syntax> All = [JsonLd, Json, Turtle, RdfXml, NTriples];

    /// <summary>The syntaxes of graphs, and those of lists.</summary>
    public static readonly IReadOnlyList<Syntax> Known = [.. All, Csv, JsonLines, Atom];

    public string Extension => Extensions[0];

    public static Syntax? OfExtension(string extension) =>
        Known.FirstOrDefault(syntax => syntax.Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase));

    /// <summary>Writes a document of one graph: same graph, same bytes. Its context or root declares what the graph uses.</summary>
    public void Write(Graph graph, CatalogIris iris, Stream output)
    {
        if (this == RdfXml)
        {
            RdfXmlWriter.WriteDocument(graph, CatalogContext.Prefixes(iris), output);
        }
        else if (this == Turtle || this == NTriples)
        {
            using var document = Begin(iris, output);
            document.Write(graph);
        }
        else
        {
            JsonLdWriter.WriteDocument(graph, CatalogContext.For(iris), output);
        }
    }

    /// <summary>Begins a document of any number of graphs. Disposing ends it.</summary>
    public IGraphWriter Begin(CatalogIris iris, Stream output) =>
        this == Turtle ? new TurtleWriter(CatalogContext.Prefixes(iris), output)
        : this == RdfXml ? new RdfXmlWriter(CatalogContext.Prefixes(iris), output)
        : this == NTriples ? new NTriplesWriter(output)
        : new JsonLdWriter(CatalogContext.For(iris), output);
}
