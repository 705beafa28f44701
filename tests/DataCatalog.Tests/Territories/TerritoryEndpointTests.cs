using System.Net;
using System.Text.Json;

namespace DataCatalog.Tests.Territories;

public sealed class TerritoryEndpointTests(CatalogApp app)
{
    private const string Metro = "France métropolitaine";
    private const string Drom = "Départements et régions d'outre-mer";
    private const string Both = "France métropolitaine, départements et régions d'outre-mer";

    [Fact]
    public async Task All_are_listed_in_the_order_of_the_ids_page_by_page()
    {
        var found = (await app.MembersAsync("territories")).Select(Identifier).ToList();
        Assert.Equal(found.Order(StringComparer.Ordinal).Distinct(StringComparer.Ordinal), found);
        Assert.Equal((await app.JsonAsync("/territories?pageSize=1")).GetProperty("totalItems").GetInt32(), found.Count);
        Assert.Contains("commune:35238", found);
        Assert.Contains("former-commune:01018", found);
    }

    [Theory]
    [InlineData("q=rennes", "commune:35238")]
    [InlineData("q=saint%20denis%20974", "commune:97411")]
    [InlineData("q=Saint-Denis%20(La%20R%C3%A9union)", "commune:97411")]
    [InlineData("q=l'ha%C3%BF", "commune:94038")]
    [InlineData("q=213502388", "commune:35238")]
    [InlineData("q=01018", "commune:01033")]
    [InlineData("q=ochiaz", "former-commune:01278")]
    [InlineData("q=11&kind=departement", "departement:11")]
    [InlineData("q=paris&kind=departement", "departement:75")]
    [InlineData("q=saint-denis&within=region:04", "commune:97411")]
    [InlineData("q=saint-denis&within=ept:200057867", "commune:93066")]
    [InlineData("within=departement:35&kind=commune", "commune:35238")]
    [InlineData("within=commune:75056&kind=arrondissement-municipal", "arrondissement-municipal:75101")]
    [InlineData("kind=country", "country:FRA")]
    [InlineData("within=commune:01018&kind=former-commune", "former-commune:01018")]
    [InlineData("within=departement:35&kind=epci&q=243500139", "epci:243500139")]
    public async Task A_search_finds_first(string query, string first)
    {
        var page = await app.JsonAsync($"/territories?{query}");
        Assert.Equal(first, Identifier(page.GetProperty("member")[0]));
    }

    [Theory]
    [InlineData("commune:93066", "Plaine Commune", "Métropole du Grand Paris", "Seine-Saint-Denis", "Île-de-France", Metro, Both, "France")]
    [InlineData("commune:29083", "Finistère", "Bretagne", Metro, Both, "France")]
    [InlineData("commune:97411", "CA Intercommunale du Nord de la Réunion (CINOR)", "La Réunion", "La Réunion", Drom, Both, "France")]
    [InlineData("commune:97701", "Saint-Barthélemy", "Collectivités d'outre-mer et Nouvelle-Calédonie", "France")]
    [InlineData("arrondissement-municipal:75101", "Paris", "Métropole du Grand Paris", "Paris", "Île-de-France", Metro, Both, "France")]
    public async Task A_territory_names_all_that_contain_it_nearest_first(string id, params string[] names)
    {
        var within = (await app.JsonAsync($"/territories/{id}")).GetProperty("within").EnumerateArray();
        Assert.Equal(names, within.Select(outer => outer.GetProperty("prefLabel").GetProperty("fr").GetString()));
    }

