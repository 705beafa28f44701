using System.Net;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace DataCatalog.Tests.OpenApi;

/// <summary>The application at one moment: examples show when things changed.</summary>
public sealed class ApplicationOfExamples : IDisposable
{
    public CatalogApp App { get; } = new() { Time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 30, 3, 0, 0, TimeSpan.Zero)) };

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
        ["search"] = "/search?q=nids%20de%20poule&pageSize=1",
        ["getDataset"] = "/datasets/qualite-eau-robinet",
        ["getDistribution"] = "/distributions/qualite-eau-robinet-1",
        ["listServices"] = "/services?pageSize=1",
        ["getService"] = "/services/hubeau-eau-potable",
        ["listSeries"] = "/series?pageSize=1",
        ["getSeries"] = "/series/resultats-elections",
        ["listModels"] = "/models?pageSize=1",
        ["listRules"] = "/rules?q=adresses&territory=commune:35238&pageSize=1",
        ["getModel"] = "/models/deliberations",
        ["getRule"] = "/rules/bal-adresses?territory=commune:35238",
        ["listAgents"] = "/agents?pageSize=1",
        ["getAgent"] = "/agents/insee",
        ["listVocabularies"] = "/vocabularies?pageSize=1",
        ["getVocabulary"] = "/vocabularies/relations",
        ["getConcept"] = "/vocabularies/competences/eau-potable",
        ["listTerritories"] = "/territories?q=rennes&pageSize=1",
        ["listTerritoryDatasets"] = "/territories/commune:35238/datasets?q=adresse&pageSize=1",
        ["getTerritory"] = "/territories/commune:35238",
        ["getCalendar"] = "/territories/commune:35238/calendar?months=3",
        ["getMapping"] = "/territories/commune:35238/mapping?competence=deliberations",
    };

    /// <summary>Operations that answer with something else than a graph.</summary>
    private static readonly string[] Plain = ["listDumps", "getDump", "listChanges", "getFeed", "suggest", "getContext"];

    /// <summary>Operations that answer with sheets, lines and feeds too.</summary>
    private static readonly string[] Searches = ["listDatasets", "listTerritoryDatasets"];

    /// <summary>Operations that answer with one form more than a graph: a sheet or a calendar.</summary>
    private static readonly string[] Tables = ["listRules", "getCalendar"];

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
        var operations = document.Paths.SelectMany(path => path.Value.Operations!)
            .Where(operation => operation.Key == HttpMethod.Get).Select(operation => operation.Value).ToList();

        Assert.Equal(
            Addresses.Keys.Concat(Plain).Order(StringComparer.Ordinal),
            operations.Select(operation => operation.OperationId!).Order(StringComparer.Ordinal));
        Assert.All(operations, operation =>
        {
            Assert.Single(operation.Tags!);
            Assert.NotEmpty(operation.Summary!);
            Assert.NotEmpty(operation.Description!);
            Assert.All(operation.Parameters ?? [], parameter => Assert.NotEmpty(parameter.Description!));
            var forms = Plain.Contains(operation.OperationId) ? 1 : Searches.Contains(operation.OperationId) ? 8
                : operation.OperationId is "search" ? 7
                : Tables.Contains(operation.OperationId) ? 6 : 5;
            Assert.Equal(forms, operation.Responses!["200"].Content!.Count);
            Assert.All(
                operation.Responses.Values
                    .SelectMany(response => response.Content ?? new Dictionary<string, IOpenApiMediaType>(StringComparer.Ordinal))
                    .Where(content => content.Key is "application/json" or "application/problem+json"),
                content => Assert.NotNull(content.Value.Example));
            Assert.Superset(
                new HashSet<string>(["200", "304", "400", "503"], StringComparer.Ordinal),
                operation.Responses.Keys.ToHashSet(StringComparer.Ordinal));
            Assert.Contains("ETag", operation.Responses["200"].Headers!.Keys);
            Assert.Contains("Retry-After", operation.Responses["503"].Headers!.Keys);
            Assert.All(operation.Responses.Values, response => Assert.NotEmpty(response.Description!));
        });
    }

    [Fact]
    public async Task The_one_operation_that_writes_takes_a_form_and_names_its_errors()
    {
        var (_, operation) = Assert.Single(
            (await ReadAsync()).Document!.Paths.SelectMany(path => path.Value.Operations!), operation => operation.Key != HttpMethod.Get);

        Assert.Equal("reportError", operation.OperationId);
        Assert.Equal(["application/x-www-form-urlencoded"], operation.RequestBody!.Content!.Keys);
        Assert.Equal(["204", "303", "400", "403", "404", "410", "413", "415", "422", "429", "503"], operation.Responses!.Keys);
        Assert.All(operation.Responses.Values, response => Assert.NotEmpty(response.Description!));
        Assert.All(operation.Responses.Where(response => response.Key is not ("204" or "303")), response =>
            Assert.NotNull(response.Value.Content!["application/problem+json"].Example));
        Assert.Contains("Retry-After", operation.Responses["429"].Headers!.Keys);
    }

    [Theory]
    [InlineData(".jsonld")]
    [InlineData(".ttl")]
    [InlineData(".rdf")]
    [InlineData(".nt")]
    [InlineData(".csv")]
    [InlineData(".json")]
    [InlineData(".jsonl")]
    [InlineData(".atom")]
    [InlineData(".ics")]
    public async Task The_examples_are_what_the_service_answers(string extension)
    {
        var accept = extension switch
        {
            ".ttl" => "text/turtle",
            ".rdf" => "application/rdf+xml",
            ".nt" => "application/n-triples",
            ".csv" => "text/csv",
            ".json" => "application/json",
            ".jsonl" => "application/jsonl",
            ".atom" => "application/atom+xml",
            ".ics" => "text/calendar",
            _ => "application/ld+json",
        };
        var isOfGraphs = extension is ".jsonld" or ".ttl" or ".rdf" or ".nt";
        foreach (var (operation, address) in Addresses.Where(operation =>
            isOfGraphs || (extension is ".ics" ? operation.Key is "getCalendar" : Searches.Contains(operation.Key))))
        {
            using var response = await _app.GetAsync(extension is ".json" ? $"{address}&view=summary" : address, $"Accept: {accept}");
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Repository.AssertGenerated(
                await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
                "src", "DataCatalog", "OpenApi", "Examples", operation + extension);
        }
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
