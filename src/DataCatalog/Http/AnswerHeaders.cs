using DataCatalog.Dcat;
using DataCatalog.Rdf;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace DataCatalog.Http;

/// <summary>
/// Sets the headers of an answer. They repeat the query several times, so their length is limited: proxies refuse headers larger than a few
/// kilobytes (nginx: 4). Links that do not fit are left out, the least needed first; a graph also names the neighbours of its page in the
/// body.
/// </summary>
internal static class AnswerHeaders
{
    /// <summary>The most characters of all links together; all are ASCII. With the other headers an answer stays below 2 KB.</summary>
    private const int LinkBudget = 1000;

    private const int LocationBudget = 300;

    public static void Set(HttpContext context, CatalogIris iris, Document document, Syntax syntax, EntityTagHeaderValue tag)
    {
        var headers = context.Response.Headers;
        headers.ETag = tag.ToString();
        headers.CacheControl = "public, no-cache";
        headers.Vary = syntax == Syntax.Html ? Negotiation.DependenciesOfPages : Negotiation.Dependencies;
        var extension = document.IsFile ? "" : syntax.Extension;
        if (AddressOf(context.Request, iris, extension, query: null) is { Length: <= LocationBudget } location)
        {
            headers.ContentLocation = location;
        }
    }

    /// <summary>
    /// Adds links to the neighbours of a page and to its other syntaxes. An answer 304 needs no links: the client has them (RFC 9110
    /// section 15.4.5).
    /// </summary>
    public static void SetLinks(HttpContext context, CatalogIris iris, Document document, Syntax syntax)
    {
        string[] links =
        [
            .. PageLinksOf(document),
            .. document.FurtherLinks,
            .. ContextOf(context, iris, syntax),
            .. AlternatesOf(context.Request, iris, document, syntax)
                .Select(other => $"<{other.Address}>; rel=\"alternate\"; type=\"{other.Syntax.MediaType}\""),
        ];
        context.Response.Headers.Link = new StringValues([.. Fitting(links)]);
    }

    /// <summary>Returns the query of a request; empty for a bare question mark.</summary>
    public static string QueryOf(HttpRequest request) => QueryString.Create(request.Query).ToUriComponent();

    /// <summary>Returns the query of a request without the parameters of plain JSON and of pages.</summary>
    public static string CommonQueryOf(HttpRequest request) =>
        QueryString.Create(request.Query.Where(parameter => parameter.Key is not (PlainJson.Pretty or PageLanguage.Parameter)))
            .ToUriComponent();

    /// <summary>Lists the addresses of a document in other syntaxes.</summary>
    public static IEnumerable<Alternate> AlternatesOf(HttpRequest request, CatalogIris iris, Document document, Syntax syntax) =>
        from other in document.Syntaxes
        where other != syntax
        let query = document.AlternateQuery?.Invoke(syntax, other) ?? CommonQueryOf(request)
        select new Alternate(other, AddressOf(request, iris, other.Extension, query));

    /// <summary>Returns the links that fit into the budget; a long link does not keep out a shorter one after it.</summary>
    private static IEnumerable<string> Fitting(IReadOnlyList<string> links)
    {
        var left = LinkBudget;
        foreach (var link in links.Where(link => link.Length <= left))
        {
            left -= link.Length;
            yield return link;
        }
    }

    /// <summary>
    /// Returns the links to the neighbours of a page (RFC 8288), for clients that read no graph; the one that clients follow most comes
    /// first.
    /// </summary>
    private static IEnumerable<string> PageLinksOf(Document document)
    {
        if (document.Links is not { } links)
        {
            return [];
        }

        (string Relation, Iri? Target)[] neighbours =
            [("next", links.Next), ("prev", links.Previous), ("first", links.First), ("last", links.Last)];
        return neighbours
            .Where(link => link.Target is not null)
            .Select(link => $"<{link.Target!.Value}>; rel=\"{link.Relation}\"");
    }

    /// <summary>Returns the link to the context of plain JSON, for clients that read it as JSON-LD (JSON-LD 1.1 section 6.1).</summary>
    private static IEnumerable<string> ContextOf(HttpContext context, CatalogIris iris, Syntax syntax)
    {
        const string Relation = "http://www.w3.org/ns/json-ld#context";
        return syntax == Syntax.Json && PlainJson.IsAt(context)
            ? [$"<{iris.At(PlainJson.ContextPath).Value}>; rel=\"{Relation}\"; type=\"{Syntax.JsonLd.MediaType}\""]
            : [];
    }

    private static string AddressOf(HttpRequest request, CatalogIris iris, string extension, string? query) =>
        iris.BaseUrl + AddressExtensionMiddleware.Of(request.Path.ToUriComponent(), extension) + (query ?? QueryOf(request));
}

/// <summary>The address of a document in another syntax.</summary>
internal sealed record Alternate(Syntax Syntax, string Address);
