using System.Net;
using System.Text.Json;
using DataCatalog.Datasets;
using DataCatalog.Dcat.Records;
using DataCatalog.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DataCatalog.Tests.LegalRules;

public sealed class RuleTests(CatalogApp app)
{
    [Theory]
    [InlineData("pcs", "exceptIn", "commune:75056", "Paris")]
    [InlineData("liste-deliberations", "extendsTo", "collectivite:988", "Nouvelle-Calédonie")]
    [InlineData("bal-adresses-nouvelle-caledonie", "onlyIn", "collectivite:988", "Nouvelle-Calédonie")]
    public async Task A_rule_says_where_it_applies(string id, string key, string territory, string name)
    {
        var place = Assert.Single((await app.JsonAsync($"/rules/{id}")).GetProperty(key).EnumerateArray());

        Assert.EndsWith($"/territories/{territory}", place.GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.Equal(name, place.GetProperty("prefLabel").GetProperty("fr").GetString());
    }

    [Fact]
    public async Task A_rule_that_applies_everywhere_says_nothing_of_places()
    {
        var rule = await app.JsonAsync("/rules/rgpd-dpo");

        Assert.All(
            ["onlyIn", "exceptIn", "extendsTo", "shownBy"], (string key) => Assert.False(rule.TryGetProperty(key, out _), key));
    }

    [Fact]
    public async Task A_rule_names_the_datasets_that_show_what_authorities_did()
    {
        AssertShown(await app.JsonAsync("/rules/decp-marches"));
        AssertShown((await app.MembersAsync("rules")).Single(rule => rule.GetProperty("identifier").GetString() is "decp-marches"));

        static void AssertShown(JsonElement rule)
        {
            var shownBy = rule.GetProperty("shownBy").EnumerateArray().ToList();
            Assert.Equal(
                ["decp-consolidees", "decp-ministere-economie"], shownBy.Select(dataset => dataset.GetProperty("identifier").GetString()));
            Assert.All(shownBy, dataset => Assert.NotEmpty(dataset.GetProperty("title").GetProperty("fr").GetString()!));
        }
    }

    [Fact]
    public async Task A_dataset_in_a_rule_has_no_type_so_that_no_harvester_takes_it_for_a_description()
    {
        Assert.All(
            (await app.JsonAsync("/rules/decp-marches")).GetProperty("shownBy").EnumerateArray(),
            dataset => Assert.False(dataset.TryGetProperty("type", out _)));
        using var triples = await app.GetAsync("/rules/decp-marches.nt");
        var graph = await triples.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("http://www.w3.org/ns/dcat#Dataset", graph, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_tag_of_a_rule_changes_with_the_title_of_a_dataset_that_shows_it()
    {
        await using var own = new CatalogApp();
        using var before = await own.GetAsync("/rules/decp-marches");
        var dataset = own.Services.GetRequiredService<RecordReader<Dataset>>().Find("decp-consolidees")!.Record;
        own.Services.GetRequiredService<Database>().Write(
            "test", session => DatasetStore.Writer.Save(session, dataset with { Title = LanguageMap.Of("Marchés") }, new(2026, 11, 29)));

        using var after = await own.GetAsync("/rules/decp-marches", $"If-None-Match: {before.Headers.ETag}");

        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        using var rule = JsonDocument.Parse(await after.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("Marchés", rule.RootElement.GetProperty("shownBy")[0].GetProperty("title").GetProperty("fr").GetString());
    }
}
