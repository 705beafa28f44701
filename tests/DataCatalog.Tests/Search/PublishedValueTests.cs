using System.Net;
using System.Text.Json;

namespace DataCatalog.Tests.Search;

/// <summary>Filters accept what answers publish, and one question has one address.</summary>
public sealed class PublishedValueTests(CatalogApp app)
{
    public static TheoryData<string, string> Schemes =>
        new(PublishedValues.Schemes.Select(scheme => (scheme.Key, scheme.Value)));

    [Theory]
    [MemberData(nameof(Schemes))]
    public async Task Each_text_that_a_vocabulary_publishes_for_a_term_stands_for_its_code(string filter, string scheme)
    {
        var terms = await app.TermsAsync(scheme);
        var texts = terms
            .SelectMany(
                term => PublishedValues.TextsOf(term).Append($"{CatalogApp.BaseUrl}/vocabularies/{scheme}/{CodeOf(term)}"),
                (term, text) => (Text: text, Code: CodeOf(term)))
            .ToLookup(pair => pair.Text, pair => pair.Code, StringComparer.Ordinal);

        Assert.NotEmpty(texts);
        foreach (var codes in texts)
        {
            var plain = await AskAsync("datasets", filter, codes.First());
            foreach (var text in PublishedValues.Variants(codes.Key))
            {
                var asked = await AskAsync("datasets", filter, text);
                Assert.Equal(codes.Distinct(StringComparer.Ordinal).Count() == 1 ? plain : "400", asked);
            }
        }
    }

    [Fact]
    public async Task Each_address_of_a_publisher_stands_for_its_identifier()
    {
        foreach (var agent in await app.MembersAsync("agents"))
        {
            var plain = await AskAsync("datasets", "publisher", CodeOf(agent));
            foreach (var text in PublishedValues.Variants(agent.GetProperty("id").GetString()!))
            {
                Assert.Equal(plain, await AskAsync("datasets", "publisher", text));
            }
        }
    }

    [Fact]
    public async Task Each_IRI_and_code_of_a_territory_stands_for_its_typed_code_or_is_explained()
    {
        var (accepted, explained) = (0, 0);
        foreach (var territory in await app.MembersAsync("territories"))
        {
            var plain = await AskAsync("territories", "within", CodeOf(territory));
            foreach (var text in PublishedValues.TextsOf(territory).SelectMany(PublishedValues.Variants))
            {
                using var response = await app.GetAsync(Address("territories", "within", text));
                if (response.IsSuccessStatusCode)
                {
                    accepted++;
                    Assert.Equal(plain, await AskAsync("territories", "within", text));
                    continue;
                }

                explained++;
                Assert.Equal(territory.GetProperty("notation").GetString(), text);
                var detail = (await CatalogApp.JsonOf(response)).GetProperty("detail").GetString();
                Assert.Contains("may stand for", detail, StringComparison.Ordinal);
            }
        }

        Assert.True(accepted > 20 * explained, $"{accepted} accepted, {explained} explained");
    }

