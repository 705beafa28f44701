using System.Net;
using System.Text.Json;

namespace DataCatalog.Tests.OpenApi;

/// <summary>Every answer of the seed obeys the published schema, whatever else is on its page.</summary>
public sealed class AnswerSchemaTests(CatalogApp app) : IClassFixture<CatalogApp>
{
    private readonly SortedSet<string> _faults = new(StringComparer.Ordinal);
    private static PublishedSchemas? _schemas;

    [Theory]
    [InlineData("datasets", "listDatasets", "getDataset")]
    [InlineData("services", "listServices", "getService")]
    [InlineData("series", "listSeries", "getSeries")]
    [InlineData("models", "listModels", "getModel")]
    [InlineData("rules", "listRules", "getRule")]
    [InlineData("agents", "listAgents", "getAgent")]
    public async Task Lists_and_their_entries_obey_the_schema(string list, string listOperation, string operation)
    {
        foreach (var member in await CheckPagesAsync(listOperation, $"/{list}?pageSize=100"))
        {
            await CheckAsync(operation, PathOf(member));
        }

        Assert.Empty(_faults);
    }

    [Fact]
    public async Task Distributions_obey_the_schema()
    {
        foreach (var distribution in (await app.MembersAsync("datasets")).SelectMany(dataset => Items(dataset, "distribution")))
        {
            await CheckAsync("getDistribution", PathOf(distribution));
        }

        Assert.Empty(_faults);
    }

    [Fact]
    public async Task Vocabularies_and_their_terms_obey_the_schema()
    {
        foreach (var scheme in await CheckPagesAsync("listVocabularies", "/vocabularies"))
        {
            var path = $"/vocabularies/{scheme.GetProperty("identifier")}";
            foreach (var term in WithNarrower((await CheckAsync("getVocabulary", path)), "topConcept"))
            {
                await CheckAsync("getConcept", $"{path}/{Uri.EscapeDataString(term.GetProperty("identifier").GetString()!)}");
            }
        }

        Assert.Empty(_faults);
    }

    [Fact]
    public async Task Territories_of_every_kind_with_their_datasets_and_mappings_obey_the_schema()
    {
        await CheckPagesAsync("listTerritories", "/territories?pageSize=100");
        foreach (var kind in DataCatalog.Dcat.Records.Territory.Kinds)
        {
            foreach (var territory in Items(await CheckAsync("listTerritories", $"/territories?kind={kind}&pageSize=3"), "member"))
            {
                var path = PathOf(territory);
                await CheckAsync("getTerritory", path);
                await CheckAsync("listTerritoryDatasets", $"{path}/datasets?facets=all&pageSize=100");
                await CheckAsync("getMapping", $"{path}/mapping");
                await CheckAsync("getMapping", $"{path}/mapping?competence=eau-potable");
            }
        }

        Assert.Empty(_faults);
    }

    [Theory]
    [InlineData("listTerritories", "/territories?q=lyon")]
    [InlineData("listTerritories", "/territories?q=rennes")]
    [InlineData("listTerritories", "/territories?q=paris&pageSize=100")]
    [InlineData("listTerritories", "/territories?q=zzzzqq")]
    [InlineData("listTerritories", "/territories?within=departement:35")]
    [InlineData("getTerritory", "/territories/commune:01033")]
    [InlineData("getTerritory", "/territories/commune:01018")]
    [InlineData("listTerritoryDatasets", "/territories/commune:01018/datasets")]
    [InlineData("getMapping", "/territories/commune:01018/mapping")]
    [InlineData("listDatasets", "/datasets?q=eau%20potable&facets=all&pageSize=100")]
    [InlineData("listDatasets", "/datasets?q=zzzzqq")]
    [InlineData("listDatasets", "/datasets?q=assainisment&facets=theme")]
    [InlineData("listDatasets", "/datasets?q=eau%20zzzzqq")]
    [InlineData("listDatasets", "/datasets?q=zzzzqq&facets=all")]
    [InlineData("listDatasets", "/datasets?territory=commune:35238&match=exact&sort=title&page=1")]
    [InlineData("listDatasets", "/datasets?licenceKnown=false&overdue=true")]
    [InlineData("listDatasets", "/datasets?view=summary&pageSize=100")]
    [InlineData("listDatasets", "/datasets?view=summary&pageSize=100&page=2")]
    [InlineData("listDatasets", "/datasets?view=summary&q=eau&facets=all")]
    [InlineData("listDatasets", "/datasets?view=summary&q=zzzzqq")]
    [InlineData("listDatasets", "/datasets?fields=id")]
    [InlineData("listDatasets", "/datasets?fields=type,title,formats,match,distribution&q=eau&pretty=true")]
    [InlineData("listTerritoryDatasets", "/territories/commune:35238/datasets?view=summary&q=eau")]
    [InlineData("listTerritoryDatasets", "/territories/commune:01018/datasets?fields=match")]
    [InlineData("search", "/search?q=eau&pageSize=100")]
    [InlineData("search", "/search?q=nids%20de%20poule")]
    [InlineData("search", "/search?q=zzzzqq&kind=rule")]
    [InlineData("search", "/search?q=licence%20ouverte&pageSize=100")]
    [InlineData("listModels", "/models?q=eau")]
    [InlineData("listServices", "/services?q=eau")]
    [InlineData("listDatasets", "/datasets?q=nids%20de%20poule")]
    [InlineData("getCatalog", "/catalog?territory=commune:35238")]
    [InlineData("getCatalog", "/catalog?modifiedSince=2999-01-01")]
    [InlineData("getCatalog", "/catalog?lang=fr")]
    [InlineData("getCatalog", "/catalog?lang=fr&cursor=services")]
    [InlineData("getHome", "/")]
    [InlineData("getOwnTerms", "/vocab")]
    [InlineData("suggest", "/suggest?q=eau")]
    [InlineData("suggest", "/suggest?q=zzzzqq")]
    [InlineData("suggest", "/suggest?q=35000&limit=50")]
    [InlineData("listChanges", "/changes?limit=1000")]
    [InlineData("listChanges", "/changes?kind=dataset&limit=2")]
    public async Task Searches_and_single_answers_obey_the_schema(string operation, string address)
    {
        await CheckAsync(operation, address);
        Assert.Empty(_faults);
    }

