using System.Text.Json;
using DataCatalog.Datasets;
using DataCatalog.Dcat.Records;
using DataCatalog.Storage;
using DataCatalog.Tests.Harvesting;
using DataCatalog.Tests.Obligations;
using DataCatalog.Tests.Search;
using Microsoft.Extensions.DependencyInjection;

namespace DataCatalog.Tests.Territories;

/// <summary>Exceptions and what is not known, over HTTP: filters, lists, mappings, evidence and views say the same.</summary>
public sealed class AreaFilterTests : IAsyncLifetime
{
    private const string Transactions = "transactions";
    private const string Addresses = "adresses-de-france";

    private readonly CatalogApp _app = new();

    public ValueTask InitializeAsync()
    {
        Add(Transactions, dataset => dataset with
        {
            Territories = ["country-subset:metro-drom"],
            TerritoriesExcept = ["departement:35", "departement:976"],
        });
        Add(Addresses, dataset => dataset with
        {
            Territories = ["country-subset:metro-drom"],
            TerritoriesUnknown = ["collectivite:988"],
            ConformsTo = ["etalab-schema-irve-statique"],
        });
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("commune:97411", true, true)]
    [InlineData("commune:35238", false, true)]
    [InlineData("departement:35", false, true)]
    [InlineData("region:53", true, true)]
    [InlineData("region:06", false, true)]
    [InlineData("departement:976", false, true)]
    [InlineData("collectivite:988", false, true)]
    [InlineData("collectivite:987", false, false)]
    [InlineData("country-subset:metro", true, true)]
    [InlineData("country:FRA", false, false)]
    public async Task Filter_list_mapping_and_view_agree(string territory, bool hasTransactions, bool hasAddresses)
    {
        var filtered = await _app.IdsAsync($"territory={territory}");
        var listed = (await _app.JsonAsync($"/territories/{territory}/datasets?q=zzarea&pageSize=100")).Ids();
        var mapping = await _app.JsonAsync($"/territories/{territory}/mapping");

        Assert.Equal(hasTransactions, filtered.Contains(Transactions));
        Assert.Equal(hasAddresses, filtered.Contains(Addresses));
        Assert.Equal(filtered.Where(id => id is Transactions or Addresses), listed.Order(StringComparer.Ordinal));
        Assert.Equal(filtered.Count, mapping.GetProperty("coveringDatasets").Count("totalItems"));
    }

