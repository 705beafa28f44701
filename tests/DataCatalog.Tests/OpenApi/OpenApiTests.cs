using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace DataCatalog.Tests.OpenApi;

/// <summary>The application at one moment: examples show when things changed.</summary>
public sealed class ApplicationOfExamples : IDisposable
{
    public CatalogApp App { get; } = new() { Time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 3, 0, 0, TimeSpan.Zero)) };

    public void Dispose() => App.Dispose();
}

public sealed class OpenApiTests(ApplicationOfExamples fixture) : IClassFixture<ApplicationOfExamples>
{
    private readonly CatalogApp _app = fixture.App;

    /// <summary>One real address per operation: its answer is the operation's example.</summary>
    private static readonly Dictionary<string, string> Addresses = new(StringComparer.Ordinal)
    {
        ["getHome"] = "/",
        ["getOwnTerms"] = "/vocab",
        ["getCatalog"] = "/catalog?competence=eau-potable&hvd=true&pageSize=1",
        ["listDatasets"] = "/datasets?q=eau%20potable&facets=theme&pageSize=1",
        ["getDataset"] = "/datasets/qualite-eau-robinet",
        ["getDistribution"] = "/distributions/qualite-eau-robinet-1",
        ["listServices"] = "/services?pageSize=1",
        ["getService"] = "/services/hubeau-eau-potable",
        ["listSeries"] = "/series?pageSize=1",
        ["getSeries"] = "/series/resultats-elections",
        ["listModels"] = "/models?pageSize=1",
        ["getModel"] = "/models/deliberations",
        ["listAgents"] = "/agents?pageSize=1",
        ["getAgent"] = "/agents/insee",
        ["listVocabularies"] = "/vocabularies?pageSize=1",
        ["getVocabulary"] = "/vocabularies/relations",
        ["getConcept"] = "/vocabularies/competences/eau-potable",
        ["listTerritories"] = "/territories?q=rennes&pageSize=1",
        ["listTerritoryDatasets"] = "/territories/commune:35238/datasets?q=adresse&pageSize=1",
        ["getTerritory"] = "/territories/commune:35238",
        ["getMapping"] = "/territories/commune:35238/mapping?competence=deliberations",
    };

    /// <summary>Operations that answer with something else than a graph.</summary>
    private static readonly string[] Plain = ["listDumps", "getDump", "listChanges", "getFeed", "suggest"];

    /// <summary>Operations that answer with sheets, lines and feeds too.</summary>
    private static readonly string[] Searches = ["listDatasets", "listTerritoryDatasets"];

    [Fact]
    public async Task The_committed_description_is_the_served_one() =>
        Repository.AssertGenerated(await ServedAsync(), "openapi.yaml");

