using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using DataCatalog.Dcat;
using DataCatalog.Dcat.Mapping;
using DataCatalog.Http.Bounds;
using DataCatalog.Http.Hot;
using DataCatalog.Measuring;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Net.Http.Headers;

namespace DataCatalog.Http;

/// <summary>
/// Sends a document in the syntax and content coding that the request asks for. A strong ETag (RFC 9110 section 8.8.3) covers everything
/// that decides the bytes. So a conditional request is answered without rendering, and the bytes are cached under the ETag: a changed entry
/// has another ETag, and its old bytes are never requested again.
/// </summary>
internal sealed class Representation(
    CatalogIris iris, IResponseCompressionProvider compression, RepresentationCache cache, AnswerMetrics metrics, TimeProvider time)
{
    /// <summary>Sends one document.</summary>
    /// <param name="context">The request.</param>
    /// <param name="document">The document; it is rendered only when its bytes are not cached.</param>
    public async Task SendAsync(HttpContext context, Document document)
    {
        using var body = await PrepareAsync(context, document);
        if (context.Features.Get<Making>() is not { IsSpoilt: true })
        {
            context.Features.Get<FairQueue.Place>()?.Dispose();
        }

        if (body is not null)
        {
            await SlowBody.SendAsync(context, body.Bytes);
        }
    }

    /// <summary>
    /// Whether the client has the bytes of a version, so that nothing needs to be read. Other conditions (<c>*</c>, <c>If-Match</c>) depend
    /// on whether the document exists, which only reading tells.
    /// </summary>
    public bool IsKnown(HttpContext context, string version, Syntax syntax)
    {
        var headers = context.Request.Headers;
        return headers.IfNoneMatch.Count > 0 && headers.IfMatch.Count == 0
            && TagOf(context, version, syntax, compression.GetCompressionProvider(context)?.EncodingName) is var tag
            && context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false));
    }

    /// <summary>Sets the status and headers and renders the bytes, in the place of the handler's work.</summary>
    /// <returns>The bytes; null when the answer has no body, is a problem or must be made again.</returns>
    [SuppressMessage("Reliability", "CA2000", Justification = "The bytes belong to the caller, who sends them.")]
    private async Task<HeldBytes?> PrepareAsync(HttpContext context, Document document)
    {
        var chosen = document.Chosen is null ? null : new Negotiated(document.Chosen, document.Syntaxes);
        var refusal = chosen is null ? Negotiation.Choose(context, document.Syntaxes, out chosen) : null;
        if ((refusal ?? PlainJson.FaultOf(context, chosen.Syntax)) is { } fault)
        {
            await fault.ExecuteAsync(context);
            return null;
        }

        var syntax = chosen.Syntax;
        var coding = compression.GetCompressionProvider(context);
        var tag = TagOf(context, document.Version, syntax, coding?.EncodingName);
        if (!IsExpected(context.Request, tag))
        {
            await Problems.PreconditionFailed().ExecuteAsync(context);
            return null;
        }

        if (IsKnown(context.Request, tag))
        {
            SetHeaders(context, document, syntax, tag);
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            Offer(context, document, syntax, coding?.EncodingName, bytes: null);
            return null;
        }

        var client = WorkGate.ClientOf(context);
        if (cache.Find(tag.Tag.Value!, client) is not { } body)
        {
            if (cache.IsFullFor(client))
            {
                await Problems.Busy().ExecuteAsync(context);
                return null;
            }

            if (syntax == Syntax.Html)
            {
                context.Features.Set<IReadOnlyList<Alternate>>([.. AnswerHeaders.AlternatesOf(context.Request, iris, document, syntax)]);
            }

            var start = time.GetTimestamp();
            var bytes = Render(document, syntax, coding, context.RequestAborted);
            metrics.CountRendering(syntax, time.GetElapsedTime(start));
            if (context.Features.Get<Making>() is { } making && making.EndsSpoilt())
            {
                return null;
            }

            body = cache.Keep(tag.Tag.Value!, bytes, client);
        }

        SetHeaders(context, document, syntax, tag);
        AnswerHeaders.SetLinks(context, iris, document, syntax);
        SetBodyHeaders(context, syntax, coding?.EncodingName, body.Bytes.Length);
        Offer(context, document, syntax, coding?.EncodingName, body.Bytes);
        return body;
    }

    private void SetHeaders(HttpContext context, Document document, Syntax syntax, EntityTagHeaderValue tag)
    {
        context.Features.Get<IHttpMetricsTagsFeature>()?.Tags.Add(new("datacatalog.syntax", syntax.Name));
        AnswerHeaders.Set(context, iris, document, syntax, tag);
    }

    /// <summary>Offers the answer to those that are kept ready.</summary>
    private static void Offer(HttpContext context, Document document, Syntax syntax, string? coding, byte[]? bytes)
    {
        if (context.Features.Get<HotMiss>() is { } miss && context.GetEndpoint()?.Metadata.GetMetadata<HotPipeline.NeverKept>() is null)
        {
            var isFixed = document.IsFile || context.Features.Get<AddressExtension>() is not null;
            var form = new HotForm(syntax, coding, HotForm.HasOrigin(context.Request), LanguageOf(context, syntax));
            miss.Offer = new HotOffer(isFixed ? [syntax] : document.Syntaxes, isFixed, form, bytes);
        }
    }

    private static void SetBodyHeaders(HttpContext context, Syntax syntax, string? coding, int length)
    {
        var response = context.Response;
        response.ContentType = syntax.ContentType;
        response.ContentLength = length;
        if (coding is not null)
        {
            response.Headers.ContentEncoding = coding;
        }

        if (LanguageOf(context, syntax) is { } language)
        {
            response.Headers.ContentLanguage = language;
        }
    }

    /// <summary>Renders a document.</summary>
    /// <exception cref="OperationCanceledException">The client has left, or has waited too long.</exception>
    private static byte[] Render(Document document, Syntax syntax, ICompressionProvider? coding, CancellationToken abandoned)
    {
        abandoned.ThrowIfCancellationRequested();
        using var operation = Operation.Begin(Operation.Render);
        using var bytes = new CancellableStream(abandoned);
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
        var address = string.Join('\n', iris.BaseUrl, context.Request.Path, extension, AnswerHeaders.QueryOf(context.Request));
        var content = string.Join('\n', ProgramBuild.Mark, address, version, syntax.MediaType, coding, LanguageOf(context, syntax));
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(content));
        return new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(hash.AsSpan(0, 16))}\"");
    }

    /// <summary>Returns the language of a page; null for all other syntaxes, which have every language at once.</summary>
    private static string? LanguageOf(HttpContext context, Syntax syntax) =>
        syntax == Syntax.Html ? PageLanguage.Of(context.Request) : null;

    /// <summary>Whether the request accepts this version (RFC 9110 section 13.1.1).</summary>
    private static bool IsExpected(HttpRequest request, EntityTagHeaderValue tag) =>
        request.Headers.IfMatch.Count == 0
        || request.GetTypedHeaders().IfMatch
            .Any(wanted => wanted.Equals(EntityTagHeaderValue.Any) || wanted.Compare(tag, useStrongComparison: true));

    /// <summary>Whether the client has the bytes of an ETag (RFC 9110 section 13.1.2).</summary>
    public static bool IsKnown(HttpRequest request, EntityTagHeaderValue tag) => request.GetTypedHeaders().IfNoneMatch
        .Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false));
}

/// <summary>A document that can be sent in several syntaxes.</summary>
/// <param name="Version">A text that changes when the content does.</param>
/// <param name="Syntaxes">The available syntaxes; the first one answers <c>*/*</c>.</param>
/// <param name="Write">Writes the document in one of them.</param>
/// <param name="Links">The links of a page; null when the document is no page.</param>
/// <param name="AlternateQuery">
/// Returns the query of the document in another syntax, with its question mark, given both syntaxes; null when it is that of the request.
/// Pages may differ between syntaxes.
/// </param>
/// <param name="IsFile">Whether the address has one syntax only.</param>
internal sealed record Document(
    string Version,
    IReadOnlyList<Syntax> Syntaxes,
    Action<Syntax, Stream> Write,
    PageLinks? Links = null,
    Func<Syntax, Syntax, string?>? AlternateQuery = null,
    bool IsFile = false)
{
    /// <summary>The syntax that the handler has chosen already; null when it is not chosen yet.</summary>
    public Syntax? Chosen { get; init; }

    /// <summary>Links for the header besides those to neighbours and other syntaxes.</summary>
    public IReadOnlyList<string> FurtherLinks { get; init; } = [];
}
