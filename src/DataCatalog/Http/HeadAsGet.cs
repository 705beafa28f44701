using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace DataCatalog.Http;

/// <summary>
/// Answers HEAD exactly as GET, without the body (RFC 9110 section 9.3.2): data.gouv.fr and CKAN send HEAD first and give up when it
/// differs. Only GET has ranges (section 14.2).
/// </summary>
internal static class HeadAsGet
{
    public static IApplicationBuilder UseHeadAsGet(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await next(context);
            return;
        }

        var body = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        context.Request.Method = HttpMethods.Get;
        context.Request.Headers.Remove(HeaderNames.Range);
        context.Features.Set<IHttpResponseBodyFeature>(new NoBody());
        try
        {
            await next(context);
        }
        finally
        {
            context.Features.Set(body);
            context.Request.Method = HttpMethods.Head;
        }
    });

    /// <summary>Discards the body; a file is not even read.</summary>
    private sealed class NoBody() : StreamResponseBodyFeature(Stream.Null)
    {
        public override Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken) =>
            StartAsync(cancellationToken);
    }
}
