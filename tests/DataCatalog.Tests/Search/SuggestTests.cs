using System.Net;
using System.Text.Json;

namespace DataCatalog.Tests.Search;

public sealed class SuggestTests(CatalogApp app)
{
    [Theory]
    [InlineData("eau pot", "competence", "eau-potable")]
    [InlineData("Institut national de l'info", "publisher", "ign")]
    [InlineData("ign", "publisher", "ign")]
    [InlineData("renn", "territory", "commune:35238")]
    [InlineData("35238", "territory", "commune:35238")]
    [InlineData("35000", "territory", "commune:35238")]
    [InlineData("243 500 139", "territory", "epci:243500139")]
    [InlineData("base adr", "dataset", "base-adresse-nationale")]
    [InlineData("adresse nat", "dataset", "base-adresse-nationale")]
    [InlineData("arbre", "dataset", "arbres-rennes")]
    [InlineData("cantine", "competence", "restauration-scolaire")]
    [InlineData("cantine s", "competence", "restauration-scolaire")]
    [InlineData("cantine sco", "competence", "restauration-scolaire")]
    [InlineData("cantine de l'é", "competence", "restauration-scolaire")]
    [InlineData("scolaire cantine", "competence", "restauration-scolaire")]
    [InlineData("cantines collectives", "competence", "restauration-scolaire")]
    [InlineData("poubelle", "competence", "dechets")]
    [InlineData("poubelles", "competence", "dechets")]
    [InlineData("plan local", "competence", "documents-urbanisme")]
    [InlineData("éclairage publique", "competence", "eclairage-public")]
    [InlineData("éclairage publique", "dataset", "eclairage-public-paris")]
    [InlineData("arbre hélicoptère", "dataset", "arbres-rennes")]
    [InlineData("api sir", "service", "api-sirene")]
    [InlineData("rpqs", "rule", "rpqs-eau")]
    [InlineData("licence ouv", "licence", "lov2")]
    [InlineData("lov2", "licence", "lov2")]
    public async Task What_is_typed_suggests(string text, string kind, string identifier) =>
        Assert.Contains(
            (kind, identifier),
            (await SuggestAsync(text)).Select(one => (one.GetProperty("kind").GetString()!, one.GetProperty("identifier").GetString()!)));

    [Fact]
    public async Task What_is_called_so_in_full_comes_first()
    {
        Assert.Equal("commune:35238", (await SuggestAsync("rennes"))[0].GetProperty("identifier").GetString());
        Assert.Equal("eau-potable", (await SuggestAsync("Eau potable"))[0].GetProperty("identifier").GetString());
    }

    [Fact]
    public async Task A_name_that_begins_so_comes_before_a_synonym_that_does()
    {
        var ids = (await SuggestAsync("eau", 50)).Select(one => one.GetProperty("identifier").GetString()).ToList();
        Assert.InRange(ids.IndexOf("eau-potable"), 0, ids.IndexOf("assainissement-collectif"));
    }

    [Theory]
    [InlineData("cantine hélicoptère")]
    [InlineData("de")]
    public async Task A_competence_has_all_words_and_not_only_stop_words(string text) =>
        Assert.DoesNotContain(
            "restauration-scolaire",
            (await SuggestAsync(text, 50)).Select(one => one.GetProperty("identifier").GetString()));

    [Fact]
    public async Task Titles_with_all_words_come_alone() =>
        Assert.All(
            (await SuggestAsync("arbres paris")).Where(one => one.GetProperty("kind").GetString() is "dataset"),
            one => Assert.Contains("Paris", one.GetProperty("label").GetString(), StringComparison.Ordinal));

    [Fact]
    public async Task A_list_is_mixed_and_no_longer_than_asked()
    {
        var suggestions = await SuggestAsync("re", 8);
        Assert.Equal(8, suggestions.Count);
        Assert.All(suggestions.CountBy(one => one.GetProperty("kind").GetString()!), kind => Assert.InRange(kind.Value, 1, 4));
        Assert.Single(await SuggestAsync("re", 1));
    }

    [Fact]
    public async Task Every_suggestion_leads_somewhere()
    {
        foreach (var suggestion in (await SuggestAsync("ea")).Concat(await SuggestAsync("renn")).Concat(await SuggestAsync("min")))
        {
            Assert.NotEmpty(suggestion.GetProperty("label").GetString()!);
            foreach (var address in (string[])["iri", "datasets"])
            {
                if (suggestion.TryGetProperty(address, out var link))
                {
                    using var response = await app.GetAsync(link.GetString()![CatalogApp.BaseUrl.Length..]);
                    Assert.Equal(HttpStatusCode.OK, response.StatusCode);
                }
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\"")]
    [InlineData("-")]
    [InlineData("-eau")]
    [InlineData("de la")]
    [InlineData("a\0b")]
    [InlineData("eau AND NOT")]
    [InlineData("\uD83D\uDCA7")]
    [InlineData("\u202Eeau")]
    [InlineData("title:eau)")]
    public async Task Whatever_is_typed_gets_a_list(string text)
    {
        using var response = await app.GetAsync($"/suggest?q={Uri.EscapeDataString(text)}");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("", "q")]
    [InlineData("q=a&limit=0", "limit")]
    [InlineData("q=a&limit=51", "limit")]
    [InlineData("q=a&max=5", "max")]
    public async Task What_means_nothing_is_refused(string query, string parameter)
    {
        using var response = await app.GetAsync($"/suggest?{query}");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(parameter, (await CatalogApp.JsonOf(response)).GetProperty("parameter").GetString());
    }

    [Fact]
    public async Task Too_long_a_text_is_refused()
    {
        using var response = await app.GetAsync($"/suggest?q={new string('a', 201)}");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private async Task<IReadOnlyList<JsonElement>> SuggestAsync(string text, int limit = 10) =>
        [.. (await app.JsonAsync($"/suggest?q={Uri.EscapeDataString(text)}&limit={limit}")).GetProperty("suggestions").EnumerateArray()];
}
