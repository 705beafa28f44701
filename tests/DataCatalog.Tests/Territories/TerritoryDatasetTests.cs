using System.Net;
using System.Text;
using System.Text.Json;
using CsvHelper;
using DataCatalog.Dcat.Records;
using DataCatalog.Storage;
using DataCatalog.Territories;
using DataCatalog.Tests.Search;
using Microsoft.Extensions.DependencyInjection;

namespace DataCatalog.Tests.Territories;

public sealed class TerritoryDatasetTests(CatalogApp app)
{
    [Theory]
    [InlineData("commune:35238", "prenoms-rennes", "commune", "porte sur la commune 35238 Rennes")]
    [InlineData("commune:35238", "base-adresse-nationale", "country-subset",
        "couvre la France métropolitaine et les départements et régions d'outre-mer, qui contiennent Rennes")]
    [InlineData("arrondissement-municipal:75101", "arbres-paris", "commune",
        "couvre la commune 75056 Paris, qui contient Paris 1er Arrondissement")]
    [InlineData("commune:13055", "eclairage-public-marseille-2023", "commune", "porte sur la commune 13055 Marseille")]
    [InlineData("arrondissement-municipal:13201", "eclairage-public-marseille-2023", "commune",
        "couvre la commune 13055 Marseille, qui contient Marseille 1er Arrondissement")]
    [InlineData("commune:04074", "datatourisme", "region", "couvre la région 93 Provence-Alpes-Côte d'Azur, qui contient Entrages")]
    [InlineData("departement:974", "base-adresse-nationale", "country-subset",
        "couvre la France métropolitaine et les départements et régions d'outre-mer, qui contiennent La Réunion")]
    [InlineData("epci:243500139", "datatourisme", "region", "couvre la région 53 Bretagne, qui contient Rennes Métropole")]
    [InlineData("region:53", "datatourisme", "region", "porte sur la région 53 Bretagne, entre autres territoires")]
    [InlineData("ept:200057974", "videoprotection-gpso", "commune", "couvre une à une les communes de Grand Paris Seine Ouest")]
    public async Task Each_dataset_says_at_which_level_it_covers_and_why(string territory, string dataset, string level, string reason)
    {
        var coverage = await CoverageAsync(territory, dataset);
        Assert.Equal(level, coverage.GetProperty("level").GetString());
        Assert.Equal(reason, coverage.GetProperty("reason").GetProperty("fr").GetString());
        Assert.StartsWith(
            $"{CatalogApp.BaseUrl}/territories/{level}:",
            coverage.GetProperty("via").GetProperty("id").GetString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_lies_within_says_so()
    {
        var page = await app.JsonAsync("/territories/region:53/datasets?match=within&pageSize=100");
        var coverage = page.GetProperty("territoryCoverage").EnumerateArray()
            .Single(one => one.GetProperty("primaryTopic").GetString()!.EndsWith("/prenoms-rennes", StringComparison.Ordinal));
        Assert.Equal(
            "porte sur la commune 35238 Rennes, qui se trouve dans la région 53 Bretagne",
            coverage.GetProperty("reason").GetProperty("fr").GetString());
    }

    [Theory]
    [InlineData("commune:35238")]
    [InlineData("epci:243500139")]
    [InlineData("departement:93")]
    [InlineData("region:93")]
    [InlineData("collectivite:977")]
    [InlineData("country:FRA")]
    public async Task The_list_is_that_of_the_filter_and_every_entry_has_its_reason(string territory)
    {
        var expected = await app.IdsAsync($"territory={territory}");
        Assert.NotEmpty(expected);
        var found = new List<string>();
        for (var next = $"/territories/{territory}/datasets?pageSize=100"; next is not null;)
        {
            var page = await app.JsonAsync(next);
            Assert.Equal($"{CatalogApp.BaseUrl}/territories/{territory}/datasets", page.GetProperty("id").GetString());
            Assert.Equal(
                page.Ids().Select(id => $"{CatalogApp.BaseUrl}/datasets/{id}"),
                page.GetProperty("territoryCoverage").EnumerateArray().Select(one => one.GetProperty("primaryTopic").GetString()));
            found.AddRange(page.Ids());
            next = page.LinkTo("next");
        }

        Assert.Equal(expected, found);
    }

    [Fact]
    public async Task Services_are_there_that_give_access_to_the_datasets_of_the_page()
    {
        var page = await app.JsonAsync("/territories/commune:35238/datasets?q=qualité+de+l'eau+du+robinet&pageSize=5");
        var covered = page.GetProperty("territoryCoverage").EnumerateArray()
            .Single(one => one.GetProperty("primaryTopic").GetString()!.EndsWith("/qualite-eau-robinet", StringComparison.Ordinal));
        Assert.Contains(
            covered.GetProperty("coveringService").EnumerateArray(),
            service => service.GetProperty("identifier").GetString() == "hubeau-eau-potable");
        Assert.Contains(
            page.GetProperty("coveringService").EnumerateArray(),
            service => service.GetProperty("identifier").GetString() == "hubeau-eau-potable");
    }

    [Theory]
    [InlineData("competence=eau-potable&facets=theme")]
    [InlineData("q=eau&sort=title")]
    [InlineData("licenceKnown=true&hasApi=true")]
    public async Task All_parameters_of_the_datasets_narrow_it(string query) =>
        Assert.Equal(
            await app.IdsAsync($"territory=commune:35238&{query}"),
            await LinesAsync($"/territories/commune:35238/datasets.jsonl?{query}"));

    [Fact]
    public async Task The_sheet_has_level_reason_and_links()
    {
        using var response = await app.GetAsync("/territories/commune:35238/datasets.csv?q=prenoms+rennes");
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        string[] columns = Encoding.UTF8.GetString(bytes).Split("\r\n")[0].Split(',');
        using var csv = CsvReader.Create(bytes);
        Assert.True(await csv.ReadAsync(TestContext.Current.CancellationToken));
        Assert.Equal("commune", csv.GetString(Array.IndexOf(columns, "level")));
        Assert.Equal("porte sur la commune 35238 Rennes", csv.GetString(Array.IndexOf(columns, "reason")));
        Assert.Equal("ready_links", columns[^1]);
    }

    [Theory]
    [InlineData("/territories/commune:99999/datasets", HttpStatusCode.NotFound)]
    [InlineData("/territories/35238/datasets", HttpStatusCode.NotFound)]
    [InlineData("/territories/commune:35238/datasets?territory=region:53", HttpStatusCode.BadRequest)]
    [InlineData("/territories/commune:35238/datasets?match=near", HttpStatusCode.BadRequest)]
    [InlineData("/territories/commune:35238/datasets?page=99", HttpStatusCode.NotFound)]
    public async Task What_means_nothing_is_refused(string address, HttpStatusCode status)
    {
        using var response = await app.GetAsync(address);
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_cursor_of_another_territory_is_refused()
    {
        var cursor = (await app.JsonAsync("/territories/commune:35238/datasets?pageSize=5")).LinkTo("next")!.Split("cursor=")[1];
        using var response = await app.GetAsync($"/territories/commune:75056/datasets?cursor={cursor}");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    /// <summary>A dataset that is sure of its whole area always covers the members of what it names, at that level.</summary>
    [Fact]
    public void A_dataset_covers_all_within_what_it_names()
    {
        var places = app.Services.GetRequiredService<TerritoryIndexes>().Current;
        var datasets = app.Services.GetRequiredService<RecordReader<Dataset>>().All().Select(entry => entry.Record).ToList();
        for (var number = 0; number < places.Count; number++)
        {
            var coverage = new TerritoryCoverage(places, number);
            foreach (var dataset in datasets.Where(dataset =>
                dataset is { TerritoriesExcept.Count: 0, TerritoriesUnknown.Count: 0 }
                && dataset.Territories.Any(id => places.Contains(places.NumberOf(id)!.Value, number))))
            {
                var found = coverage.Of(dataset);
                Assert.NotNull(found);
                Assert.True(places.Contains(places.NumberOf(found.Via)!.Value, number));
            }
        }
    }

    private async Task<JsonElement> CoverageAsync(string territory, string dataset)
    {
        for (var next = $"/territories/{territory}/datasets?pageSize=100"; next is not null;)
        {
            var page = await app.JsonAsync(next);
            var coverage = page.GetProperty("territoryCoverage").EnumerateArray()
                .Where(one => one.GetProperty("primaryTopic").GetString()!.EndsWith($"/{dataset}", StringComparison.Ordinal));
            foreach (var one in coverage)
            {
                return one;
            }

            next = page.LinkTo("next");
        }

        throw new InvalidOperationException($"{dataset} is not in the list of {territory}.");
    }

    private async Task<IReadOnlyList<string>> LinesAsync(string address)
    {
        using var response = await app.GetAsync(address);
        var lines = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("identifier").GetString()!)];
    }
}
