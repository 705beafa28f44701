namespace DataCatalog.Http;

/// <summary>
/// Removes query parameters that newsletters and social networks add to links. They mean nothing here, so they are removed before the query
/// is read and appear in no link, ETag or header.
/// </summary>
internal static class TrackingParameters
{
    private static readonly string[] Prefixes = ["utm_", "mtm_", "pk_", "at_"];
    private static readonly string[] Names = ["fbclid", "gclid", "dclid", "msclkid", "twclid", "mc_cid", "mc_eid", "xtor", "_ga"];

    public static void Drop(HttpRequest request)
    {
        if (request.Query.Keys.Any(IsTracking))
        {
            request.QueryString = QueryString.Create(request.Query.Where(parameter => !IsTracking(parameter.Key)));
        }
    }

    private static bool IsTracking(string name) =>
        Names.Contains(name, StringComparer.Ordinal) || Array.Exists(Prefixes, prefix => name.StartsWith(prefix, StringComparison.Ordinal));
}
