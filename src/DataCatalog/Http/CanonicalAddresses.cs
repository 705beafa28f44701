using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing.Patterns;

namespace DataCatalog.Http;

/// <summary>
/// Answers 404 at addresses that differ from those of a route by a slash at the end, by capital letters, or by an extension whose syntax
/// the route does not have. The framework's routing accepts these addresses, and harvesters would take them for other entries.
/// </summary>
internal static class CanonicalAddresses
{
    public static IApplicationBuilder UseCanonicalAddresses(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.GetEndpoint() is { } endpoint
            && endpoint.Metadata.GetMetadata<QueryGate.Checked>() is not null
            && !(IsCanonical(context.Request.Path, endpoint) && HasSyntax(context, endpoint)))
        {
            return Problems.NothingAt(context).ExecuteAsync(context);
        }

        return next(context);
    });

    private static bool HasSyntax(HttpContext context, Endpoint endpoint) =>
        context.Features.Get<AddressExtension>() is not { } extension
        || (extension.Syntax == Syntax.Html && PageForm.IsAt(endpoint))
        || endpoint.Metadata.OfType<IProducesResponseTypeMetadata>().Any(answer => answer.StatusCode == StatusCodes.Status200OK
            && answer.ContentTypes.Contains(extension.Syntax.MediaType, StringComparer.Ordinal));

    /// <summary>Whether a path spells the names of its route exactly and has no further slash at the end.</summary>
    private static bool IsCanonical(PathString path, Endpoint endpoint)
    {
        var segments = (path.Value ?? "").Split('/')[1..];
        var route = ((RouteEndpoint)endpoint).RoutePattern.PathSegments;
        return path.Value is null or "" or "/"
            || (segments.Length == route.Count && route.Zip(segments).All(part => IsExact(part.First, part.Second)));
    }

    private static bool IsExact(RoutePatternPathSegment route, string segment) =>
        route.Parts is not [RoutePatternLiteralPart literal] || string.Equals(literal.Content, segment, StringComparison.Ordinal);
}
