using DataCatalog.Dcat.Rules;

namespace DataCatalog.Http;

/// <summary>Suggests an address for one at which there is nothing: <c>/Datasets</c>, <c>/dataset/x</c>, <c>/datasets/</c>.</summary>
internal static class NearestAddress
{
    /// <summary>The addresses of the API description in other services.</summary>
    private static readonly Dictionary<string, string> Descriptions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["/swagger.json"] = "/openapi/v1.json",
        ["/swagger/v1/swagger.json"] = "/openapi/v1.json",
        ["/openapi.json"] = "/openapi/v1.json",
        ["/openapi"] = "/openapi/v1.yaml",
        ["/openapi.yaml"] = "/openapi/v1.yaml",
    };

    public static string DidYouMean(HttpContext context)
    {
        var asked = context.Request.Path.ToUriComponent();
        return (Descriptions.GetValueOrDefault(asked) ?? Meant(context, asked)) is { } meant ? $" Did you mean '{Shown.Of(meant)}'?" : "";
    }

    /// <summary>Returns the address with the nearest existing list and without a slash at the end; null when there is none.</summary>
    private static string? Meant(HttpContext context, string asked)
    {
        if (asked.TrimEnd('/').Split('/', 3) is not [_, var first, .. var rest])
        {
            return null;
        }

        var lists = ListsOf(context);
        var list = lists.Contains(first) ? first : (EditDistance.Meant(first, lists, 1) is [var near] ? near : null);
        var meant = list is null ? null : string.Join('/', ["", list, .. rest]);
        return string.Equals(meant, asked, StringComparison.Ordinal) ? null : meant;
    }

    /// <summary>Returns the first path segments of all routes.</summary>
    private static HashSet<string> ListsOf(HttpContext context) => context.RequestServices
        .GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<QueryGate.Checked>() is not null)
        .Select(endpoint => endpoint.RoutePattern.RawText!.Trim('/').Split('/')[0])
        .Where(name => name.Length > 0)
        .ToHashSet(StringComparer.Ordinal);
}
