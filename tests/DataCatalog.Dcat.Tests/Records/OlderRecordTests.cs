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

    private static void Remove(JsonObject node, string key, bool isNull)
    {
        Assert.True(node.Remove(key), key);
        if (isNull)
        {
            node[key] = null;
        }
    }
}
