using System.Net;
using System.Text.Json;
using DataCatalog.Tests.Mapping;

namespace DataCatalog.Tests.Harvesting;

public sealed class CatalogLanguageTests(CatalogApp app)
{
    private const string Hydra = "http://www.w3.org/ns/hydra/core#";

    private static readonly string[] Links = ["first", "last", "next", "nextPage", "previous"];

    [Fact]
    public async Task Each_property_has_one_language_and_nothing_else_is_missing()
    {
        var whole = Texts(await CatalogWalk.AllAsync(app));
        var reduced = Texts(await CatalogWalk.AllAsync(app, "/catalog.nt?lang=fr"));

        Assert.Equal(whole.Keys.Order(), reduced.Keys.Order());
        Assert.Contains(whole.Values, texts => texts.Count == 2);
        foreach (var (property, texts) in reduced)
        {
            Assert.Equal("fr", Assert.Single(texts).Key);
            Assert.Equal(whole[property]["fr"], texts["fr"]);
        }
    }

    [Fact]
    public async Task What_has_no_language_stays()
    {
        var whole = Others(await CatalogWalk.AllAsync(app));
        Assert.Equal(whole, Others(await CatalogWalk.AllAsync(app, "/catalog.nt?lang=fr")));
    }

    [Theory]
    [InlineData(".ttl")]
    [InlineData(".rdf")]
    [InlineData(".jsonld")]
    [InlineData(".json")]
    [InlineData(".nt")]
    public async Task Every_syntax_has_the_language(string extension)
    {
        var whole = await TextAsync($"/catalog{extension}?pageSize=3");
        var reduced = await TextAsync($"/catalog{extension}?pageSize=3&lang=fr");
        Assert.Contains("Completed", whole.Replace("status/Completed", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("Completed", reduced.Replace("status/Completed", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("Terminé", reduced, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Titles_stay_language_maps_in_JSON()
    {
        foreach (var dataset in Datasets(await app.JsonAsync("/catalog.json?lang=fr")))
        {
            Assert.Equal("fr", Assert.Single(dataset.GetProperty("title").EnumerateObject()).Name);
            Assert.Equal("fr", Assert.Single(dataset.GetProperty("publisher").GetProperty("name").EnumerateObject()).Name);
        }
    }

    [Theory]
    [InlineData("/catalog.nt?lang=fr&pageSize=60", "lang=fr")]
    [InlineData("/catalog.nt?lang=fr&pageSize=60&page=2", "lang=fr")]
    [InlineData("/catalog.nt?pageSize=7&lang=fr&cursor=datasets_arbres-rennes", "lang=fr")]
    [InlineData("/catalog.nt?lang=fr&theme=ENVI&hvd&pageSize=5", "hvd=true&theme=ENVI&lang=fr")]
    public async Task The_language_stands_after_the_filters_in_every_link(string start, string query)
    {
        await foreach (var page in CatalogWalk.PagesAsync(app, start))
        {
            var links = page.Statements.Where(statement => Links.Any(link => statement.Predicate == $"<{Hydra}{link}>")).ToList();
            Assert.NotEmpty(links);
            Assert.All(links, link =>
                Assert.StartsWith($"<{CatalogApp.BaseUrl}/catalog.nt?{query}&", link.Object, StringComparison.Ordinal));
            var collection = page.Statements.Single(statement => statement.Predicate == $"<{Hydra}view>").Subject;
            Assert.Equal($"<{CatalogApp.BaseUrl}/catalog?{query}>", collection);
        }
    }

    [Fact]
    public async Task A_walk_in_a_language_lists_what_any_walk_lists()
    {
        var whole = await CatalogWalk.AllAsync(app, "/catalog.nt?pageSize=40");
        var french = await CatalogWalk.AllAsync(app, "/catalog.nt?pageSize=40&lang=fr");
        Assert.Equal(Listed(whole), Listed(french));
    }

    [Fact]
    public async Task The_language_has_an_ETag_of_its_own()
    {
        var tags = new List<string>();
        foreach (var query in (string[])["", "lang=fr", "lang=fr&hvd=true"])
        {
            using var response = await app.GetAsync($"/catalog.ttl?{query}");
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            tags.Add(response.Headers.ETag!.Tag);
        }

        Assert.Equal(tags.Count, tags.Distinct(StringComparer.Ordinal).Count());
        using var known = await app.GetAsync("/catalog.ttl?lang=fr", $"If-None-Match: {tags[1]}");
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
    }

    [Theory]
    [InlineData("/datasets?lang=fr")]
    [InlineData("/datasets/arbres-rennes.ttl?lang=fr")]
    [InlineData("/feed.atom?lang=fr")]
    [InlineData("/changes?lang=fr")]
    [InlineData("/dumps?lang=fr")]
    [InlineData("/territories/commune:35238/datasets?lang=fr")]
    public async Task No_other_address_knows_it(string address)
    {
        using var response = await app.GetAsync(address);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("lang", (await CatalogApp.JsonOf(response)).GetProperty("parameter").GetString());
    }

    private async Task<string> TextAsync(string address)
    {
        using var response = await app.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static IEnumerable<JsonElement> Datasets(JsonElement page) => page.GetProperty("@graph").EnumerateArray()
        .Where(node => node.TryGetProperty("type", out var type) && type.ValueEquals("Dataset"));

    /// <summary>The texts of each property of each subject, by language.</summary>
    private static Dictionary<(string Subject, string Predicate), Dictionary<string, HashSet<string>>> Texts(
        IEnumerable<HarvestedPage> pages) => pages
        .SelectMany(page => page.Statements)
        .Where(statement => LanguageOf(statement) is not null)
        .GroupBy(statement => (statement.Subject, statement.Predicate))
        .ToDictionary(
            texts => texts.Key,
            texts => texts.GroupBy(text => LanguageOf(text)!, StringComparer.Ordinal)
                .ToDictionary(
                    of => of.Key, of => of.Select(text => text.Object).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal));

    private static IEnumerable<Statement> Others(IEnumerable<HarvestedPage> pages) => pages
        .SelectMany(page => page.Statements)
        .Where(statement => LanguageOf(statement) is null && !$"{statement}".Contains(Hydra, StringComparison.Ordinal))
        .ToHashSet()
        .OrderBy(statement => statement.ToString(), StringComparer.Ordinal);

    private static IEnumerable<string> Listed(IEnumerable<HarvestedPage> pages) => pages
        .SelectMany(page => page.Statements)
        .Where(statement => statement.Subject == $"<{CatalogApp.BaseUrl}/catalog>")
        .Where(statement => statement.Object.Contains("#record", StringComparison.Ordinal))
        .Select(statement => statement.Object);

    private static string? LanguageOf(Statement statement) =>
        statement.Object.StartsWith('"') && statement.Object.LastIndexOf("\"@", StringComparison.Ordinal) is > 0 and var at
            ? statement.Object[(at + 2)..]
            : null;
}
