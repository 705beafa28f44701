using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DataCatalog.Tests.OpenApi;
using Json.Schema;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace DataCatalog.Tests.Fuzz;

/// <summary>A parameter of an operation.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">Its JSON type; that of the items for a list.</param>
/// <param name="Example">The value that the description shows.</param>
internal sealed record DescribedParameter(string Name, string Type, string Example);

/// <summary>An operation of the committed description.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Template">Its path.</param>
/// <param name="Query">Its parameters in the query.</param>
/// <param name="Example">A path that the description shows.</param>
/// <param name="Contents">Of a 200: the schema of each media type; null where it has none.</param>
/// <param name="Statuses">The statuses that it says it answers.</param>
internal sealed record DescribedOperation(
    string Id,
    string Template,
    IReadOnlyList<DescribedParameter> Query,
    string Example,
    IReadOnlyDictionary<string, JsonSchema?> Contents,
    IReadOnlySet<string> Statuses)
{
    private readonly Regex _paths = new(PatternOf(Template), RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    public bool IsAt(string path) => _paths.IsMatch(path);

    private static string PatternOf(string template)
    {
        var escaped = template.Replace(".", @"\.", StringComparison.Ordinal);
        return $"^{Regex.Replace(escaped, @"\{[^}]+\}", "[^/]+", RegexOptions.None, TimeSpan.FromSeconds(1))}$";
    }
}

/// <summary>The committed description, as the fuzz reads it.</summary>
internal static class Description
{
    public static async Task<IReadOnlyList<DescribedOperation>> ReadAsync(CancellationToken cancellation)
    {
        var settings = new OpenApiReaderSettings();
        settings.AddYamlReader();
        await using var stream = File.OpenRead(Repository.PathOf("openapi.yaml"));
        var result = await OpenApiDocument.LoadAsync(stream, "yaml", settings, cancellation);
        var document = InlineParameters.In(
            JsonNode.Parse(await result.Document!.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancellation))!);
        var schemas = document["components"]!["schemas"]!.ToJsonString()
            .Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal);
        return [.. InlineParameters.Reading(document).Select(path => Operation(path.Key, path.Value, schemas))];
    }

    /// <summary>The operation that answers at a path without its extension; null for none.</summary>
    public static DescribedOperation? At(this IReadOnlyList<DescribedOperation> operations, string path) =>
        operations.FirstOrDefault(operation => operation.Template == path) ?? operations.FirstOrDefault(operation => operation.IsAt(path));

    private static DescribedOperation Operation(string template, JsonNode operation, string schemas)
    {
        var parameters = (operation["parameters"] as JsonArray ?? []).Select(parameter => parameter!).ToList();
        var example = parameters.Where(parameter => In(parameter, "path"))
            .Aggregate(template, (path, parameter) =>
                path.Replace($"{{{parameter["name"]}}}", parameter["example"]!.ToString(), StringComparison.Ordinal));
        var content = operation["responses"]!["200"]!["content"]!.AsObject();
        return new DescribedOperation(
            operation["operationId"]!.ToString(),
            template,
            [.. parameters.Where(parameter => In(parameter, "query")).Select(parameter => Parameter(parameter))],
            example,
            content.ToDictionary(
                type => type.Key,
                type => type.Key.EndsWith("json", StringComparison.Ordinal) ? Schema(type.Value!["schema"], schemas) : null,
                StringComparer.Ordinal),
            operation["responses"]!.AsObject().Select(response => response.Key).ToHashSet(StringComparer.Ordinal));
    }

    private static bool In(JsonNode parameter, string place) => parameter["in"]!.ToString() == place;

    private static DescribedParameter Parameter(JsonNode parameter)
    {
        var schema = parameter["schema"]!;
        var item = schema["items"] ?? schema;
        var example = parameter["example"] ?? item["examples"]?[0] ?? item["enum"]?[0] ?? schema["default"];
        return new DescribedParameter(parameter["name"]!.ToString(), item["type"]!.ToString(), example?.ToString() ?? "1");
    }

    /// <summary>A schema with all that it may refer to.</summary>
    private static JsonSchema? Schema(JsonNode? schema, string schemas)
    {
        if (schema is null)
        {
            return null;
        }

        var whole = JsonNode.Parse(schema.ToJsonString().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal))!;
        whole["$schema"] = "https://json-schema.org/draft/2020-12/schema";
        whole["$defs"] = JsonNode.Parse(schemas);
        return JsonSchema.FromText(whole.ToJsonString(), new BuildOptions { SchemaRegistry = new SchemaRegistry() });
    }
}
