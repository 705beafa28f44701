using System.Net;

namespace DataCatalog.Tests.Search.Everything;

/// <summary>The lists of models and services, searched by words.</summary>
public sealed class WordedListTests(CatalogApp app)
{
    [Theory]
    [InlineData("models", "délibérations", "deliberations")]
    [InlineData("models", "deliberation", "deliberations")]
    [InlineData("models", "délib", "deliberations")]
    [InlineData("models", "accessibilite-erp", "accessibilite-erp")]
    [InlineData("models", "comment publier nos délibérations", "deliberations")]
    [InlineData("services", "sirene", "api-sirene")]
    [InlineData("services", "API Sirene", "api-sirene")]
    [InlineData("services", "acceslibre-api", "acceslibre-api")]
    [InlineData("services", "quel service pour l'accessibilité des lieux", "acceslibre-api")]
    public async Task An_entry_is_found_by_its_words_or_its_identifier(string list, string text, string identifier) =>
        Assert.Contains(identifier, (await app.JsonAsync($"/{list}.json?q={Uri.EscapeDataString(text)}")).Ids().Take(3));

    [Theory]
    [InlineData("models")]
    [InlineData("services")]
    public async Task The_words_stay_in_the_links_and_the_title(string list)
    {
        var page = await app.JsonAsync($"/{list}.json?q=public&pageSize=1");
        var total = page.GetProperty("totalItems").GetInt32();
        Assert.True(total > 1);
        Assert.True(total < (await app.JsonAsync($"/{list}.json")).GetProperty("totalItems").GetInt32());
        Assert.Equal($"{CatalogApp.BaseUrl}/{list}?q=public", page.GetProperty("id").GetString());
        Assert.Equal($"/{list}.json?q=public&page=2&pageSize=1", page.LinkTo("next"));
        Assert.Equal($"/{list}.json?q=public&page={total}&pageSize=1", page.LinkTo("last"));
        Assert.EndsWith(": public", page.GetProperty("title").GetProperty("fr").GetString(), StringComparison.Ordinal);
        Assert.Single(page.Ids());
    }

    [Theory]
    [InlineData("models")]
    [InlineData("services")]
    public async Task Blanks_are_no_words_and_unknown_words_find_nothing(string list)
    {
        var all = (await app.JsonAsync($"/{list}.json")).GetProperty("totalItems").GetInt32();
        Assert.Equal(all, (await app.JsonAsync($"/{list}.json?q=%20")).GetProperty("totalItems").GetInt32());
        Assert.Equal(0, (await app.JsonAsync($"/{list}.json?q=zzzzqq")).GetProperty("totalItems").GetInt32());
    }

    [Theory]
    [InlineData("models")]
    [InlineData("services")]
    public async Task Too_long_a_text_is_refused(string list)
    {
        using var longest = await app.GetAsync($"/{list}?q={new string('a', 500)}");
        using var longer = await app.GetAsync($"/{list}?q={new string('a', 501)}");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.BadRequest), (longest.StatusCode, longer.StatusCode));
    }

    [Theory]
    [InlineData("models")]
    [InlineData("services")]
    public async Task Signs_that_no_syntax_holds_do_no_harm(string list)
    {
        using var response = await app.GetAsync($"/{list}.rdf?q=eau%00%01");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
