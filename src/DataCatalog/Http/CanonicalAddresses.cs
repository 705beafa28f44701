using Microsoft.AspNetCore.Http.Metadata;

namespace DataCatalog.Http;

/// <summary>
/// One thing has one address: a slash at the end, or capitals in the names that we give to lists, make another address, and there is
/// nothing there; nor is there at the extension of a syntax that an address does not have. (The framework's routing would take them for the same, and harvesters for two.)
/// </summary>
internal static class CanonicalAddresses
{
    public static IApplicationBuilder UseCanonicalAddresses(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.GetEndpoint() is { } endpoint && endpoint.Metadata.GetMetadata<QueryGate.Checked>() is not null && !(IsCanonical(context.Request.Path) && HasSyntax(context, endpoint)))
        {
            return Problems.NothingAt(context).ExecuteAsync(context);
        }

        return next(context);
    });

    private static bool HasSyntax(HttpContext context, Endpoint endpoint) =>
        context.Features.Get<AddressExtension>() is not { } extension
        || endpoint.Metadata.OfType<IProducesResponseTypeMetadata>().Any(answer => answer.StatusCode == StatusCodes.Status200OK
            && answer.ContentTypes.Contains(extension.Syntax.MediaType, StringComparer.Ordinal));

    private static bool IsCanonical(PathString path)
    {
        var text = path.Value ?? "";
        var list = text.Split('/', 3) is [_, var first, ..] ? first : "";
        return text.Length <= 1 || (!text.EndsWith('/') && !list.AsSpan().ContainsAnyInRange('A', 'Z'));
    }
}
