using System.Text.Json;
using DataCatalog.Dcat.Records;
using DataCatalog.LegalRules;
using DataCatalog.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DataCatalog.Tests.Models;

public sealed class ModelRuleTests(CatalogApp app)
{
    private static readonly DateOnly Day = new(2026, 11, 30);

    [Fact]
    public async Task A_model_links_the_rules_that_name_it()
    {
        var linked = Rules(await app.JsonAsync("/models/decp"));
        Assert.Equal(
            ["decp-concessions", "decp-concessions-modification", "decp-innovation-25000", "decp-marches", "recensement-achat-public"],
            linked.Select(Id));
        Assert.All(linked, rule =>
        {
            Assert.Equal($"{CatalogApp.BaseUrl}/rules/{Id(rule)}", rule.GetProperty("id").GetString());
            Assert.NotEmpty(rule.GetProperty("title").GetProperty("fr").GetString()!);
            Assert.NotEmpty(rule.GetProperty("title").GetProperty("en").GetString()!);
        });
    }

    [Fact]
    public async Task A_model_without_rules_links_none() => Assert.Empty(Rules(await app.JsonAsync("/models/arbres")));

    [Fact]
    public async Task The_list_links_the_rules_of_every_model_as_the_rules_name_them()
    {
        var expected = app.Services.GetRequiredService<RecordReader<LegalRule>>().All()
            .SelectMany(entry => entry.Record.Models, (entry, model) => $"{model} {entry.Record.Id}")
            .Order(StringComparer.Ordinal);
        var models = (await app.JsonAsync("/models?pageSize=100")).GetProperty("member").EnumerateArray();
        Assert.Equal(expected, models.SelectMany(Rules, (model, rule) => $"{Id(model)} {Id(rule)}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_only_rules_know_is_no_longer_said_of_models()
    {
        var obligation = (await app.JsonAsync("/models/deliberations")).GetProperty("obligation");
        Assert.Equal(
            ["id", "legalBasis", "obligationType", "type"],
            obligation.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("/models/decp")]
    [InlineData("/models/decp.ttl")]
    [InlineData("/models")]
    public async Task A_changed_rule_gives_the_models_that_it_names_a_new_tag(string address)
    {
        using var other = new CatalogApp();
        var before = await TagAsync(other, address);
        Assert.Equal(before, await TagAsync(other, address));
        Save(other, Rule(other, "decp-marches") with { Title = LanguageMap.Of("Publier les marchés.", "Publish the contracts.") });
        Assert.NotEqual(before, await TagAsync(other, address));
        using var response = await other.GetAsync(address, $"If-None-Match: {before}");
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Publier les marchés.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_rule_leaves_the_tags_of_datasets_alone()
    {
        using var other = new CatalogApp();
        var before = await TagAsync(other, "/datasets/decp-consolidees");
        Save(other, Rule(other, "decp-marches") with { Title = LanguageMap.Of("Publier les marchés.", "Publish the contracts.") });
        Assert.Equal(before, await TagAsync(other, "/datasets/decp-consolidees"));
    }

    [Fact]
    public async Task A_rule_that_names_the_model_no_longer_or_is_withdrawn_is_not_linked()
    {
        using var other = new CatalogApp();
        Save(other, Rule(other, "decp-marches") with { Models = [] });
        Write(other, session => RuleStore.Writer.Withdraw(session, "decp-concessions", "repealed"));
        Assert.Equal(
            ["decp-concessions-modification", "decp-innovation-25000", "recensement-achat-public"],
            Rules(await other.JsonAsync("/models/decp")).Select(Id));
        var list = (await other.JsonAsync("/models?pageSize=100")).GetRawText();
        Assert.DoesNotContain("/rules/decp-concessions\"", list, StringComparison.Ordinal);
    }

    private static LegalRule Rule(CatalogApp other, string id) =>
        other.Services.GetRequiredService<RecordReader<LegalRule>>().Find(id)!.Record;

    private static void Save(CatalogApp other, LegalRule rule) => Write(other, session => RuleStore.Writer.Save(session, rule, Day));

    private static void Write<T>(CatalogApp other, Func<WriteSession, T> write) =>
        other.Services.GetRequiredService<Database>().Write("test", write);

    private static async Task<string> TagAsync(CatalogApp other, string address)
    {
        using var response = await other.GetAsync(address);
        return response.Headers.ETag!.ToString();
    }

    private static JsonElement[] Rules(JsonElement model) =>
        model.TryGetProperty("rules", out var rules) ? [.. rules.EnumerateArray()] : [];

    private static string Id(JsonElement entry) => entry.GetProperty("identifier").GetString()!;
}
