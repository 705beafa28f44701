using System.Net;
using System.Text.Json;

namespace DataCatalog.Tests.Pages;

/// <summary>The page of a dataset has the links for the reader's commune, those that the JSON and the lists of a territory have.</summary>
public sealed class ReadyLinkTests(CatalogApp app)
{
    private const string Address = "/datasets/qualite-eau-robinet";

    [Theory]
    [InlineData("commune:35238")]
    [InlineData("35238")]
    [InlineData("35238%20Rennes")]
    [InlineData("Rennes")]
    [InlineData("rennes")]
    [InlineData("http%3A%2F%2Fid.insee.fr%2Fgeo%2Fcommune%2F35238")]
    public async Task The_page_has_the_links_of_the_commune_however_it_is_written(string territory)
    {
        var expected = LinksIn(
            (await app.JsonAsync("/territories/commune:35238/datasets.json?q=qualite-eau-robinet")).GetProperty("member")[0]);
        var page = await app.PageAsync($"{Address}?territory={territory}");

        Assert.NotEmpty(expected);
        Assert.Equal(expected, LinksIn(await app.JsonAsync($"{Address}.json?territory={territory}")));
        Assert.All(expected, link => Assert.Contains(link, Page.LinksOf(page)));
        Assert.Contains("value=\"35238 Rennes\"", page, StringComparison.Ordinal);
        Assert.Contains($"curl -L \"{expected[0]}\"", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.DoesNotContain(">commune:35238<", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr", "donnez la vôtre ci-dessus")]
    [InlineData("en", "give yours above")]
    public async Task Without_a_commune_the_page_says_what_to_choose_and_no_template_is_a_link_or_a_request(
        string language, string sentence)
    {
        var page = await app.PageAsync($"{Address}?ui={language}");
        var decoded = WebUtility.HtmlDecode(page);

        Assert.Contains(sentence, Page.TextOf(page), StringComparison.Ordinal);
        Assert.Contains("{insee}", decoded, StringComparison.Ordinal);
        Assert.DoesNotMatch("curl -L \"[^\"]*\\{", decoded);
        Assert.DoesNotContain(Page.LinksOf(page), link => link.Contains('{', StringComparison.Ordinal));
        Assert.Matches("<input id=\"territory\" name=\"territory\" type=\"text\" required", page);
    }

    [Fact]
    public async Task Where_a_commune_has_no_link_the_page_says_so()
    {
        var page = Page.TextOf(await app.PageAsync($"{Address}?territory=region:53"));

        Assert.Contains("Aucun lien n'est connu pour region:53.", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("territory=commune:99999", "'territory' is 'commune:99999'")]
    [InlineData("territory=zzzzqq", "expected the code or the name of a commune")]
    [InlineData("territory=Saint-Denis", "93066 Saint-Denis")]
    [InlineData("territory=commune:35238&territory=commune:35238", "given 2 times")]
    [InlineData("territory=%3Cscript%3Ealert(1)%3C%2Fscript%3E", "'territory' is")]
    public async Task Another_territory_is_refused_alike_by_the_dataset_and_its_letter(string query, string sentence)
    {
        foreach (var address in new[] { $"{Address}.json", $"{Address}.ttl", "/datasets/fichiers-fonciers/letter.txt" })
        {
            using var response = await app.GetAsync($"{address}?{query}");

            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            Assert.Contains(
                sentence, (await CatalogApp.JsonOf(response)).GetProperty("detail").GetString()!, StringComparison.Ordinal);
        }

        using var forPeople = await app.GetAsync($"{Address}?{query}", Page.Browser);
        var page = await forPeople.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, forPeople.StatusCode);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_longer_text_than_any_name_is_refused()
    {
        using var response = await app.GetAsync($"{Address}.json?territory={new string('a', 201)}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Each_territory_has_its_own_answer_also_when_it_is_asked_again()
    {
        string?[] tags = ["", ""];
        for (var round = 0; round < 2; round++)
        {
            var (plain, rennes, lyon) = (
                await app.PageAsync(Address), await app.PageAsync($"{Address}?territory=35238"),
                await app.PageAsync($"{Address}?territory=69123"));
            using var tagged = await app.GetAsync($"{Address}?territory=35238", Page.Browser);
            tags[round] = tagged.Headers.ETag?.ToString();

            Assert.DoesNotContain("code_commune=35238", plain, StringComparison.Ordinal);
            Assert.Contains("code_commune=35238", rennes, StringComparison.Ordinal);
            Assert.Contains("code_commune=69123", lyon, StringComparison.Ordinal);
            Assert.DoesNotContain("code_commune=35238", lyon, StringComparison.Ordinal);
        }

        Assert.Equal(tags[0], tags[1]);
    }

    [Fact]
    public async Task Search_engines_get_the_address_without_the_territory_and_the_other_language_keeps_it()
    {
        var page = await app.PageAsync($"{Address}?territory=35238");

        Assert.Contains($"<link rel=\"canonical\" href=\"{CatalogApp.BaseUrl}{Address}\" />", page, StringComparison.Ordinal);
        Assert.Contains($"{Address}?territory=35238&ui=en", Page.LinksOf(page));
    }

    [Theory]
    [InlineData("/territories/commune:35238/datasets?q=eau")]
    [InlineData("/datasets?q=eau&territory=commune:35238")]
    [InlineData("/search?q=eau&territory=commune:35238&kind=dataset")]
    [InlineData("/territories/commune:35238/mapping")]
    public async Task Links_from_the_pages_of_a_territory_carry_it_along(string address)
    {
        var links = Page.LinksOf(await app.PageAsync(address))
            .Where(link => link.StartsWith("/datasets/", StringComparison.Ordinal)
                && !link.Split('?')[0].EndsWith(".atom", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.EndsWith(
            "?territory=commune:35238", link.Replace("%3A", ":", StringComparison.Ordinal), StringComparison.Ordinal));
        Assert.Contains("value=\"35238 Rennes\"",
            await app.PageAsync("/datasets/fichiers-fonciers/letter?territory=35238"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_description_names_the_parameter_and_the_distribution_does_not_take_it()
    {
        var paths = (await app.JsonAsync("/openapi/v1.json")).GetProperty("paths");
        using var other = await app.GetAsync("/distributions/qualite-eau-robinet-2?territory=35238");

        Assert.Contains(
            paths.GetProperty("/datasets/{id}").GetProperty("get").GetProperty("parameters").EnumerateArray(),
            parameter => parameter.TryGetProperty("name", out var name) && name.GetString() is "territory");
        Assert.Equal(HttpStatusCode.BadRequest, other.StatusCode);
    }

    private static List<string> LinksIn(JsonElement dataset) =>
    [
        .. dataset.GetProperty("distribution").EnumerateArray()
            .Where(file => file.TryGetProperty("readyLinks", out _))
            .SelectMany(file => file.GetProperty("readyLinks").EnumerateArray())
            .Select(link => link.GetProperty("url").GetString()!),
    ];
}