    [Fact]
    public async Task The_description_is_valid_OpenAPI_3_1()
    {
        var result = await ReadAsync();

        Assert.Empty(result.Diagnostic!.Errors);
        Assert.Empty(result.Diagnostic.Warnings);
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, result.Diagnostic.SpecificationVersion);
    }

    [Fact]
    public async Task Every_operation_is_documented_in_full()
    {
        var document = (await ReadAsync()).Document!;
        var operations = document.Paths.SelectMany(path => path.Value.Operations!.Values).ToList();

        Assert.Equal(Addresses.Keys.Concat(Plain).Order(StringComparer.Ordinal), operations.Select(operation => operation.OperationId!).Order(StringComparer.Ordinal));
        Assert.All(operations, operation =>
        {
            Assert.Single(operation.Tags!);
            Assert.NotEmpty(operation.Summary!);
            Assert.NotEmpty(operation.Description!);
            Assert.All(operation.Parameters ?? [], parameter =>
            {
                Assert.NotEmpty(parameter.Description!);
                Assert.NotNull(parameter.Example);
            });
            Assert.Equal(Plain.Contains(operation.OperationId) ? 1 : Searches.Contains(operation.OperationId) ? 8 : 5, operation.Responses!["200"].Content!.Count);
            Assert.All(operation.Responses.Values.SelectMany(response => response.Content?.Values ?? []), content => Assert.NotNull(content.Example));
            Assert.Contains(operation.Responses.Keys, status => status.StartsWith('4'));
            Assert.All(operation.Responses.Values, response => Assert.NotEmpty(response.Description!));
        });
    }

    [Theory]
    [InlineData(".jsonld")]
    [InlineData(".ttl")]
    [InlineData(".rdf")]
    [InlineData(".nt")]
    [InlineData(".csv")]
    [InlineData(".jsonl")]
    [InlineData(".atom")]
    public async Task The_examples_are_what_the_service_answers(string extension)
    {
        var accept = extension switch
        {
            ".ttl" => "text/turtle",
            ".rdf" => "application/rdf+xml",
            ".nt" => "application/n-triples",
            ".csv" => "text/csv",
            ".jsonl" => "application/jsonl",
            ".atom" => "application/atom+xml",
            _ => "application/ld+json",
        };
        var isOfGraphs = extension is ".jsonld" or ".ttl" or ".rdf" or ".nt";
        foreach (var (operation, address) in Addresses.Where(operation => isOfGraphs || Searches.Contains(operation.Key)))
        {
            using var response = await _app.GetAsync(address, $"Accept: {accept}");
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Repository.AssertGenerated(
                await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
                "src", "DataCatalog", "OpenApi", "Examples", operation + extension);
        }
    }

    /// <summary>The schemas are written by hand; every key of every document of the seed must be in them.</summary>
    [Fact]
    public async Task The_schemas_name_every_key_that_the_service_sends()
    {
        var document = JsonNode.Parse(await (await _app.GetAsync("/openapi/v1.json")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        var unknown = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (list, schema) in ((string, string)[])
            [("datasets", "Dataset"), ("services", "DataService"), ("series", "DatasetSeries"), ("models", "Model"), ("agents", "Agent")])
        {
            foreach (var member in await _app.MembersAsync(list))
            {
                var entry = await _app.JsonAsync(member.GetProperty("id").GetString()![CatalogApp.BaseUrl.Length..]);
                Compare(entry, document, Reference(schema), schema, unknown);
            }
        }

        foreach (var (operation, schema) in ((string, string)[])
            [("getHome", "Home"), ("getOwnTerms", "Vocabulary"), ("getDistribution", "Distribution"), ("getVocabulary", "ConceptScheme"),
            ("getConcept", "Concept"), ("getTerritory", "Territory"), ("listTerritories", "TerritoryCollection"), ("listDatasets", "SearchCollection"), ("listTerritoryDatasets", "SearchCollection"),
            ("getMapping", "TerritoryMapping")])
        {
            Compare(await _app.JsonAsync(Addresses[operation]), document, Reference(schema), schema, unknown);
        }

        Compare(await _app.JsonAsync("/vocabularies/competences"), document, Reference("ConceptScheme"), "ConceptScheme", unknown);
        Compare(await _app.JsonAsync("/vocabularies/competences/subventions"), document, Reference("Concept"), "Concept", unknown);

        Assert.Empty(unknown);
    }

    [Fact]
    public async Task The_page_for_developers_needs_no_other_host()
    {
        using var page = await _app.GetAsync("/swagger/index.html");
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.DoesNotContain("https://", html, StringComparison.Ordinal);
        using var script = await _app.GetAsync("/swagger/swagger-ui-bundle.js");
        Assert.Equal(HttpStatusCode.OK, script.StatusCode);
    }

    private static JsonObject Reference(string schema) => new() { ["$ref"] = $"#/components/schemas/{schema}" };

    /// <summary>Collects keys that a schema does not name, and required ones that are missing.</summary>
    private static void Compare(JsonElement value, JsonNode document, JsonNode schema, string path, ISet<string> faults)
    {
        if (schema["$ref"]?.GetValue<string>() is { } reference)
        {
            schema = document["components"]!["schemas"]![reference.Split('/')[^1]]!;
        }

        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
            {
                Compare(item, document, schema["items"] ?? new JsonObject(), $"{path}[]", faults);
            }
        }
        else if (value.ValueKind == JsonValueKind.Object && schema["properties"] is JsonObject properties)
        {
            foreach (var required in (schema["required"] as JsonArray ?? []).Select(name => name!.GetValue<string>()).Where(name => !value.TryGetProperty(name, out _)))
            {
                faults.Add($"{path} lacks {required}");
            }

            foreach (var property in value.EnumerateObject())
            {
                if (properties[property.Name] is { } inner)
                {
                    Compare(property.Value, document, inner, $"{path}.{property.Name}", faults);
                }
                else if (property.Name != "@context")
                {
                    faults.Add($"{path} has {property.Name}");
                }
            }
        }
        else if (schema["type"]?.GetValue<string>() is { } type && !string.Equals(type, TypeOf(value), StringComparison.Ordinal))
        {
            faults.Add($"{path} is {TypeOf(value)}, not {type}");
        }
    }

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => "integer",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        _ => "string",
    };

    private async Task<string> ServedAsync()
    {
        using var response = await _app.GetAsync("/openapi/v1.yaml");
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private async Task<ReadResult> ReadAsync()
    {
        var settings = new OpenApiReaderSettings();
        settings.AddYamlReader();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(await ServedAsync()));
        return await OpenApiDocument.LoadAsync(stream, "yaml", settings, TestContext.Current.CancellationToken);
    }
}
