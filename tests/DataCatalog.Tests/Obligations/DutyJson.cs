using System.Text.Json;

namespace DataCatalog.Tests.Obligations;

/// <summary>Reads answers about duties.</summary>
internal static class DutyJson
{
    /// <summary>The path of an address of this catalogue.</summary>
    public static string PathOf(string address) => address[CatalogApp.BaseUrl.Length..];

    public static string Text(this JsonElement node, string key) => node.GetProperty(key).GetString()!;

    public static int Count(this JsonElement node, string key) => node.GetProperty(key).GetInt32();

    /// <summary>The elements of a list, which is left out when it is empty.</summary>
    public static JsonElement[] Items(this JsonElement node, string key) =>
        node.TryGetProperty(key, out var list) ? [.. list.EnumerateArray()] : [];

    /// <summary>The texts of a list.</summary>
    public static string[] Texts(this JsonElement node, string key) => [.. node.Items(key).Select(item => item.GetString()!)];

    /// <summary>The last part of an address, without its query: the code of a record.</summary>
    public static string CodeOf(string address) => address.Split('?')[0].Split('/')[^1];

    /// <summary>The rule of a duty.</summary>
    public static string RuleOf(JsonElement duty) => CodeOf(duty.Text("id"));

    /// <summary>How many rules have each answer.</summary>
    public static Dictionary<string, int> Answers(this JsonElement mapping) => mapping.Items("answerCount")
        .ToDictionary(count => count.Text("notation"), count => count.Count("count"), StringComparer.Ordinal);

    /// <summary>What one rule is for a territory.</summary>
    public static async Task<JsonElement> DutyAsync(this CatalogApp app, string rule, string territory, string statements = "") =>
        Assert.Single((await app.JsonAsync($"/rules/{rule}?territory={territory}{statements}")).Items("duty"));

    /// <summary>All rules of a list, page by page.</summary>
    public static async Task<List<JsonElement>> RulesAsync(this CatalogApp app, string query)
    {
        var rules = new List<JsonElement>();
        for (var next = $"/rules?pageSize=100&{query}"; next is not null;)
        {
            var page = await app.JsonAsync(next);
            rules.AddRange(page.Items("member"));
            next = page.GetProperty("view").TryGetProperty("next", out var link) ? PathOf(link.GetString()!) : null;
        }

        return rules;
    }
}
