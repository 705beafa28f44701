using DataCatalog.Http.Bounds;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace DataCatalog.Http.Hot;

/// <summary>An answer with its headers, ready to be sent.</summary>
internal sealed class HotAnswer
{
    /// <summary>The size of an answer beside its bytes and texts, in bytes.</summary>
    private const int Overhead = 600;

    private const int OverheadOfHeader = 48;

    /// <summary>
    /// The headers that an answer 304 leaves out: they describe bytes that are not sent, or the client has them (RFC 9110 section 15.4.5).
    /// </summary>
    private static readonly string[] OfBody =
        [HeaderNames.ContentType, HeaderNames.ContentLength, HeaderNames.ContentEncoding, HeaderNames.ContentLanguage, HeaderNames.Link];

    private readonly string _tag;
    private readonly KeyValuePair<string, StringValues>[] _headers;
    private readonly KeyValuePair<string, StringValues>[] _headersWithoutBody;

    /// <summary>Makes an answer from one that is about to be sent.</summary>
    /// <param name="form">The form of the answer.</param>
    /// <param name="headers">All headers of the answer.</param>
    /// <param name="bytes">The bytes; null when the answer is 304, which is sent without them.</param>
    public HotAnswer(HotForm form, IHeaderDictionary headers, byte[]? bytes)
    {
        (Form, Bytes, _tag) = (form, bytes, headers.ETag.ToString());
        _headers = [.. headers];
        _headersWithoutBody = [.. _headers.Where(header => !OfBody.Contains(header.Key, StringComparer.OrdinalIgnoreCase))];
        Size = Overhead + (bytes?.Length ?? 0) + _headers.Sum(header => OverheadOfHeader + (sizeof(char) * header.Value.ToString().Length));
    }

    /// <summary>The form of the answer.</summary>
    public HotForm Form { get; }

    /// <summary>The bytes; null when only the answer 304 is ready.</summary>
    public byte[]? Bytes { get; }

    /// <summary>The memory that the answer takes, in bytes.</summary>
    public int Size { get; }

    /// <summary>Whether this answers a request: one without the bytes only answers clients that have them.</summary>
    public bool Answers(HttpRequest request) => Bytes is not null || IsKnown(request);

    /// <summary>Sends the answer, or 304 to a client that has the bytes.</summary>
    public Task SendAsync(HttpContext context, RepresentationCache sending)
    {
        var response = context.Response;
        if (IsKnown(context.Request))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            Set(response.Headers, _headersWithoutBody);
            return Task.CompletedTask;
        }

        Set(response.Headers, _headers);
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask
            : Bytes!.Length <= SlowBody.Slice ? response.BodyWriter.WriteAsync(Bytes).AsTask()
            : SendInSlicesAsync(context, sending, Bytes);
    }

    /// <summary>Sends many bytes, which count as being sent as long as a slow client takes.</summary>
    private async Task SendInSlicesAsync(HttpContext context, RepresentationCache sending, byte[] bytes)
    {
        using var held = sending.Send(_tag, bytes, WorkGate.ClientOf(context));
        await SlowBody.SendAsync(context, held.Bytes);
    }

    /// <summary>Whether the client has the bytes; the usual request names one ETag, which needs no parsing.</summary>
    private bool IsKnown(HttpRequest request)
    {
        var known = request.Headers.IfNoneMatch;
        return known.Count > 0
            && ((known.Count == 1 && string.Equals(known[0], _tag, StringComparison.Ordinal))
                || Representation.IsKnown(request, EntityTagHeaderValue.Parse(_tag)));
    }

    private static void Set(IHeaderDictionary headers, KeyValuePair<string, StringValues>[] values)
    {
        foreach (var (name, value) in values)
        {
            headers[name] = value;
        }
    }
}

/// <summary>Which of the answers at one address this is. There are few of them, whatever clients send.</summary>
/// <param name="Syntax">The syntax.</param>
/// <param name="Coding">The content coding; null for none.</param>
/// <param name="IsForOrigin">Whether the request has an origin, so that the answer has the headers of CORS.</param>
/// <param name="Language">The language of a page; null for all other syntaxes.</param>
internal readonly record struct HotForm(Syntax Syntax, string? Coding, bool IsForOrigin, string? Language)
{
    /// <summary>Whether a request has an origin.</summary>
    public static bool HasOrigin(HttpRequest request) => request.Headers.Origin.Count > 0;
}