    [Theory]
    [InlineData("commune:97411", true, true)]
    [InlineData("commune:35238", false, true)]
    [InlineData("collectivite:988", false, true)]
    [InlineData("collectivite:987", false, false)]
    [InlineData("country:FRA", true, true)]
    public async Task The_view_of_a_territory_leaves_out_what_is_excepted(string territory, bool hasTransactions, bool hasAddresses)
    {
        var pages = await CatalogWalk.AllAsync(_app, $"/catalog.nt?territory={territory}");
        var text = string.Join('\n', pages.SelectMany(page => page.Statements.Select(statement => statement.Subject)));

        Assert.Equal(hasTransactions, text.Contains($"/datasets/{Transactions}>", StringComparison.Ordinal));
        Assert.Equal(hasAddresses, text.Contains($"/datasets/{Addresses}>", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_not_known_is_listed_and_says_so()
    {
        var coverage = await CoverageAsync("collectivite:988", Addresses);
        Assert.True(coverage.GetProperty("notKnown").GetBoolean());
        Assert.Equal(
            "on ne sait pas si ces données portent sur la collectivité 988 Nouvelle-Calédonie", coverage.GetProperty("reason").Text("fr"));

        var summary = await _app.JsonAsync("/territories/collectivite:988/datasets.json?q=zzarea&view=summary");
        Assert.True(Assert.Single(summary.Items("member")).GetProperty("match").GetProperty("notKnown").GetBoolean());
    }

    [Fact]
    public async Task A_region_with_an_exception_is_covered_in_part()
    {
        var coverage = await CoverageAsync("region:53", Transactions);
        Assert.True(coverage.GetProperty("inPart").GetBoolean());
        Assert.False(coverage.TryGetProperty("notKnown", out _));
        Assert.EndsWith(
            "mais pas le département 35 Ille-et-Vilaine", coverage.GetProperty("reason").Text("fr"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mapping_counts_and_does_not_name_what_is_not_known()
    {
        var mapping = await _app.JsonAsync("/territories/collectivite:988/mapping?competence=numerique-open-data");
        Assert.DoesNotContain($"/datasets/{Addresses}", mapping.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_known_or_excepted_is_no_evidence()
    {
        Add("bornes", dataset => dataset with
        {
            Publisher = "ville-de-nantes",
            Territories = ["departement:44"],
            ConformsTo = ["etalab-schema-bal"],
        });
        Assert.Equal("published", (await _app.DutyAsync("bal-adresses", "commune:44109")).Text("seen"));

        Add("bornes", dataset => dataset with
        {
            Publisher = "ville-de-nantes",
            Territories = ["departement:44"],
            TerritoriesUnknown = ["commune:44109"],
            ConformsTo = ["etalab-schema-bal"],
        });
        Assert.NotEqual("published", (await _app.DutyAsync("bal-adresses", "commune:44109")).Text("seen"));

        Add("bornes", dataset => dataset with
        {
            Publisher = "ville-de-nantes",
            Territories = ["departement:44"],
            TerritoriesExcept = ["commune:44109"],
            ConformsTo = ["etalab-schema-bal"],
        });
        Assert.NotEqual("published", (await _app.DutyAsync("bal-adresses", "commune:44109")).Text("seen"));
    }

    [Fact]
    public async Task The_dataset_says_what_it_excepts_and_what_is_not_known()
    {
        var transactions = await _app.JsonAsync($"/datasets/{Transactions}.json");
        Assert.Equal(
            ["departement:35", "departement:976"],
            transactions.Items("spatialExcept").Select(place => place.Text("id").Split('/')[^1]));
        Assert.Equal("country-subset:metro-drom", Assert.Single(transactions.Items("spatial")).Text("id").Split('/')[^1]);
        var addresses = await _app.JsonAsync($"/datasets/{Addresses}.json");
        Assert.Equal("collectivite:988", Assert.Single(addresses.Items("spatialUnknown")).Text("id").Split('/')[^1]);
        Assert.False(addresses.TryGetProperty("spatialExcept", out _));
    }

    [Theory]
    [InlineData("territory=departement:35&match=within", false)]
    [InlineData("territory=collectivite:988&match=exact", false)]
    [InlineData("territory=country-subset:metro-drom&match=exact", true)]
    public async Task Other_matches_find_what_a_dataset_covers_by_name(string query, bool isFound) =>
        Assert.Equal(isFound, (await _app.IdsAsync(query)).Contains(Transactions));

    [Fact]
    public async Task A_box_in_the_Pacific_does_not_find_the_data_of_metropolitan_France() =>
        Assert.DoesNotContain(Transactions, await _app.IdsAsync("bbox=160,-23,168,-18"));

    private async Task<JsonElement> CoverageAsync(string territory, string dataset) =>
        (await _app.JsonAsync($"/territories/{territory}/datasets?q=zzarea&pageSize=100")).Items("territoryCoverage")
            .Single(one => one.Text("primaryTopic").EndsWith($"/{dataset}", StringComparison.Ordinal));

    private void Add(string id, Func<Dataset, Dataset> change)
    {
        var dataset = _app.Services.GetRequiredService<RecordReader<Dataset>>().Find("prenoms-rennes")!.Record with
        {
            Id = id,
            Title = LanguageMap.Of($"Zzarea {id}"),
            Distributions = [],
            OtherIdentifiers = [],
            ConformsTo = [],
        };
        _app.Services.GetRequiredService<Database>().Write(
            "test", session => DatasetStore.Writer.Save(session, change(dataset), new DateOnly(2026, 11, 29)));
    }
}