    [Fact]
    public async Task Every_page_of_the_catalogue_obeys_the_schema()
    {
        for (var next = "/catalog"; next is not null;)
        {
            var graph = Items(await CheckAsync("getCatalog", next), "@graph");
            Assert.Equal("Catalog", graph[0].GetProperty("type").GetString());
            next = graph[1].GetProperty("view").TryGetProperty("next", out var link) ? PathOf(link) : null;
        }

        Assert.Empty(_faults);
    }

    [Theory]
    [InlineData("listAgents", "400", "/agents?pagesize=1")]
    [InlineData("listAgents", "404", "/agents?page=1000000")]
    [InlineData("getDataset", "404", "/datasets/no-such-thing")]
    [InlineData("listDatasets", "400", "/datasets?sort=best")]
    [InlineData("getTerritory", "404", "/territories/commune:00000")]
    [InlineData("getAgent", "406", "/agents/insee", "Accept: image/png")]
    [InlineData("listDatasets", "406", "/datasets", "Accept: image/png")]
    [InlineData("getDump", "404", "/dumps/no-such-thing")]
    public async Task Errors_obey_the_schema(string operation, string status, string address, params string[] headers)
    {
        using var response = await app.GetAsync(address, headers);
        Assert.Equal(int.Parse(status, System.Globalization.CultureInfo.InvariantCulture), (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Empty((await SchemasAsync()).Faults(operation, status, await CatalogApp.JsonOf(response), "application/problem+json"));
    }

    [Fact]
    public async Task An_entry_of_a_list_is_the_same_in_a_short_and_in_a_long_page()
    {
        var alone = Items(await app.JsonAsync("/territories?q=lyon%203e&pageSize=1"), "member")[0];
        var among = Items(await app.JsonAsync("/territories?q=lyon&pageSize=100"), "member")
            .Single(member => member.GetProperty("id").ValueEquals(alone.GetProperty("id").GetString()));

        Assert.Equal(
            alone.GetRawText().Replace(" ", "", StringComparison.Ordinal),
            among.GetRawText().Replace(" ", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_empty_list_has_an_empty_array()
    {
        Assert.Equal(0, (await app.JsonAsync("/datasets.json?q=zzzzqq")).GetProperty("member").GetArrayLength());
        Assert.Equal(0, (await app.JsonAsync("/territories?q=zzzzqq")).GetProperty("member").GetArrayLength());
    }

    private async Task<IReadOnlyList<JsonElement>> CheckPagesAsync(string operation, string first)
    {
        var members = new List<JsonElement>();
        for (var next = first; next is not null;)
        {
            var page = await CheckAsync(operation, next);
            members.AddRange(Items(page, "member"));
            next = page.GetProperty("view").TryGetProperty("next", out var link) ? PathOf(link) : null;
        }

        return members;
    }

    private async Task<JsonElement> CheckAsync(string operation, string address)
    {
        using var response = await app.GetAsync(address, "Accept: application/json");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var answer = await CatalogApp.JsonOf(response);
        var types = IsWholeSearch(operation, address) ? [PublishedSchemas.Json, PublishedSchemas.JsonLd] : new[] { PublishedSchemas.Json };
        var schemas = await SchemasAsync();
        _faults.UnionWith(types.SelectMany(type => schemas.Faults(operation, "200", answer, type).Take(5))
            .Select(fault => $"{address}: {fault}"));
        return answer;
    }

    /// <summary>Whether the datasets of an answer are whole: then it obeys the schema of JSON-LD too, which asks for more.</summary>
    private static bool IsWholeSearch(string operation, string address) => operation is "listDatasets" or "listTerritoryDatasets"
        && !address.Contains("view=", StringComparison.Ordinal) && !address.Contains("fields=", StringComparison.Ordinal);

    private async Task<PublishedSchemas> SchemasAsync() => _schemas ??= await PublishedSchemas.ReadAsync(app);

    private static IEnumerable<JsonElement> WithNarrower(JsonElement parent, string key) =>
        Items(parent, key).SelectMany(term => WithNarrower(term, "narrower").Prepend(term));

    private static IReadOnlyList<JsonElement> Items(JsonElement parent, string key) =>
        parent.TryGetProperty(key, out var items) ? [.. items.EnumerateArray()] : [];

    private static string PathOf(JsonElement node) =>
        (node.ValueKind == JsonValueKind.String ? node : node.GetProperty("id")).GetString()![CatalogApp.BaseUrl.Length..];
}
