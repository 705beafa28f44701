using System.Net;
using System.Text.Json;

namespace DataCatalog.Tests.Search;

/// <summary>Questions of which some words name a place.</summary>
public sealed class PlaceInQuestionTests(CatalogApp app)
{
    [Theory]
    [InlineData("déchèterie Rennes", "commune:35238", "déchèterie", "name")]
    [InlineData("déchèteries à Rennes ?", "commune:35238", "déchèteries", "name")]
    [InlineData("Rennes : arbres", "commune:35238", "arbres", "name")]
    [InlineData("prix de l'eau 44000", "commune:44109", "prix de l'eau", "postcode")]
    [InlineData("prix de l'eau 44109", "commune:44109", "prix de l'eau", "code")]
    [InlineData("arbres de la ville de Paris", "commune:75056", "arbres", "name")]
    [InlineData("budget de la région PACA", "region:93", "budget", "alias")]
    [InlineData("subventions 23000 euros Rennes", "commune:35238", "subventions 23000 euros", "name")]
    [InlineData("subventions 230000 euros Rennes", "commune:35238", "subventions 230000 euros", "name")]
    [InlineData("arbres Rennes France", "commune:35238", "arbres", "name")]
    [InlineData("eau potable Saint-Malo 35", "commune:35288", "eau potable", "name")]
    [InlineData("qualité de l'air saint malot", "commune:35288", "qualité de l'air", "spelling")]
    public async Task A_place_is_read_out_of_the_words(string question, string territory, string words, string matchedOn)
    {
        var page = await AskAsync(question);
        var understood = page.GetProperty("understoodAs");

        Assert.Equal(words, understood.GetProperty("label").GetString());
        var spatial = understood.GetProperty("spatial")[0].GetProperty("id").GetString();
        Assert.EndsWith($"/territories/{territory}", spatial, StringComparison.Ordinal);
        Assert.Equal(matchedOn, understood.GetProperty("matchedOn").GetString());
        Assert.True(page.GetProperty("totalItems").GetInt32() > 0);
    }

    /// <summary>The address of what was understood is the same question with a filter, and lists the same datasets.</summary>
    [Theory]
    [InlineData("déchèterie Rennes")]
    [InlineData("arbres de la ville de Paris")]
    [InlineData("qualité de l'air 69003")]
    public async Task What_was_understood_is_a_question_of_its_own(string question)
    {
        var page = await AskAsync(question);
        var same = await app.JsonAsync(PathOf(page.GetProperty("understoodAs").GetProperty("id")));

        Assert.Equal(page.Ids(), same.Ids());
        Assert.Equal(page.GetProperty("totalItems").GetInt32(), same.GetProperty("totalItems").GetInt32());
        Assert.False(same.TryGetProperty("understoodAs", out _));
    }

    [Fact]
    public async Task The_link_to_the_literal_question_takes_the_words_as_they_stand()
    {
        var page = await AskAsync("qualité de l'air Rennes");
        var literal = await app.JsonAsync(PathOf(page.GetProperty("understoodAs").GetProperty("seeAlso")));

        Assert.False(literal.TryGetProperty("understoodAs", out _));
        Assert.NotEqual(page.GetProperty("totalItems").GetInt32(), literal.GetProperty("totalItems").GetInt32());
    }

    [Theory]
    [InlineData("arbres Rennes", "arbres-rennes")]
    [InlineData("prénoms Nantes", "prenoms-nantes")]
    [InlineData("prénoms 35000", "prenoms-rennes")]
    public async Task The_datasets_of_the_place_itself_come_first(string question, string expected) =>
        Assert.Equal(expected, (await AskAsync(question)).Ids()[0]);