    [Theory]
    [InlineData("kind=epci", "epci")]
    [InlineData("q=saint&kind=commune", "commune")]
    [InlineData("within=departement:01&kind=former-commune", "former-commune")]
    public async Task Only_the_kind_that_is_asked_for_is_listed(string query, string kind)
    {
        var page = await app.JsonAsync($"/territories?{query}&pageSize=100");
        Assert.All(page.GetProperty("member").EnumerateArray(), member =>
            Assert.StartsWith($"{kind}:", Identifier(member), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Namesakes_are_told_apart_by_what_contains_them()
    {
        var page = await app.JsonAsync("/territories?q=saint-denis&kind=commune");
        var places = page.GetProperty("member").EnumerateArray().ToDictionary(
            Identifier,
            member => member.GetProperty("within").EnumerateArray()
                .Select(parent => parent.GetProperty("prefLabel").GetProperty("fr").GetString()));
        Assert.Contains("La Réunion", places["commune:97411"]);
        Assert.Contains("Seine-Saint-Denis", places["commune:93066"]);
        Assert.Contains("Aude", places["commune:11339"]);
    }

    [Theory]
    [InlineData("rennes", "name", null)]
    [InlineData("rennse", "spelling", "Rennes")]
    [InlineData("35000 Rennes cedex 7", "name", null)]
    [InlineData("35000", "postcode", null)]
    [InlineData("213502388", "siren", null)]
    [InlineData("35238", "code", null)]
    public async Task A_hit_says_why_it_was_found(string text, string matchedOn, string? corrected)
    {
        var hit = (await app.JsonAsync($"/territories?q={Uri.EscapeDataString(text)}")).GetProperty("member")[0];
        Assert.Equal("commune:35238", Identifier(hit));
        Assert.Equal(matchedOn, hit.GetProperty("matchedOn").GetString());
        Assert.Equal(corrected, hit.TryGetProperty("correctedName", out var name) ? name.GetString() : null);
        Assert.False((await app.JsonAsync("/territories?kind=commune")).GetProperty("member")[0].TryGetProperty("matchedOn", out _));
    }

    [Theory]
    [InlineData("%ED%A0%80")]
    [InlineData("99999999999999999999")]
    [InlineData("%00")]
    public async Task Bad_texts_are_no_failure(string text)
    {
        using var answer = await app.GetAsync($"/territories?q={text}");
        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Filters_stay_in_the_links_of_the_pages()
    {
        var page = await app.JsonAsync("/territories.json?kind=commune&within=departement:01&q=01400&pageSize=4");
        Assert.Equal($"{CatalogApp.BaseUrl}/territories?q=01400&within=departement%3A01&kind=commune", page.GetProperty("id").GetString());
        Assert.Equal(10, page.GetProperty("totalItems").GetInt32());
        Assert.Equal(
            $"{CatalogApp.BaseUrl}/territories.json?q=01400&within=departement%3A01&kind=commune&page=2&pageSize=4",
            page.GetProperty("view").GetProperty("next").GetString());
    }

    [Fact]
    public async Task What_is_found_nowhere_is_an_empty_page()
    {
        var page = await app.JsonAsync("/territories?q=nowhere");
        Assert.Equal(0, page.GetProperty("totalItems").GetInt32());
        Assert.Equal(0, page.GetProperty("member").GetArrayLength());
    }

    [Theory]
    [InlineData("kind=communes", "kind", "the nearest is commune.")]
    [InlineData("kind=", "kind", "expected one of country, country-subset")]
    [InlineData("within=departement:3", "within", "departement:33 (Gironde)")]
    [InlineData("within=35239", "within", "commune:35238 (Rennes)")]
    [InlineData("within=", "within", "expected a typed code")]
    [InlineData("quoi=rennes", "quoi", "'q'")]
    [InlineData("q=a&q=b", "q", "give it once")]
    public async Task A_filter_that_means_nothing_is_refused(string query, string parameter, string advice)
    {
        using var response = await app.GetAsync($"/territories?{query}");
        var problem = await CatalogApp.JsonOf(response);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(parameter, problem.GetProperty("parameter").GetString());
        Assert.Contains(advice, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, HttpStatusCode.OK)]
    [InlineData(201, HttpStatusCode.BadRequest)]
    public async Task A_text_has_at_most_200_characters(int length, HttpStatusCode expected)
    {
        using var response = await app.GetAsync($"/territories?q={new string('é', length)}");
        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task Whatever_is_typed_is_answered_in_every_syntax()
    {
        const string Keys = "aé -'’()0123:\0œ🏝ن\u202E\uFFFE\"%<>&#+";
        var random = new Random(97411);
        for (var round = 0; round < 200; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 40))
                .Select(_ => Keys.EnumerateRunes().ElementAt(random.Next(Keys.EnumerateRunes().Count()))));
            var syntax = ((string[])[".jsonld", ".ttl", ".rdf", ".nt"])[round % 4];
            using var response = await app.GetAsync($"/territories{syntax}?q={Uri.EscapeDataString(text)}&pageSize=2");
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }

    [Theory]
    [InlineData("commune:35238", "http://id.insee.fr/geo/commune/35238")]
    [InlineData("commune:97701")]
    [InlineData("departement:974",
        "http://id.insee.fr/geo/departement/974", "http://publications.europa.eu/resource/authority/atu/FRA_DPT_974")]
    [InlineData("departement:2A",
        "http://id.insee.fr/geo/departement/2A", "http://publications.europa.eu/resource/authority/atu/FRA_DPT_02A")]
    [InlineData("departement:69", "http://id.insee.fr/geo/departement/69")]
    [InlineData("region:53", "http://id.insee.fr/geo/region/53", "http://publications.europa.eu/resource/authority/atu/FRA_RG_BRE")]
    [InlineData("region:04", "http://id.insee.fr/geo/region/04")]
    [InlineData("collectivite:977", "http://publications.europa.eu/resource/authority/atu/FRA_CSP_BLM")]
    [InlineData("collectivite:988")]
    [InlineData("arrondissement-municipal:75120", "http://publications.europa.eu/resource/authority/atu/FRA_AR_PAR20")]
    [InlineData("arrondissement-municipal:13201")]
    [InlineData("epci:243500139")]
    [InlineData("country:FRA", "http://id.insee.fr/geo/pays/france", "http://publications.europa.eu/resource/authority/country/FRA")]
    public async Task A_territory_names_its_official_IRIs_where_there_are_any(string id, params string[] official)
    {
        var document = await app.JsonAsync($"/territories/{id}");
        string[] matches = document.TryGetProperty("exactMatch", out var found)
            ? [.. found.EnumerateArray().Select(match => match.GetString()!).Order(StringComparer.Ordinal)]
            : [];
        Assert.Equal(official, matches);
    }

    [Theory]
    [InlineData("region:53")]
    [InlineData("departement:01")]
    [InlineData("epci:243500139")]
    [InlineData("ept:200057867")]
    [InlineData("collectivite:977")]
    [InlineData("country:FRA")]
    public async Task A_territory_links_the_list_of_its_communes_with_their_number(string id)
    {
        var communes = (await app.JsonAsync($"/territories/{id}")).GetProperty("communes");
        var list = await app.JsonAsync(communes.GetProperty("id").GetString()![CatalogApp.BaseUrl.Length..]);
        Assert.Equal(list.GetProperty("id").GetString(), communes.GetProperty("id").GetString());
        Assert.Equal(list.GetProperty("totalItems").GetInt32(), communes.GetProperty("totalItems").GetInt32());
        Assert.True(list.GetProperty("totalItems").GetInt32() > 0);
    }

    [Theory]
    [InlineData("commune:75056")]
    [InlineData("arrondissement-municipal:75101")]
    [InlineData("former-commune:01018")]
    public async Task A_territory_without_communes_links_no_list(string id) =>
        Assert.False((await app.JsonAsync($"/territories/{id}")).TryGetProperty("communes", out _));

    [Theory]
    [InlineData("commune:01018", "commune:01033")]
    [InlineData("commune:01091", "commune:01033")]
    [InlineData("commune:75059", "commune:93066")]
    [InlineData("commune:20004", "commune:2A004")]
    public async Task An_old_code_gives_the_present_commune_and_says_so(string asked, string present)
    {
        using var response = await app.GetAsync($"/territories/{asked}");
        var document = await CatalogApp.JsonOf(response);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal($"{CatalogApp.BaseUrl}/territories/{present}", document.GetProperty("id").GetString());
        Assert.Equal(asked, document.GetProperty("resolvedFrom").GetString());
        Assert.False((await app.JsonAsync($"/territories/{present}")).TryGetProperty("resolvedFrom", out _));
    }

    [Theory]
    [InlineData("commune:3523", "commune:35238 (Rennes)")]
    [InlineData("35238", "commune:35238 (Rennes)")]
    [InlineData("departement:35238", "commune:35238 (Rennes)")]
    [InlineData("commune:rennes", "commune:35238 (Rennes)")]
    [InlineData("region:35", "departement:35 (Ille-et-Vilaine)")]
    [InlineData("commune:99999", "Codes are typed: country:…")]
    [InlineData("%F0%9F%8F%9D", "Codes are typed: country:…")]
    public async Task An_unknown_code_is_404_with_the_nearest(string id, string advice)
    {
        using var response = await app.GetAsync($"/territories/{id}");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains(advice, (await CatalogApp.JsonOf(response)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_code_may_name_a_departement_and_a_region()
    {
        var found = (await app.JsonAsync("/territories?q=75")).GetProperty("member").EnumerateArray().Select(Identifier).Take(2);
        Assert.Equal(["region:75", "departement:75"], found);
    }

    [Fact]
    public async Task The_list_answers_with_an_unchanged_tag_as_long_as_nothing_changes()
    {
        using var first = await app.GetAsync("/territories?q=rennes");
        using var second = await app.GetAsync("/territories?q=rennes", $"If-None-Match: {first.Headers.ETag}");
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    private static string Identifier(JsonElement member) => member.GetProperty("identifier").GetString()!;
}
