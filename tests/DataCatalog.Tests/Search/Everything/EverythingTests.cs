using System.Net;
using System.Text.Json;

namespace DataCatalog.Tests.Search.Everything;

/// <summary>One list of entries of all kinds.</summary>
public sealed class EverythingTests(CatalogApp app)
{
    [Theory]
    [InlineData("eau potable", "competence", "eau-potable")]
    [InlineData("INSEE", "publisher", "insee")]
    [InlineData("licence ouverte 2.0", "licence", "lov2")]
    [InlineData("base adresse nationale", "dataset", "base-adresse-nationale")]
    [InlineData("BAN", "dataset", "base-adresse-nationale")]
    [InlineData("api sirene", "service", "api-sirene")]
    [InlineData("rpqs-eau", "rule", "rpqs-eau")]
    [InlineData("api-sirene", "service", "api-sirene")]
    [InlineData("poubelle", "competence", "dechets")]
    public async Task An_entry_called_so_comes_first(string text, string kind, string identifier)
    {
        var first = (await FindAsync($"q={Uri.EscapeDataString(text)}")).GetProperty("member")[0];
        Assert.Equal((kind, identifier), (first.GetProperty("kind").GetString(), first.GetProperty("identifier").GetString()));
    }

    [Theory]
    [InlineData("quelle obligation de publier les délibérations", "rule")]
    [InlineData("délai de transmission du budget", "rule")]
    [InlineData("schéma des délibérations", "model")]
    [InlineData("API adresse", "service")]
    public async Task Words_that_ask_for_a_kind_bring_it_to_the_front(string text, string kind) =>
        Assert.Contains(kind, (await KindsAsync($"q={Uri.EscapeDataString(text)}")).Take(2));

    [Theory]
    [InlineData("eau potable")]
    [InlineData("déchets")]
    [InlineData("cantine")]
    public async Task No_kind_has_the_first_places_alone(string text) =>
        Assert.True((await KindsAsync($"q={Uri.EscapeDataString(text)}")).Take(5).Distinct(StringComparer.Ordinal).Count() > 1);

    [Fact]
    public async Task The_answers_are_counted_by_kind_and_narrowed_to_one()
    {
        var all = await FindAsync("q=eau");
        var counts = Kinds(all);
        Assert.Equal(all.GetProperty("totalItems").GetInt32(), counts.Values.Sum());
        foreach (var (kind, count) in counts)
        {
            var narrowed = await FindAsync($"q=eau&kind={kind}&pageSize=100");
            Assert.Equal(count, narrowed.GetProperty("totalItems").GetInt32());
            Assert.All(narrowed.GetProperty("member").EnumerateArray(), one => Assert.Equal(kind, one.GetProperty("kind").GetString()));
            Assert.Equal(counts, Kinds(narrowed));
        }
    }

