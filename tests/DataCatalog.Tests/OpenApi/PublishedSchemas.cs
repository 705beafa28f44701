using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace DataCatalog.Tests.OpenApi;

/// <summary>
/// The schemas of the served description, for a validator that this project did not write. They are closed here: a key that no schema
/// names is a fault, though clients are told that keys may be added.
/// </summary>
internal sealed class PublishedSchemas
{
    public const string Json = "application/json";

    /// <summary>Where whole answers are described.</summary>
    public const string JsonLd = "application/ld+json";

    private static readonly EvaluationOptions Quick = new() { OutputFormat = OutputFormat.Flag, RequireFormatValidation = true };

    private static readonly EvaluationOptions Listed = new() { OutputFormat = OutputFormat.List, RequireFormatValidation = true };

    private static readonly string[] MediaTypes = [Json, JsonLd, "application/problem+json"];

    private readonly Dictionary<(string Operation, string Status, string MediaType), JsonSchema> _schemas = [];

    private PublishedSchemas(JsonNode description)
    {
        var schemas = description["components"]!["schemas"]!.AsObject();
        foreach (var schema in schemas.Select(schema => schema.Value!.AsObject()).Where(schema => schema.ContainsKey("properties")))
        {
            schema["additionalProperties"] = false;
        }

        foreach (var operation in InlineParameters.Reading(description).Select(path => path.Value))
        {
            foreach (var (status, response) in operation["responses"]!.AsObject())
            {
                foreach (var type in MediaTypes.Where(type => response!["content"]?[type]?["schema"] is not null))
                {
                    var schema = Build(response!["content"]![type]!["schema"]!, schemas);
                    _schemas.Add((operation["operationId"]!.GetValue<string>(), status, type), schema);
                }
            }
        }
    }

    public static async Task<PublishedSchemas> ReadAsync(CatalogApp app) =>
        new(JsonNode.Parse((await app.JsonAsync("/openapi/v1.json")).GetRawText())!);

    /// <summary>What is wrong with an answer, each kind of fault once.</summary>
    public IEnumerable<string> Faults(string operation, string status, JsonElement answer, string mediaType = Json)
    {
        var schema = _schemas[(operation, status, mediaType)];
        return schema.Evaluate(answer, Quick).IsValid ? [] : (schema.Evaluate(answer, Listed).Details ?? [])
            .Where(detail => detail.Errors is not null)
            .SelectMany(detail => detail.Errors!
                .Where(error => error.Key.Length > 0 && error.Value is not "All values fail against the false schema")
                .Select(error => $"{detail.InstanceLocation}: {error.Value}"))
            .DefaultIfEmpty("does not obey its schema");
    }

    private static JsonSchema Build(JsonNode schema, JsonObject schemas)
    {
        var whole = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$defs"] = JsonNode.Parse(AtHome(schemas)),
            ["allOf"] = new JsonArray(JsonNode.Parse(AtHome(schema))),
        };
        return JsonSchema.FromText(whole.ToJsonString(), new BuildOptions { SchemaRegistry = new SchemaRegistry() });
    }

    private static string AtHome(JsonNode node) =>
        node.ToJsonString().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal);
}
