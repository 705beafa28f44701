namespace DataCatalog.Http;

/// <summary>
/// Query parameters that newsletters and social networks add to every link that is followed through them. They ask nothing of us, so they are dropped before
/// the question is read: they stand in no link, no tag and no header.
/// </summary>
internal static class TrackingParameters
{
    private static readonly string[] Beginnings = ["utm_", "mtm_", "pk_", "at_"];
    private static readonly string[] Names = ["fbclid", "gclid", "dclid", "msclkid", "twclid", "mc_cid", "mc_eid", "xtor", "_ga"];

    public static void Drop(HttpRequest request)
    {
        if (request.Query.Keys.Any(IsTracking))
        {
            request.QueryString = QueryString.Create(request.Query.Where(parameter => !IsTracking(parameter.Key)));
        }
    }

    private static bool IsTracking(string name) =>
        Names.Contains(name, StringComparer.Ordinal) || Array.Exists(Beginnings, beginning => name.StartsWith(beginning, StringComparison.Ordinal));
}