    [Fact]
    public async Task Several_kinds_together_have_the_answers_of_each()
    {
        var counts = Kinds(await FindAsync("q=eau"));
        var both = await FindAsync("q=eau&kind=rule&kind=service");
        Assert.Equal(counts["rule"] + counts["service"], both.GetProperty("totalItems").GetInt32());
        Assert.Contains("kind=rule&kind=service", both.GetProperty("id").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_answer_is_on_one_page()
    {
        var seen = new List<string>();
        var total = 0;
        for (var next = "/search.json?q=eau&pageSize=7"; next is not null;)
        {
            var page = await app.JsonAsync(next);
            total = page.GetProperty("totalItems").GetInt32();
            seen.AddRange(page.GetProperty("member").EnumerateArray().Select(one => one.GetProperty("id").GetString()!));
            next = page.LinkTo("next");
        }

        Assert.Equal(total, seen.Count);
        Assert.Equal(total, seen.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Each_answer_has_its_class_and_its_name_as_in_its_own_answer()
    {
        var members = (await FindAsync("q=eau&pageSize=100")).GetProperty("member").EnumerateArray().ToList();
        foreach (var member in members.DistinctBy(one => one.GetProperty("kind").GetString()))
        {
            var own = await app.JsonAsync($"{new Uri(member.GetProperty("id").GetString()!).AbsolutePath}.json");
            foreach (var key in (string[])["type", "identifier", "title", "name", "prefLabel"])
            {
                Assert.Equal(own.TryGetProperty(key, out var known), member.TryGetProperty(key, out var shown));
                Assert.Equal(known.ToString(), shown.ToString());
            }
        }
    }

    [Fact]
    public async Task A_competence_leads_to_its_datasets()
    {
        var first = (await FindAsync("q=eau%20potable&kind=competence")).GetProperty("member")[0];
        Assert.Equal($"{CatalogApp.BaseUrl}/datasets?competence=eau-potable", first.GetProperty("seeAlso").GetString());
        Assert.False(string.IsNullOrEmpty(first.GetProperty("detail").GetString()));
    }

    [Fact]
    public async Task A_territory_filters_the_datasets_and_stays_in_the_links()
    {
        var all = Kinds(await FindAsync("q=eau"));
        var page = await FindAsync("q=eau&territory=commune:35238&match=exact&pageSize=1");
        Assert.True(Kinds(page).GetValueOrDefault("dataset") < all["dataset"]);
        Assert.Equal(all["rule"], Kinds(page)["rule"]);
        Assert.Contains("territory=commune%3A35238", page.LinkTo("next"), StringComparison.Ordinal);
        Assert.Contains("match=exact", page.LinkTo("next"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_tag_is_the_same_for_the_same_state_and_spares_the_answer()
    {
        using var first = await app.GetAsync("/search?q=eau");
        using var second = await app.GetAsync("/search?q=eau");
        using var known = await app.GetAsync("/search?q=eau", $"If-None-Match: {first.Headers.ETag}");
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
    }

    [Theory]
    [InlineData(".ttl", "text/turtle")]
    [InlineData(".rdf", "application/rdf+xml")]
    [InlineData(".nt", "application/n-triples")]
    [InlineData(".jsonld", "application/ld+json")]
    [InlineData(".json", "application/json")]
    public async Task It_speaks_every_syntax(string extension, string mediaType)
    {
        using var response = await app.GetAsync($"/search{extension}?q=eau");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(mediaType, response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("", "q")]
    [InlineData("q=", "q")]
    [InlineData("q=%20%20", "q")]
    [InlineData("q=eau&kind=datasets", "kind")]
    [InlineData("q=eau&kind=", "kind")]
    [InlineData("q=eau&territory=Rennes", "territory")]
    [InlineData("q=eau&match=covers", "match")]
    [InlineData("q=eau&page=0", "page")]
    [InlineData("q=eau&pageSize=101", "pageSize")]
    [InlineData("q=eau&sort=title", "sort")]
    [InlineData("q=eau&q=air", "q")]
    public async Task What_means_nothing_is_refused(string query, string parameter)
    {
        using var response = await app.GetAsync($"/search?{query}");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(parameter, (await CatalogApp.JsonOf(response)).GetProperty("parameter").GetString());
    }

    [Fact]
    public async Task Too_long_a_text_is_refused_and_the_longest_is_not()
    {
        using var longest = await app.GetAsync($"/search?q={new string('a', 500)}");
        using var longer = await app.GetAsync($"/search?q={new string('a', 501)}");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.BadRequest), (longest.StatusCode, longer.StatusCode));
    }

    [Fact]
    public async Task Past_the_last_page_there_is_none()
    {
        using var response = await app.GetAsync("/search?q=eau&page=9999");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("-")]
    [InlineData("-eau")]
    [InlineData("de la")]
    [InlineData("a\0b")]
    [InlineData("eau AND NOT")]
    [InlineData("\uD83D\uDCA7")]
    [InlineData("title:eau)")]
    [InlineData("http://")]
    [InlineData("https://[::1")]
    [InlineData("10.1/")]
    public async Task Whatever_is_typed_gets_a_list(string text)
    {
        using var response = await app.GetAsync($"/search.json?q={Uri.EscapeDataString(text)}");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private async Task<JsonElement> FindAsync(string query) => await app.JsonAsync($"/search.json?{query}");

    private async Task<IReadOnlyList<string>> KindsAsync(string query) =>
        [.. (await FindAsync(query)).GetProperty("member").EnumerateArray().Select(one => one.GetProperty("kind").GetString()!)];

    private static Dictionary<string, int> Kinds(JsonElement page) => Assert.Single(page.GetProperty("facet").EnumerateArray())
        .GetProperty("facetValue").EnumerateArray()
        .ToDictionary(one => one.GetProperty("notation").GetString()!, one => one.GetProperty("count").GetInt32(), StringComparer.Ordinal);
}
