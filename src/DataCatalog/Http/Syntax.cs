using DataCatalog.Dcat;
using DataCatalog.Dcat.Mapping;
using DataCatalog.Rdf;

namespace DataCatalog.Http;

/// <summary>A syntax in which documents are served.</summary>
/// <param name="Name">The name for people.</param>
/// <param name="MediaType">The media type in <c>Accept</c>.</param>
/// <param name="ContentType">
/// The value of <c>Content-Type</c>. Turtle names its charset, because harvesters otherwise read text/* as Latin-1.
/// </param>
/// <param name="Extensions">The extensions of addresses; links use the first one.</param>
internal sealed record Syntax(string Name, string MediaType, string ContentType, params string[] Extensions)
{
    public static readonly Syntax JsonLd = new("JSON-LD", "application/ld+json", "application/ld+json", ".jsonld");

    /// <summary>Plain JSON: see <see cref="PlainJson"/>.</summary>
    public static readonly Syntax Json = new("JSON", "application/json", "application/json", ".json");

    public static readonly Syntax Turtle = new("Turtle", "text/turtle", "text/turtle; charset=utf-8", ".ttl");

    public static readonly Syntax RdfXml = new("RDF/XML", "application/rdf+xml", "application/rdf+xml", ".rdf", ".xml");

    public static readonly Syntax NTriples = new("N-Triples", "application/n-triples", "application/n-triples", ".nt");

    /// <summary>A table, for lists only (RFC 4180).</summary>
    public static readonly Syntax Csv = new("CSV", "text/csv", "text/csv; charset=utf-8; header=present", ".csv");

    /// <summary>One line of JSON-LD for each entry, without the context; for lists only.</summary>
    public static readonly Syntax JsonLines = new("JSON Lines", "application/jsonl", "application/jsonl", ".jsonl");

    /// <summary>A feed, for lists that can be followed (RFC 4287).</summary>
    public static readonly Syntax Atom = new("Atom", "application/atom+xml", "application/atom+xml; charset=utf-8", ".atom");

    /// <summary>A calendar to subscribe to, for dated duties only (RFC 5545).</summary>
    public static readonly Syntax Calendar = new("iCalendar", "text/calendar", "text/calendar; charset=utf-8", ".ics");

    /// <summary>A page for people: see <see cref="PageForm"/>. It is offered last, so that only those who name it get it.</summary>
    public static readonly Syntax Html = new("HTML", "text/html", "text/html; charset=utf-8", ".html");

    /// <summary>The syntaxes of graphs; the first one answers <c>*/*</c>.</summary>
    public static readonly IReadOnlyList<Syntax> All = [JsonLd, Json, Turtle, RdfXml, NTriples];

    /// <summary>The syntaxes of graphs and of lists.</summary>
    public static readonly IReadOnlyList<Syntax> Known = [.. All, Csv, JsonLines, Atom];

    /// <summary>All syntaxes that an extension may name.</summary>
    public static readonly IReadOnlyList<Syntax> Named = [.. Known, Calendar, Html];

    public string Extension => Extensions[0];

    /// <summary>Whether a list has the same pages in this syntax as in the syntaxes of graphs.</summary>
    public bool HasPagesOfGraphs => All.Contains(this) || this == Html;

    public static Syntax? OfExtension(string extension) =>
        Named.FirstOrDefault(syntax => syntax.Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase));

    /// <summary>
    /// Writes a document of one graph; the same graph gives the same bytes. The document declares the prefixes that the graph uses.
    /// </summary>
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

    /// <summary>Begins a document of any number of graphs; disposing the writer ends it.</summary>
    public IGraphWriter Begin(CatalogIris iris, Stream output) =>
        this == Turtle ? new TurtleWriter(CatalogContext.Prefixes(iris), output)
        : this == RdfXml ? new RdfXmlWriter(CatalogContext.Prefixes(iris), output)
        : this == NTriples ? new NTriplesWriter(output)
        : new JsonLdWriter(CatalogContext.For(iris), output);
}
