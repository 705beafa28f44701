using System.Reflection;
using System.Text.Json.Nodes;
using DataCatalog.Http;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace DataCatalog.OpenApi;

/// <summary>
/// Adds examples: each operation's real answer as JSON, shortened, and one example for each other syntax. The files in <c>Examples/</c>
/// hold the answers of the service over the seed data; a test compares them.
/// </summary>
internal sealed class ExampleFilter : IOperationFilter
{
    /// <summary>The number of items that an example shows of each list.</summary>
    private const int ShownItems = 1;

    /// <summary>The operations whose examples show the other syntaxes: their answers are short.</summary>
    private const string GraphSample = "getAgent";
    private const string ListSample = "listTerritoryDatasets";

    private const string CalendarSample = "getCalendar";

    /// <summary>The operations whose plain JSON is shown as a summary.</summary>
    private static readonly string[] WithSummary = ["listDatasets", ListSample];

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (!operation.Responses!.TryGetValue("200", out var found) || found.Content is not { } content)
        {
            return;
        }

        if (PlainExamples.Of(operation.OperationId!) is { } plain)
        {
            var only = (OpenApiMediaType)content.Values.Single();
            only.Example = plain;
            only.Schema = plain is JsonValue ? Text() : only.Schema;
            return;
        }

        foreach (var syntax in Syntax.Named.Where(syntax => content.ContainsKey(syntax.MediaType)))
        {
            Illustrate((OpenApiMediaType)content[syntax.MediaType], operation.OperationId!, syntax);
        }
    }

    /// <summary>Adds the example of one media type. Only the JSON media types have the operation's schema; the others are text.</summary>
    private static void Illustrate(OpenApiMediaType mediaType, string operation, Syntax syntax)
    {
        if (syntax == Syntax.Json)
        {
            var file = WithSummary.Contains(operation, StringComparer.Ordinal) ? Syntax.Json : Syntax.JsonLd;
            mediaType.Example = Short(JsonNode.Parse(Read(operation + file.Extension))!);
        }
        else if (syntax != Syntax.JsonLd)
        {
            var sample = syntax == Syntax.Calendar ? CalendarSample : Syntax.All.Contains(syntax) ? GraphSample : ListSample;
            mediaType.Schema = Text();
            mediaType.Example = string.Equals(operation, sample, StringComparison.Ordinal) ? Read(operation + syntax.Extension) : null;
        }
    }

    /// <summary>Removes the context, and all but the first items of each list.</summary>
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
            ?? throw new InvalidOperationException($"The example {name} is missing; docs/architecture.md says how to generate examples.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
