using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing.Patterns;

namespace DataCatalog.Http;

/// <summary>
/// One thing has one address: a slash at the end, or capitals in the names that we give to lists, make another address, and there is
/// nothing there; nor is there at the extension of a syntax that an address does not have. (The framework's routing would take them for the same, and harvesters for two.)
/// </summary>
internal static class CanonicalAddresses
{
    public static IApplicationBuilder UseCanonicalAddresses(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.GetEndpoint() is { } endpoint && endpoint.Metadata.GetMetadata<QueryGate.Checked>() is not null && !(IsCanonical(context.Request.Path, endpoint) && HasSyntax(context, endpoint)))
        {
            return Problems.NothingAt(context).ExecuteAsync(context);
        }

        return next(context);
    });

    private static bool HasSyntax(HttpContext context, Endpoint endpoint) =>
        context.Features.Get<AddressExtension>() is not { } extension
        || endpoint.Metadata.OfType<IProducesResponseTypeMetadata>().Any(answer => answer.StatusCode == StatusCodes.Status200OK
            && answer.ContentTypes.Contains(extension.Syntax.MediaType, StringComparer.Ordinal));

    /// <summary>Whether the names in an address are written as in its route, and nothing stands behind the last one.</summary>
    private static bool IsCanonical(PathString path, Endpoint endpoint)
    {
        var segments = (path.Value ?? "").Split('/')[1..];
        var route = ((RouteEndpoint)endpoint).RoutePattern.PathSegments;
        return path.Value is null or "" or "/" || (segments.Length == route.Count && !route.Where((part, place) => !IsWritten(part, segments[place])).Any());
    }

    private static bool IsWritten(RoutePatternPathSegment route, string segment) =>
        route.Parts is not [RoutePatternLiteralPart literal] || string.Equals(literal.Content, segment, StringComparison.Ordinal);
}
