using System.Text.Json.Nodes;

namespace DataCatalog.Tests.OpenApi;

/// <summary>Parameters that a description says once, put where they are taken.</summary>
internal static class InlineParameters
{
    private const string Place = "#/components/parameters/";

    /// <summary>The description with each parameter in its operation.</summary>
    public static JsonNode In(JsonNode description)
    {
        var operations = Reading(description).Select(operation => operation.Value.AsObject());
        foreach (var operation in operations.Where(operation => operation.ContainsKey("parameters")))
        {
            operation["parameters"] = new JsonArray(
                [.. operation["parameters"]!.AsArray().Select(parameter => Whole(description, parameter!))]);
        }

        return description;
    }

    /// <summary>The operations that read, by their paths.</summary>
    public static IEnumerable<KeyValuePair<string, JsonNode>> Reading(JsonNode description) =>
        from path in description["paths"]!.AsObject()
        where path.Value!["get"] is not null
        select KeyValuePair.Create(path.Key, path.Value!["get"]!);

    private static JsonNode Whole(JsonNode description, JsonNode parameter) =>
        (parameter["$ref"] is { } reference
            ? description["components"]!["parameters"]![reference.GetValue<string>()[Place.Length..]]!
            : parameter).DeepClone();
}
