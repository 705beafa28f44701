using System.Net;
using System.Text.RegularExpressions;

namespace DataCatalog.Tests.Pages;

/// <summary>What tests read in a page.</summary>
internal static partial class Page
{
    /// <summary>The header of a browser.</summary>
    public const string Browser = "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    /// <summary>One address of each kind of page.</summary>
    public static IReadOnlyList<string> Kinds => File.ReadAllLines(Repository.PathOf("tests/pages/kinds.txt"));

    /// <summary>Gets a page that must be there, with its marks of text decoded.</summary>
    public static async Task<string> PageAsync(this CatalogApp app, string address, params string[] headers)
    {
        using var response = await app.GetAsync(address, [Browser, .. headers]);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Returns the text of a page, without its elements.</summary>
    public static string TextOf(string page) => Blanks.Replace(WebUtility.HtmlDecode(Elements.Replace(page, " ")), " ");

    /// <summary>Lists the addresses of the links of a page.</summary>
    public static IEnumerable<string> LinksOf(string page) =>
        Links.Matches(page).Select(match => WebUtility.HtmlDecode(match.Groups["address"].Value)).Distinct(StringComparer.Ordinal);

    /// <summary>Lists the addresses of the files that a page loads.</summary>
    public static IEnumerable<string> FilesOf(string page) => Files.Matches(page).Select(match => match.Groups["address"].Value);

    [GeneratedRegex("(href|src)=\"(?<address>/assets/[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Files { get; }

    [GeneratedRegex("<[^>]*>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Elements { get; }

    [GeneratedRegex(@"\s+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Blanks { get; }

    [GeneratedRegex("<a [^>]*href=\"(?<address>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Links { get; }
}
