using System.Text.Json.Nodes;

namespace DataCatalog.Tests.OpenApi;

/// <summary>Parameters that a description says once, put where they are taken.</summary>
internal static class InlineParameters
{
    private const string Place = "#/components/parameters/";

    /// <summary>The description with each parameter in its operation.</summary>
    public static JsonNode In(JsonNode description)
    {
        var operations = description["paths"]!.AsObject().Select(path => path.Value!["get"]!.AsObject());
        foreach (var operation in operations.Where(operation => operation.ContainsKey("parameters")))
        {
            operation["parameters"] = new JsonArray(
                [.. operation["parameters"]!.AsArray().Select(parameter => Whole(description, parameter!))]);
        }

        return description;
    }

    private static JsonNode Whole(JsonNode description, JsonNode parameter) =>
        (parameter["$ref"] is { } reference
            ? description["components"]!["parameters"]![reference.GetValue<string>()[Place.Length..]]!
            : parameter).DeepClone();
}
