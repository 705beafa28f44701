using System.Reflection;
using System.Text.Json.Nodes;
using DataCatalog.Http;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace DataCatalog.OpenApi;

/// <summary>
/// Shows each operation's real answer as JSON, cut short, and each other syntax in one place. The files in <c>Examples/</c> are what the
/// service answers over the seed; a test keeps them true.
/// </summary>
internal sealed class ExampleFilter : IOperationFilter
{
    /// <summary>Items that an example shows of each list.</summary>
    private const int ShownItems = 1;

    /// <summary>Where other syntaxes are shown: small answers.</summary>
    private const string GraphSample = "getAgent";
    private const string ListSample = "listTerritoryDatasets";

    /// <summary>Operations whose plain JSON is shown as a summary.</summary>
    private static readonly string[] WithSummary = ["listDatasets", ListSample];

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var content = operation.Responses!["200"].Content!;
        if (PlainExamples.Of(operation.OperationId!) is { } plain)
        {
            var only = (OpenApiMediaType)content.Values.Single();
            only.Example = plain;
            only.Schema = plain is JsonValue ? Text() : only.Schema;
            return;
        }

        foreach (var syntax in Syntax.Known.Where(syntax => content.ContainsKey(syntax.MediaType)))
        {
            Illustrate((OpenApiMediaType)content[syntax.MediaType], operation.OperationId!, syntax);
        }
    }

    /// <summary>Only the JSON forms have the operation's schema; the others are text.</summary>
    private static void Illustrate(OpenApiMediaType mediaType, string operation, Syntax syntax)
    {
        if (syntax == Syntax.Json)
        {
            mediaType.Example = Short(JsonNode.Parse(Read(operation + (WithSummary.Contains(operation, StringComparer.Ordinal) ? Syntax.Json : Syntax.JsonLd).Extension))!);
        }
        else if (syntax != Syntax.JsonLd)
        {
            mediaType.Schema = Text();
            mediaType.Example = string.Equals(operation, Syntax.All.Contains(syntax) ? GraphSample : ListSample, StringComparison.Ordinal) ? Read(operation + syntax.Extension) : null;
        }
    }

    /// <summary>Without the context, and with the first items of each list.</summary>
    private static JsonNode Short(JsonNode node)
    {
        if (node is JsonObject members)
        {
            members.Remove("@context");
            foreach (var value in members.Select(member => member.Value!).ToList())
            {
                Short(value);
            }
        }
        else if (node is JsonArray items)
        {
            while (items.Count > ShownItems)
            {
                items.RemoveAt(items.Count - 1);
            }

            items.ToList().ForEach(item => Short(item!));
        }

        return node;
    }

    private static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };

    private static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"examples/{name}")
            ?? throw new InvalidOperationException($"The example {name} is missing: docs/architecture.md says how examples are made.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
