using System.Net;
using System.Xml.Linq;

namespace DataCatalog.Tests.Pages;

/// <summary>The pages about the site, and what search engines ask for.</summary>
public sealed class SitePageTests(CatalogApp app)
{
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Theory]
    [InlineData("/about", "À propos", "About")]
    [InlineData("/developers", "Développeurs", "Developers")]
    [InlineData("/accessibilite", "Accessibilité", "Accessibility")]
    [InlineData("/mentions-legales", "Mentions légales", "Legal notice")]
    public async Task The_pages_about_the_site_are_in_both_languages(string address, string french, string english)
    {
        Assert.Contains($"<h1>{french}", await app.PageAsync(address), StringComparison.Ordinal);
        Assert.Contains($"<h1>{english}", await app.PageAsync($"{address}?ui=en"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr", "Hébergeur L'exploitant de ce service ne l'a pas indiqué.")]
    [InlineData("en", "Host The operator of this service has not said it.")]
    public async Task Without_a_host_the_legal_notice_says_that_nobody_has_stated_it(string language, string sentence) =>
        Assert.Contains(sentence, Page.TextOf(await app.PageAsync($"/mentions-legales?ui={language}")), StringComparison.Ordinal);

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task The_legal_notice_names_the_host_that_the_operator_states(string language)
    {
        await using var hosted = new CatalogApp
        {
            Settings = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Catalog:Host"] = "Nuages <& Cie>; 1 rue de l'Exemple, 35000 Rennes; +33 2 00 00 00 00",
            },
        };
        using var before = await app.GetAsync("/mentions-legales", Page.Browser);
        using var after = await hosted.GetAsync("/mentions-legales", Page.Browser);
        var page = await hosted.PageAsync($"/mentions-legales?ui={language}");

        Assert.Contains("Nuages <& Cie>, 1 rue de l'Exemple, 35000 Rennes, +33 2 00 00 00 00",
            WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.DoesNotContain("Nuages <&", page, StringComparison.Ordinal);
        Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);
    }

    [Theory]
    [InlineData("/about.ttl", HttpStatusCode.NotFound)]
    [InlineData("/about?page=1", HttpStatusCode.BadRequest)]
    [InlineData("/About", HttpStatusCode.NotFound)]
    [InlineData("/sitemaps/nothing.xml", HttpStatusCode.NotFound)]
    public async Task Other_forms_of_these_addresses_are_refused(string address, HttpStatusCode status)
    {
        using var response = await app.GetAsync(address);

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task Developers_read_the_examples_of_the_documentation_which_a_test_runs()
    {
        var page = WebUtility.HtmlDecode(await app.PageAsync("/developers"));
        var documentation = await File.ReadAllTextAsync(Repository.PathOf("docs/api.md"), TestContext.Current.CancellationToken);

        foreach (var language in new[] { "bash", "python", "javascript", "csharp" })
        {
            var example = documentation.Split($"```{language}\n")[1].Split("\n```")[0];
            Assert.Contains(example, page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_robots_are_told_where_the_map_is()
    {
        using var response = await app.GetAsync("/robots.txt");
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal("text/plain; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Contains("\nSitemap: http://localhost:5080/sitemap.xml\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_map_has_every_dataset_with_its_day_and_every_part_is_there()
    {
        var index = await XmlAsync("/sitemap.xml");
        var parts = index.Descendants(Map + "loc").Select(part => part.Value[CatalogApp.BaseUrl.Length..]).ToList();
        var entries = (await XmlAsync("/sitemaps/entries.xml")).Descendants(Map + "url").ToList();
        var datasets = entries.Where(entry => entry.Element(Map + "loc")!.Value.Contains("/datasets/", StringComparison.Ordinal)).ToList();

        Assert.Equal(["/sitemaps/entries.xml", "/sitemaps/territories.xml"], parts);
        Assert.All(await Task.WhenAll(parts.Select(XmlAsync)), part => Assert.InRange(part.Descendants(Map + "url").Count(), 1, 50_000));
        Assert.Equal((await app.MembersAsync("datasets")).Count, datasets.Count);
        Assert.All(datasets, dataset => Assert.Matches("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", dataset.Element(Map + "lastmod")!.Value));
    }

    [Fact]
    public async Task Every_page_of_the_map_but_those_of_texts_has_the_day_of_its_last_change()
    {
        var last = (await app.JsonAsync("/changes?limit=1000&since=0")).GetProperty("changes").EnumerateArray()
            .Select(change => change.GetProperty("at").GetString()![..10]).Max();
        var entries = (await XmlAsync("/sitemaps/entries.xml")).Descendants(Map + "url").ToList();
        var undated = entries.Where(entry => entry.Element(Map + "lastmod") is null).Select(entry => entry.Element(Map + "loc")!.Value);

        Assert.Equal([$"{CatalogApp.BaseUrl}/about", $"{CatalogApp.BaseUrl}/developers"], undated);
        Assert.Equal(last, DayOf(entries, "/datasets"));
        Assert.Equal("2026", DayOf(entries, "/agents/ign")[..4]);
        Assert.Equal("2026", DayOf(entries, "/vocabularies/competences/eau-potable")[..4]);
        foreach (var part in new[] { "/sitemap.xml", "/sitemaps/territories.xml" })
        {
            var days = (await XmlAsync(part)).Descendants(Map + "lastmod").Select(day => day.Value).ToList();
            Assert.NotEmpty(days);
            Assert.All(days, day => Assert.Equal(last, day));
        }
    }

    private static string DayOf(IEnumerable<XElement> entries, string path) => entries
        .Single(entry => entry.Element(Map + "loc")!.Value == CatalogApp.BaseUrl + path).Element(Map + "lastmod")!.Value;

    private async Task<XDocument> XmlAsync(string address)
    {
        using var response = await app.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return XDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
