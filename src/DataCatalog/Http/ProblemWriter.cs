using System.Diagnostics;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace DataCatalog.Http;

/// <summary>
/// Writes errors as problem details whatever the request accepts (RFC 9457 section 3: a client that does not know the type still has the
/// status). The framework's own writer sends plain text when JSON is not accepted. Those who prefer pages get one, with a way on.
/// </summary>
internal sealed class ProblemWriter(IOptions<JsonOptions> json, IPages pages) : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => true;

    public ValueTask WriteAsync(ProblemDetailsContext context)
    {
        Problems.Complete(context);
        context.HttpContext.Response.Headers.AppendCommaSeparatedValues(HeaderNames.Vary, HeaderNames.Accept);
        if (IsForPeople(context.HttpContext))
        {
            return new ValueTask(WritePageAsync(context));
        }

        context.ProblemDetails.Extensions["traceId"] = Activity.Current?.Id ?? context.HttpContext.TraceIdentifier;
        return new ValueTask(context.HttpContext.Response.WriteAsJsonAsync(
            context.ProblemDetails,
            context.ProblemDetails.GetType(),
            json.Value.SerializerOptions,
            "application/problem+json",
            CancellationToken.None));
    }

    private static bool IsForPeople(HttpContext context) => context.Features.Get<AddressExtension>() is { } extension
        ? extension.Syntax == Syntax.Html
        : AcceptedSyntaxes.PreferPage(context.Request);

    private async Task WritePageAsync(ProblemDetailsContext context)
    {
        var response = context.HttpContext.Response;
        using var page = new MemoryStream();
        pages.WriteProblem(context.HttpContext, context.ProblemDetails, page);
        response.Headers.AppendCommaSeparatedValues(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        response.Headers.ContentLanguage = PageLanguage.Of(context.HttpContext.Request);
        response.ContentType = Syntax.Html.ContentType;
        await response.Body.WriteAsync(page.GetBuffer().AsMemory(0, (int)page.Length), CancellationToken.None);
    }
}
