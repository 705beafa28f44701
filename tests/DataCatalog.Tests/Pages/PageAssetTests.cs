using System.Net;
using System.Text;

namespace DataCatalog.Tests.Pages;

/// <summary>The stylesheet, the script and the icon, and what a page may load.</summary>
public sealed class PageAssetTests(CatalogApp app)
{
    [Fact]
    public async Task The_files_of_a_page_are_kept_for_good_under_names_with_their_digest()
    {
        var page = await app.PageAsync("/");
        var files = Page.FilesOf(page).ToList();

        Assert.Equal(3, files.Count);
        foreach (var file in files)
        {
            using var response = await app.GetAsync(file);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal("public, max-age=31536000, immutable", response.Headers.CacheControl?.ToString());
            Assert.Matches(@"\.[0-9a-f]{12}\.(css|js|svg)$", file);
            Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/datasets/unknown")]
    public async Task A_page_may_run_and_style_nothing_inline(string address)
    {
        using var response = await app.GetAsync(address, Page.Browser);
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));

        Assert.StartsWith("default-src 'none'; style-src 'self'; script-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
        Assert.NotEmpty(response.Headers.GetValues("Referrer-Policy"));
    }

    [Fact]
    public async Task The_home_page_weighs_less_than_100_KB_with_all_its_files_uncompressed()
    {
        var page = await app.PageAsync("/");
        var total = Encoding.UTF8.GetByteCount(page);
        foreach (var file in Page.FilesOf(page))
        {
            using var response = await app.GetAsync(file);
            total += (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length;
        }

        Assert.InRange(total, 1, 100_000);
    }
}
