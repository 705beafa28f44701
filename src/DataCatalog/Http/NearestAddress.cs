using DataCatalog.Dcat.Rules;

namespace DataCatalog.Http;

/// <summary>Says which address may be meant by one at which there is nothing: <c>/Datasets</c>, <c>/dataset/x</c>, <c>/datasets/</c>.</summary>
internal static class NearestAddress
{
    /// <summary>What other services call the description.</summary>
    private static readonly Dictionary<string, string> Descriptions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["/swagger.json"] = "/openapi/v1.json",
        ["/swagger/v1/swagger.json"] = "/openapi/v1.json",
        ["/openapi.json"] = "/openapi/v1.json",
        ["/openapi"] = "/openapi/v1.yaml",
        ["/openapi.yaml"] = "/openapi/v1.yaml",
    };

    /// <summary><c> Did you mean '/datasets'?</c>, with a space before it; empty when nothing is near.</summary>
    public static string DidYouMean(HttpContext context)
    {
        var asked = context.Request.Path.ToUriComponent();
        return (Descriptions.GetValueOrDefault(asked) ?? Meant(context, asked)) is { } meant ? $" Did you mean '{Shown.Of(meant)}'?" : "";
    }

    /// <summary>The same address with the name of a list that there is, and without a slash at the end.</summary>
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

    /// <summary>The first parts of the addresses that there are.</summary>
    private static HashSet<string> ListsOf(HttpContext context) => context.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<QueryGate.Checked>() is not null)
        .Select(endpoint => endpoint.RoutePattern.RawText!.Trim('/').Split('/')[0])
        .Where(name => name.Length > 0)
        .ToHashSet(StringComparer.Ordinal);
}