    [Fact]
    public async Task Datasets_that_except_the_place_are_no_answers()
    {
        var far = await AskAsync("consommation électricité Saint-Barthélemy");
        Assert.DoesNotContain(far.Ids(), id => id.Contains("enedis", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Rennes")]
    [InlineData("données Rennes")]
    [InlineData("35238")]
    [InlineData("où trouver Rennes")]
    public async Task A_place_alone_is_searched_as_a_word(string question) =>
        Assert.False((await AskAsync(question)).TryGetProperty("understoodAs", out _));

    [Theory]
    [InlineData("\"Rennes\" arbres")]
    [InlineData("arbres -Rennes")]
    [InlineData("lignes de bus")]
    [InlineData("aire d'accueil des gens du voyage")]
    [InlineData("plan local d'urbanisme")]
    [InlineData("bornes de recharge")]
    [InlineData("port de plaisance")]
    [InlineData("garde d'enfants")]
    [InlineData("base sirene 2024")]
    [InlineData("subvention 35000 euros")]
    [InlineData("marchés publics")]
    [InlineData("bancs publics")]
    public async Task Other_words_are_no_place(string question) =>
        Assert.False((await AskAsync(question)).TryGetProperty("understoodAs", out _));

    [Fact]
    public async Task The_filter_of_the_place_holds_for_datasets_with_some_of_the_words_too()
    {
        var question = Uri.EscapeDataString("subventions versées associations montants Saint-Malo");
        var all = await app.JsonAsync($"/search?kind=dataset&pageSize=100&q={question}");
        Assert.DoesNotContain("subventions-associations-sixt-sur-aff", all.Ids());
    }

    [Fact]
    public async Task The_name_of_an_entry_is_no_place()
    {
        var page = await app.JsonAsync($"/search?q={Uri.EscapeDataString("Mairie de Paris")}");
        Assert.False(page.TryGetProperty("understoodAs", out _));
        Assert.Equal("publisher", page.GetProperty("member")[0].GetProperty("kind").GetString());
    }

    [Fact]
    public async Task A_territory_that_is_given_wins()
    {
        var page = await app.JsonAsync("/datasets?q=arbres+Rennes&territory=commune:75056");
        Assert.False(page.TryGetProperty("understoodAs", out _));
        Assert.DoesNotContain("arbres-rennes", page.Ids());
    }

    [Fact]
    public async Task Places_of_the_same_name_are_other_readings()
    {
        var understood = (await AskAsync("eau potable saint-denis")).GetProperty("understoodAs");
        var others = understood.GetProperty("alternative").EnumerateArray().ToList();
        Assert.InRange(others.Count, 1, 5);
        foreach (var other in others)
        {
            Assert.StartsWith("eau potable, Saint-Denis (", other.GetProperty("label").GetString(), StringComparison.Ordinal);
            Assert.True((await app.JsonAsync(PathOf(other.GetProperty("id")))).GetProperty("totalItems").GetInt32() > 0);
        }
    }

    [Fact]
    public async Task The_next_page_keeps_the_question()
    {
        var first = await app.JsonAsync("/datasets?q=eau+Rennes&pageSize=2");
        var second = await app.JsonAsync(first.LinkTo("next")!);
        Assert.Equal(UnderstoodOf(first), UnderstoodOf(second));
        Assert.Empty(first.Ids().Intersect(second.Ids(), StringComparer.Ordinal));
    }

    [Fact]
    public async Task Ready_links_are_those_of_the_place()
    {
        var page = await AskAsync("cadastre Rennes");
        var links = page.GetProperty("member").EnumerateArray()
            .SelectMany(member => member.TryGetProperty("distribution", out var all) ? all.EnumerateArray().ToArray() : [])
            .Where(distribution => distribution.TryGetProperty("readyLinks", out _))
            .SelectMany(distribution => distribution.GetProperty("readyLinks").EnumerateArray());
        Assert.Contains(links, link => link.GetProperty("url").GetString()!.Contains("35238", StringComparison.Ordinal));
    }

    /// <summary>A harvester's view never changes by what somebody reads out of words.</summary>
    [Fact]
    public async Task The_catalogue_has_no_words() =>
        Assert.Equal(HttpStatusCode.BadRequest, (await app.GetAsync("/catalog?q=arbres+Rennes")).StatusCode);

    [Theory]
    [InlineData("literal=maybe")]
    [InlineData("literal=true&literal=true")]
    public async Task A_wrong_value_is_refused(string query) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await app.GetAsync($"/datasets?q=eau&{query}")).StatusCode);

    private Task<JsonElement> AskAsync(string question) => app.JsonAsync($"/datasets?q={Uri.EscapeDataString(question)}");

    private static string? UnderstoodOf(JsonElement page) => page.GetProperty("understoodAs").GetProperty("id").GetString();

    private static string PathOf(JsonElement address) => address.GetString()![CatalogApp.BaseUrl.Length..];
}
