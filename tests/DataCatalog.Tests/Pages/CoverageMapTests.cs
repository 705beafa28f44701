using System.Text.Json;

namespace DataCatalog.Tests.Pages;

/// <summary>The page of a dataset shows which territories it covers, on a map and in a table.</summary>
public sealed class CoverageMapTests(CatalogApp app)
{
    [Theory]
    [InlineData("/datasets/menus-cantines-rennes", "commune:35238")]
    [InlineData("/datasets/arbres-rennes", "epci:243500139")]
    public async Task A_territory_is_filled_among_its_neighbours_and_stands_in_the_table(string address, string territory)
    {
        var map = MapOf(await app.PageAsync(address));

        Assert.Single(map.Split("class=\"own\"").Skip(1));
        Assert.Single(map.Split("class=\"outer\"").Skip(1));
        Assert.Contains("class=\"beside\"", map, StringComparison.Ordinal);
        Assert.Contains($"/territories/{territory}\"", map, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("acceslibre")]
    [InlineData("admin-express")]
    public async Task A_national_dataset_fills_the_regions_and_names_what_it_leaves_out(string dataset)
    {
        var json = await app.JsonAsync($"/datasets/{dataset}.json");
        var map = MapOf(await app.PageAsync($"/datasets/{dataset}?ui=en"));

        Assert.True(map.Split("class=\"own\"").Length > 2);
        Assert.Contains("Overseas territories are in the table only.", map, StringComparison.Ordinal);
        foreach (var (key, state) in new[] { ("spatial", "yes"), ("spatialExcept", "no"), ("spatialUnknown", "not known") })
        {
            Assert.Equal(CodesOf(json, key).Count, map.Split($"<td>{state}</td>").Length - 1);
        }
    }

    [Fact]
    public async Task Every_territory_of_a_dataset_is_a_link_in_its_table()
    {
        foreach (var dataset in (await app.MembersAsync("datasets")).Where(dataset => CodesOf(dataset, "spatial").Count > 0).Take(60))
        {
            var map = MapOf(await app.PageAsync($"/datasets/{dataset.GetProperty("identifier").GetString()}"));
            Assert.All(CodesOf(dataset, "spatial"), code => Assert.Contains($"/territories/{code}\"", map, StringComparison.Ordinal));
        }
    }

    /// <summary>The typed codes of the places of a fact: several are one place with parts.</summary>
    private static List<string> CodesOf(JsonElement dataset, string key) => dataset.TryGetProperty(key, out var places)
        ?
        [
            .. places.EnumerateArray()
                .SelectMany(place => place.TryGetProperty("part", out var parts) ? parts.EnumerateArray().AsEnumerable() : [place])
                .Select(place => place.GetProperty("code").GetString()!),
        ]
        : [];

    private static string MapOf(string page) => page.Split("<h2 id=\"where\">")[1].Split("</section>")[0];
}
