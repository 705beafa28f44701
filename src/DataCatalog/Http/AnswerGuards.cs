using DataCatalog.Dcat;
using Microsoft.Net.Http.Headers;

namespace DataCatalog.Http;

/// <summary>
/// The rules for every answer: security headers for browsers, a body for every error, and HEAD beside GET in <c>Allow</c>.
/// </summary>
internal static class AnswerGuards
{
    /// <summary>Forbids scripts, styles and frames in everything that is no page.</summary>
    private const string DocumentPolicy = "default-src 'none'; frame-ancestors 'none'";

    /// <summary>Lets a page use our own stylesheet, script, icon and suggestions, and send its forms to us. Nothing is inline.</summary>
    private const string PeoplePolicy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
        + " frame-ancestors 'none'";

    /// <summary>
    /// Lets the page of the API description use its own files. The one style that is inline, in the logo of Swagger UI, is named by the
    /// digest of its text: an update that changes it is seen in the console of the browser, and so by a test.
    /// </summary>
    private const string DescriptionPolicy =
        "default-src 'none'; style-src 'self' 'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w='; script-src 'self';"
        + " img-src 'self' data:; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>
    /// Browsers ask by https only for a year (RFC 6797). The public address decides, not the connection: behind a proxy that is plain HTTP.
    /// </summary>
    private const string OneYear = "max-age=31536000";

    private static readonly string[] FileHeaders =
    [
        HeaderNames.ContentType,
        HeaderNames.ContentLength,
        HeaderNames.ContentDisposition,
        HeaderNames.ETag,
        HeaderNames.LastModified,
        "Repr-Digest",
    ];

    private static readonly PathString Page = new("/swagger");

    public static IApplicationBuilder UseAnswerGuards(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        OnlyByteRanges(context.Request);
        context.Response.OnStarting(Complete, context);
        return next(context);
    });

    /// <summary>
    /// Adds a body to errors without one. Errors of files (412, 416) carry the headers of the file, which are removed; headers of the error
    /// stay (<c>Allow</c>, <c>Content-Range</c>).
    /// </summary>
    public static IApplicationBuilder UseProblemBodies(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        await next(context);
        var response = context.Response;
        if (response.StatusCode < StatusCodes.Status400BadRequest
            || response.HasStarted
            || response.ContentLength > 0
            || IsProblem(response))
        {
            return;
        }

        foreach (var header in FileHeaders)
        {
            response.Headers.Remove(header);
        }

        await context.RequestServices.GetRequiredService<IProblemDetailsService>()
            .WriteAsync(new ProblemDetailsContext { HttpContext = context });
    });

    /// <summary>Whether an error has its body: problem details, or the page of a problem.</summary>
    private static bool IsProblem(HttpResponse response) =>
        response.ContentType?.StartsWith("application/problem+json", StringComparison.Ordinal) == true
        || string.Equals(response.ContentType, Syntax.Html.ContentType, StringComparison.Ordinal);

    /// <summary>Ignores ranges in unknown units (RFC 9110 section 14.2).</summary>
    private static void OnlyByteRanges(HttpRequest request)
    {
        if (request.Headers.Range.Count > 0 && !request.Headers.Range.ToString().StartsWith("bytes=", StringComparison.OrdinalIgnoreCase))
        {
            request.Headers.Remove(HeaderNames.Range);
        }
    }

    private static Task Complete(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        if (context.RequestServices.GetRequiredService<CatalogIris>().BaseUrl.StartsWith(Uri.UriSchemeHttps, StringComparison.Ordinal))
        {
            headers.StrictTransportSecurity = OneYear;
        }

        var isForPeople = string.Equals(context.Response.ContentType, Syntax.Html.ContentType, StringComparison.Ordinal);
        headers.ContentSecurityPolicy = isForPeople ? PeoplePolicy
            : context.Request.Path.StartsWithSegments(Page, StringComparison.OrdinalIgnoreCase) ? DescriptionPolicy
            : DocumentPolicy;
        if (isForPeople)
        {
            headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        }

        if (string.Equals(headers.Allow, HttpMethods.Get, StringComparison.Ordinal))
        {
            headers.Allow = "GET, HEAD";
        }

        return Task.CompletedTask;
    }
}
