using System.Security.Cryptography;
using System.Text;
using DataCatalog.Dcat;
using DataCatalog.Dcat.Mapping;
using DataCatalog.Rdf;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace DataCatalog.Http;

/// <summary>
/// Sends a graph in the syntax and content coding that the request asks for. A strong ETag (RFC 9110 section 8.8.3) covers all that
/// decides the bytes, so a conditional request is answered without rendering, and the bytes are cached under it: a changed entry has
/// another tag, and its old bytes are simply never asked for again.
/// </summary>
internal sealed class Representation(CatalogIris iris, IResponseCompressionProvider compression, RepresentationCache cache)
{
    private static readonly string Build = typeof(Representation).Assembly.ManifestModule.ModuleVersionId.ToString("N");

    /// <summary>Sends one document.</summary>
    /// <param name="context">The request.</param>
    /// <param name="document">What to send; it is written only when the bytes are not at hand.</param>
    public async Task SendAsync(HttpContext context, Document document)
    {
        if (Negotiation.Choose(context, document.Syntaxes) is not { } syntax)
        {
            context.Response.Headers.Vary = Negotiation.Dependencies;
            await Problems.NotAcceptable(document.Syntaxes).ExecuteAsync(context);
            return;
        }

        var coding = compression.GetCompressionProvider(context);
        var tag = TagOf(context, document.Version, syntax, coding?.EncodingName);
        SetHeaders(context, document, syntax, tag);
        if (IsKnown(context.Request, tag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var bytes = cache.GetOrCreate(tag.Tag.Value!, () => Render(document, syntax, coding));
        await SendAsync(context.Response, syntax, coding?.EncodingName, bytes);
    }

    private static Task SendAsync(HttpResponse response, Syntax syntax, string? coding, byte[] bytes)
    {
        response.ContentType = syntax.ContentType;
        response.ContentLength = bytes.Length;
        if (coding is not null)
        {
            response.Headers.ContentEncoding = coding;
        }

        return response.Body.WriteAsync(bytes).AsTask();
    }

    private static byte[] Render(Document document, Syntax syntax, ICompressionProvider? coding)
    {
        using var bytes = new MemoryStream();
        if (coding is null)
        {
            document.Write(syntax, bytes);
        }
        else
        {
            using var compressed = coding.CreateStream(bytes);
            document.Write(syntax, compressed);
        }

        return bytes.ToArray();
    }

    private EntityTagHeaderValue TagOf(HttpContext context, string version, Syntax syntax, string? coding)
    {
        var extension = context.Features.Get<AddressExtension>()?.Text;
        var content = string.Join('\n', Build, iris.BaseUrl, context.Request.Path, extension, QueryOf(context.Request), version, syntax.MediaType, coding);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(content));
        return new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(hash.AsSpan(0, 16))}\"");
    }

    private void SetHeaders(HttpContext context, Document document, Syntax syntax, EntityTagHeaderValue tag)
    {
        var headers = context.Response.Headers;
        headers.ETag = tag.ToString();
        headers.CacheControl = "public, no-cache";
        headers.Vary = Negotiation.Dependencies;
        headers.ContentLocation = AddressOf(context.Request, syntax, query: null);
        headers.Link = new StringValues([
            .. PageLinksOf(document),
            .. document.Syntaxes.Where(other => other != syntax).Select(other => $"<{AddressOf(context.Request, other, document.AlternateQuery?.Invoke(syntax, other))}>; rel=\"alternate\"; type=\"{other.MediaType}\"")]);
    }

    /// <summary>The neighbours of a page (RFC 8288), for those who read no graph.</summary>
    private static IEnumerable<string> PageLinksOf(Document document) => document.Links is not { } links ? []
        : new (string Relation, Iri? Target)[] { ("first", links.First), ("prev", links.Previous), ("next", links.Next), ("last", links.Last) }
            .Where(link => link.Target is not null)
            .Select(link => $"<{link.Target!.Value}>; rel=\"{link.Relation}\"");

    private string AddressOf(HttpRequest request, Syntax syntax, string? query) =>
        iris.BaseUrl + AddressExtensionMiddleware.Of(request.Path.ToUriComponent(), syntax.Extension) + (query ?? QueryOf(request));

    /// <summary>The query that was read; a bare question mark is none.</summary>
    private static string QueryOf(HttpRequest request) => QueryString.Create(request.Query).ToUriComponent();

    private static bool IsKnown(HttpRequest request, EntityTagHeaderValue tag) => request.GetTypedHeaders().IfNoneMatch
        .Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false));
}

/// <summary>What is sent in the syntax that the request asks for.</summary>
/// <param name="Version">Whatever changes when the content does.</param>
/// <param name="Syntaxes">Those that it can be had in; the first one answers <c>*/*</c>.</param>
/// <param name="Write">Writes it in one of them.</param>
/// <param name="Links">The neighbours of a page; null for what is no page.</param>
/// <param name="AlternateQuery">From its own syntax and another: the query of that form, with its question mark, where pages differ between them; null for that of the request.</param>
internal sealed record Document(
    string Version, IReadOnlyList<Syntax> Syntaxes, Action<Syntax, Stream> Write, PageLinks? Links = null, Func<Syntax, Syntax, string?>? AlternateQuery = null);

/// <summary>Rendered bytes, plain and compressed, up to a limit; the least recently used go first.</summary>
internal sealed class RepresentationCache : IDisposable
{
    private const long LimitInBytes = 32 * 1024 * 1024;

    private readonly MemoryCache _bytes = new(new MemoryCacheOptions { SizeLimit = LimitInBytes });

    public byte[] GetOrCreate(string tag, Func<byte[]> render)
    {
        if (_bytes.TryGetValue(tag, out byte[]? bytes))
        {
            return bytes!;
        }

        bytes = render();
        _bytes.Set(tag, bytes, new MemoryCacheEntryOptions { Size = bytes.Length });
        return bytes;
    }

    public void Dispose() => _bytes.Dispose();
}
