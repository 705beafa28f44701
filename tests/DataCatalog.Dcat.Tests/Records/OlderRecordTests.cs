using System.Text.Json.Nodes;
using DataCatalog.Dcat.Records;

namespace DataCatalog.Dcat.Tests.Records;

/// <summary>Documents that an older program stored: what it did not know yet is read as nothing, not as a fault.</summary>
public sealed class OlderRecordTests
{
    private static readonly LegalRule Rule = new()
    {
        Id = "rule",
        Title = LanguageMap.Of("Faire.", "Do."),
        Act = "publish",
        Scope = new RuleScope
        {
            Kinds = ["commune"],
            OnlyIn = ["region:53"],
            ExceptIn = ["commune:75056"],
            ExtendsTo = ["collectivite:988"],
        },
        ShownBy = ["dataset"],
        Deadline = new RuleDeadline("none"),
        Article = "CGCT L1",
        Status = "text-read",
        Provenance = new Provenance(new DateOnly(2026, 11, 29), "high", [new Evidence(null, "https://example.org/")]),
    };

    [Fact]
    public void A_rule_of_today_comes_back_whole() =>
        Assert.Equal(RecordJson.Write(Rule), RecordJson.Write(RecordJson.Read<LegalRule>(RecordJson.Write(Rule))));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_rule_without_places_and_datasets_has_empty_lists(bool areNull)
    {
        var document = JsonNode.Parse(RecordJson.Write(Rule))!.AsObject();
        Remove(document, "shownBy", areNull);
        foreach (var key in new[] { "onlyIn", "exceptIn", "extendsTo" })
        {
            Remove(document["scope"]!.AsObject(), key, areNull);
        }

        var rule = RecordJson.Read<LegalRule>(document.ToJsonString());

        Assert.Empty(rule.ShownBy);
        Assert.Empty(rule.Scope.OnlyIn);
        Assert.Empty(rule.Scope.ExceptIn);
        Assert.Empty(rule.Scope.ExtendsTo);
        Assert.Equal(["commune"], rule.Scope.Kinds);
    }

    [Theory]
    [InlineData("""{"schemaVersion":1,"scheme":"competences","code":"voirie","label":{"fr":"Voirie"},"competence":{"core":true}}""")]
    [InlineData(
        """{"schemaVersion":1,"scheme":"competences","code":"voirie","label":{"fr":"Voirie"},"competence":{"core":true,"roles":null}}""")]
    public void A_competence_without_roles_has_none(string document) =>
        Assert.Empty(RecordJson.Read<Concept>(document).Competence!.Roles);

    /// <summary>Addresses had no levels: a document has the address as a text.</summary>
    [Theory]
    [InlineData("https://example.org/{departement}/{insee}", "commune")]
    [InlineData("https://example.org/{siren}", "commune|epci|ept")]
    [InlineData("https://example.org/{departement}", "departement")]
    [InlineData("https://example.org/{region}", "region")]
    public void An_address_without_levels_gets_those_of_its_variables(string address, string levels)
    {
        var dataset = Rules.Valid.Dataset with { Distributions = [Rules.Valid.Distribution] };
        var document = JsonNode.Parse(RecordJson.Write(dataset))!.AsObject();
        document["distributions"]![0]!["urlTemplate"] = address;

        var template = RecordJson.Read<Dataset>(document.ToJsonString()).Distributions[0].Template!;

        Assert.Equal(address, template.Address);
        Assert.Equal(levels, string.Join('|', template.Levels));
        Assert.Empty(template.Except);
    }

    [Fact]
    public void An_address_of_today_comes_back_whole()
    {
        var template = new AddressTemplate("https://example.org/{insee}")
        {
            Levels = ["commune"],
            Except = ["commune:75056"],
            Limit = 20,
            Competence = "eau-potable",
        };
        var dataset = Rules.Valid.Dataset with { Distributions = [Rules.Valid.Distribution with { Template = template }] };
        var document = RecordJson.Write(dataset);
        Assert.Contains("\"template\":{\"address\":", document, StringComparison.Ordinal);
        Assert.Equal(document, RecordJson.Write(RecordJson.Read<Dataset>(document)));
    }

    private static void Remove(JsonObject node, string key, bool isNull)
    {
        Assert.True(node.Remove(key), key);
        if (isNull)
        {
            node[key] = null;
        }
    }
}
