using DataCatalog.Dcat;
using DataCatalog.Rdf;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace DataCatalog.Http;

/// <summary>
/// The headers of an answer. They repeat the question several times, so they have a budget: proxies refuse what is larger than a few kilobytes (nginx: 4).
/// What does not fit is left out, the least needed first; a graph says the neighbours of its page in the body too.
/// </summary>
internal static class AnswerHeaders
{
    /// <summary>In characters, all of which are ASCII. With the other headers an answer stays under 2 KB.</summary>
    private const int LinkBudget = 1000;

    private const int LocationBudget = 300;

    public static void Set(HttpContext context, CatalogIris iris, Document document, Syntax syntax, EntityTagHeaderValue tag)
    {
        var headers = context.Response.Headers;
        headers.ETag = tag.ToString();
        headers.CacheControl = "public, no-cache";
        headers.Vary = Negotiation.Dependencies;
        if (AddressOf(context.Request, iris, document.IsFile ? "" : syntax.Extension, query: null) is { Length: <= LocationBudget } location)
        {
            headers.ContentLocation = location;
        }
    }

    /// <summary>Names the neighbours of a page and its other forms; who has the bytes has these too (RFC 9110 section 15.4.5).</summary>
    public static void SetLinks(HttpContext context, CatalogIris iris, Document document, Syntax syntax) => context.Response.Headers.Link =
        new StringValues([.. Fitting([.. PageLinksOf(document), .. ContextOf(context, iris, syntax), .. Alternates(context.Request, iris, document, syntax)])]);

    /// <summary>The query that was read; a bare question mark is none.</summary>
    public static string QueryOf(HttpRequest request) => QueryString.Create(request.Query).ToUriComponent();

    /// <summary>The same without what only plain JSON takes.</summary>
    private static string CommonQueryOf(HttpRequest request) =>
        QueryString.Create(request.Query.Where(parameter => !string.Equals(parameter.Key, PlainJson.Pretty, StringComparison.Ordinal))).ToUriComponent();

    /// <summary>Those that fit into the budget: a long one does not keep out a short one behind it.</summary>
    private static IEnumerable<string> Fitting(IReadOnlyList<string> links)
    {
        var left = LinkBudget;
        foreach (var link in links.Where(link => link.Length <= left))
        {
            left -= link.Length;
            yield return link;
        }
    }

    /// <summary>The neighbours of a page (RFC 8288), for those who read no graph; the one that programs follow first.</summary>
    private static IEnumerable<string> PageLinksOf(Document document) => document.Links is not { } links ? []
        : new (string Relation, Iri? Target)[] { ("next", links.Next), ("prev", links.Previous), ("first", links.First), ("last", links.Last) }
            .Where(link => link.Target is not null)
            .Select(link => $"<{link.Target!.Value}>; rel=\"{link.Relation}\"");

    /// <summary>Where the context of plain JSON is, for those who read it as JSON-LD (JSON-LD 1.1 section 6.1).</summary>
    private static IEnumerable<string> ContextOf(HttpContext context, CatalogIris iris, Syntax syntax) => syntax == Syntax.Json && PlainJson.IsAt(context)
        ? [$"<{iris.At(PlainJson.ContextPath).Value}>; rel=\"http://www.w3.org/ns/json-ld#context\"; type=\"{Syntax.JsonLd.MediaType}\""]
        : [];

    private static IEnumerable<string> Alternates(HttpRequest request, CatalogIris iris, Document document, Syntax syntax) => document.Syntaxes
        .Where(other => other != syntax)
        .Select(other => $"<{AddressOf(request, iris, other.Extension, document.AlternateQuery?.Invoke(syntax, other) ?? CommonQueryOf(request))}>; rel=\"alternate\"; type=\"{other.MediaType}\"");

    private static string AddressOf(HttpRequest request, CatalogIris iris, string extension, string? query) =>
        iris.BaseUrl + AddressExtensionMiddleware.Of(request.Path.ToUriComponent(), extension) + (query ?? QueryOf(request));
}
