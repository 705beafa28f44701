using System.Text.Json;

namespace DataCatalog.Tests.Search;

/// <summary>What answers publish for the values of filters, read from the answers.</summary>
internal static class PublishedValues
{
    /// <summary>The filters of <c>/datasets</c> whose values are terms, with their vocabularies.</summary>
    public static readonly IReadOnlyDictionary<string, string> Schemes = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["theme"] = "themes",
        ["competence"] = "competences",
        ["publisherKind"] = "producer-kinds",
        ["licence"] = "licences",
        ["format"] = "file-types",
        ["access"] = "access-regimes",
        ["personalData"] = "personal-data",
        ["granularity"] = "granularities",
        ["frequency"] = "frequencies",
        ["hvd"] = "hvd-categories",
        ["relation"] = "relations",
        ["conformsTo"] = "standards",
    };

    /// <summary>Lists the terms of a vocabulary, in full.</summary>
    public static async Task<IReadOnlyList<JsonElement>> TermsAsync(this CatalogApp app, string scheme) =>
        [.. WithNarrower(await app.JsonAsync($"/vocabularies/{scheme}"), "topConcept")];

    /// <summary>Lists what an answer publishes for a term: its IRI, those of equal terms, its page, its notation.</summary>
    public static IEnumerable<string> TextsOf(JsonElement node) => Strings(node, "id").Concat(Strings(node, "exactMatch"))
        .Concat(Items(node, "page").SelectMany(page => Strings(page, "id"))).Concat(Strings(node, "notation"));

    /// <summary>Lists the ways in which people write an address: the other scheme, and a slash at the end.</summary>
    public static IEnumerable<string> Variants(string text)
    {
        yield return text;
        if (text.StartsWith("http", StringComparison.Ordinal))
        {
            yield return text.StartsWith("https:", StringComparison.Ordinal) ? $"http{text[5..]}" : $"https{text[4..]}";
            yield return text.EndsWith('/') ? text[..^1] : $"{text}/";
        }
    }

    /// <summary>Lists every node of an answer with the key under which it stands.</summary>
    public static IEnumerable<(string Key, JsonElement Node)> NodesIn(JsonElement element, string key = "") => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => NodesIn(property.Value, property.Name))
            .Prepend((key, element)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => NodesIn(item, key)),
        _ => [],
    };

    public static IEnumerable<JsonElement> Items(JsonElement node, string key) =>
        node.TryGetProperty(key, out var list) && list.ValueKind is JsonValueKind.Array ? list.EnumerateArray() : [];

    public static IEnumerable<string> Strings(JsonElement node, string key) => !node.TryGetProperty(key, out var value) ? []
        : value.ValueKind is JsonValueKind.Array ? value.EnumerateArray().Select(item => item.GetString()!)
        : [value.GetString()!];

    private static IEnumerable<JsonElement> WithNarrower(JsonElement node, string key) =>
        Items(node, key).SelectMany(term => WithNarrower(term, "narrower").Prepend(term));
}
