using DataCatalog.Dcat;

namespace DataCatalog.Reports;

/// <summary>
/// Tells the forms of our own pages from those of other sites. There is no session that another site could use; but its readers would
/// report without knowing it. Programs send neither header, and are let through.
/// </summary>
internal static class FormOrigin
{
    /// <summary>Whether a browser says that the form comes from another site (https://www.w3.org/TR/fetch-metadata/).</summary>
    public static bool IsOfOtherSite(HttpRequest request, CatalogIris iris)
    {
        var headers = request.Headers;
        return headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site
            ? site is not ("same-origin" or "none")
            : headers.Origin.Count > 0 && !IsOurs(headers.Origin.ToString(), request, iris);
    }

    /// <summary>A page may stand at the public address, or at the host of the request: behind a proxy these differ.</summary>
    private static bool IsOurs(string origin, HttpRequest request, CatalogIris iris) =>
        string.Equals(origin, new Uri(iris.BaseUrl).GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase)
        || string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
}