    [Theory]
    [InlineData("catalog", "competence", "0901", "competence=eau-potable")]
    [InlineData("catalog", "theme", "http://publications.europa.eu/resource/authority/data-theme/ENVI/", "theme=ENVI")]
    [InlineData("catalog", "publisher", "https://localhost:5080/agents/ign", "publisher=ign")]
    [InlineData("catalog", "territory", "http://id.insee.fr/geo/commune/35238", "territory=commune%3A35238")]
    [InlineData("rules", "competence", "http://localhost:5080/vocabularies/competences/eau-potable", "competence=eau-potable")]
    [InlineData("rules", "act", "http://localhost:5080/vocabularies/acts/publish", "act=publish")]
    [InlineData("rules", "condition", "https://localhost:5080/vocabularies/conditions/has-website/", "condition=has-website")]
    [InlineData("rules", "territory", "https://id.insee.fr/geo/commune/35238", "territory=commune%3A35238")]
    [InlineData("rules", "territory", "http://localhost:5080/territories/commune:35238", "territory=commune%3A35238")]
    [InlineData("rules", "territory", "35238", "territory=commune%3A35238")]
    [InlineData("territories/commune:35238/datasets", "theme", "http://publications.europa.eu/resource/authority/data-theme/ENVI", "ENVI")]
    [InlineData("datasets", "territory", "https://localhost:5080/territories/commune%3A35238/", "territory=commune%3A35238")]
    [InlineData("datasets", "territory", "commune:1033", "territory=commune%3A01033")]
    [InlineData("datasets", "territory", "Commune:2a004", "territory=commune%3A2A004")]
    [InlineData("datasets", "territory", "http://publications.europa.eu/resource/authority/atu/FRA_DPT_035", "territory=departement%3A35")]
    [InlineData("datasets", "territory", "http://id.insee.fr/geo/commune/01018", "territory=commune%3A01033")]
    public async Task Other_routes_accept_it_too_and_link_with_the_code(string route, string filter, string text, string link)
    {
        var view = PublishedValues.NodesIn(await app.JsonAsync(Address(route, filter, text), "Accept: application/ld+json"))
            .Single(found => found.Key is "view" && found.Node.TryGetProperty("first", out _)).Node;

        Assert.All(view.EnumerateObject().Where(property => property.Name is "id" or "first" or "next" or "last"), property =>
        {
            Assert.Contains($"{link}&", $"{property.Value}&", StringComparison.Ordinal);
            Assert.DoesNotContain($"={Uri.EscapeDataString(text)}&", $"{property.Value}&", StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("has", "http://localhost:5080/vocabularies/conditions/has-website", "has", "has-website")]
    [InlineData("hasNot", "https://localhost:5080/vocabularies/conditions/has-website/", "hasNot", "has-website")]
    [InlineData("competence", "http://localhost:5080/vocabularies/competences/eau-potable", "competence", "eau-potable")]
    public async Task Mappings_accept_it_too(string filter, string text, string plainFilter, string code) => Assert.Equal(
        (await app.JsonAsync($"/territories/commune:35238/mapping?{plainFilter}={code}")).GetRawText(),
        (await app.JsonAsync($"/territories/commune:35238/mapping?{filter}={Uri.EscapeDataString(text)}")).GetRawText());

    [Theory]
    [InlineData("access", "http://publications.europa.eu/resource/authority/access-right/NON_PUBLIC", "may stand for: closed")]
    [InlineData("access", "NON_PUBLIC", "may stand for: closed")]
    [InlineData("theme", "http://localhost:5080/vocabularies/competences/eau-potable", "'eau-potable' of '/vocabularies/competences'")]
    [InlineData("theme", "https://example.org/x", "a code of '/vocabularies/themes', its IRI or its notation")]
    [InlineData("competence", "9999", "a code of '/vocabularies/competences'")]
    [InlineData("publisher", "http://localhost:5080/agents/igm", "an identifier or an address of '/agents'")]
    [InlineData("territory", "http://id.insee.fr/geo/commune/99999", "a typed code of a territory")]
    [InlineData("territory", "http://localhost:5080/territories/", "a typed code of a territory")]
    [InlineData("territory", "93", "region:93, departement:93")]
    [InlineData("territory", "commune", "a typed code of a territory")]
    [InlineData("territory", ":35238", "a typed code of a territory")]
    public async Task What_is_unknown_or_not_clear_is_explained(string filter, string text, string expected)
    {
        using var response = await app.GetAsync(Address("datasets", filter, text));
        var problem = await CatalogApp.JsonOf(response);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(filter, problem.GetProperty("parameter").GetString());
        Assert.Contains(expected, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private static string CodeOf(JsonElement node) => node.GetProperty("code").GetString()!;

    private static string Address(string route, string filter, string text) => $"/{route}?{filter}={Uri.EscapeDataString(text)}&pageSize=1";

    /// <summary>Returns the address and the size of all answers; <c>400</c> for a value that is refused.</summary>
    private async Task<string> AskAsync(string list, string filter, string text)
    {
        using var response = await app.GetAsync(Address($"{list}.json", filter, text));
        if (!response.IsSuccessStatusCode)
        {
            return ((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        var answer = await CatalogApp.JsonOf(response);
        return $"{answer.GetProperty("id").GetString()} {answer.GetProperty("totalItems").GetRawText()}";
    }
}
