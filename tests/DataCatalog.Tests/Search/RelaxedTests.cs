using System.Text.Json;

namespace DataCatalog.Tests.Search;

/// <summary>
/// Relaxed answers in a catalogue where more datasets have a word than are read when rarer words decide: the answers are those that reading
/// all of them would give.
/// </summary>
public sealed class RelaxedTests
{
    private const int Many = 1_300;
    private const string Address = "/datasets.json?pageSize=100&q=parcelle%20quetzal%20xylophone";

    [Fact]
    public async Task A_very_frequent_word_orders_the_datasets_of_a_rare_one_and_adds_none()
    {
        await using var app = Filled();
        var page = await app.JsonAsync(Address);
        Assert.Equal(["arbres-paris", "arbres-toulouse", "arbres-rennes"], page.Ids());
        Assert.Equal(3, page.GetProperty("totalItems").GetInt32());
        Assert.True(page.GetProperty("isRelaxed").GetBoolean());
        Assert.Equal(["xylophone"], LeftOut(page));
        var unwanted = await app.JsonAsync($"{Address}%20-muet");
        Assert.Equal(["arbres-paris", "arbres-rennes"], unwanted.Ids());
    }

    [Fact]
    public async Task A_very_frequent_word_decides_where_the_filters_leave_no_rare_one()
    {
        await using var app = Filled();
        var page = await app.JsonAsync($"{Address}&theme=GOVE");
        Assert.True(page.GetProperty("totalItems").GetInt32() >= Many - ManyDatasets.WithTitle);
        Assert.DoesNotContain("arbres-paris", page.Ids());
        Assert.Equal(["quetzal", "xylophone"], LeftOut(page));
    }

    /// <summary>One dataset has the frequent word in its title, one in its description, one not at all.</summary>
    private static CatalogApp Filled()
    {
        var app = new CatalogApp();
        ManyDatasets.AddTo(app, Many);
        WordsTests.Entitle(app, "arbres-rennes", "Quetzal");
        WordsTests.Entitle(app, "arbres-toulouse", "Quetzal muet", "Une parcelle");
        WordsTests.Entitle(app, "arbres-paris", "Quetzal, parcelle");
        return app;
    }

    private static IReadOnlyList<string> LeftOut(JsonElement page) =>
        [.. page.GetProperty("leftOut").EnumerateArray().Select(word => word.GetString()!)];
}
