using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace DataCatalog.Tests.OpenApi;

/// <summary>The application with dumps, as it runs.</summary>
public sealed class ApplicationWithDumps : IDisposable
{
    public CatalogApp App { get; } = new() { DumpMinutes = 60 };

    public void Dispose() => App.Dispose();
}

/// <summary>
/// Sends what Swagger UI 5 sends when a developer clicks on "Try it out" and "Execute": of each parameter its example, the example or the
/// default of its schema, or the first value of a closed set that is required (ParameterRow.setDefaultValue in its bundle); and the first
/// media type, but <c>*/*</c> where JSON is among them (ContentType.componentDidMount: it takes JSON for chosen already).
/// </summary>
public sealed class FirstClickTests(ApplicationWithDumps fixture) : IClassFixture<ApplicationWithDumps>
{
    private readonly CatalogApp _app = fixture.App;

    [Fact]
    public async Task Every_operation_answers_with_something_to_see()
    {
        await _app.WaitForDumpsAsync();
        var description = await DescriptionAsync();
        foreach (var (path, operation) in InlineParameters.Reading(description))
        {
            var address = AddressOf(path, operation);
            var accepted = Accepted(operation["responses"]!["200"]!["content"]!.AsObject());
            using var response = await _app.GetAsync(address, $"Accept: {accepted}");
            var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{address}: {response.StatusCode} {body}");
            Assert.True(body.Length > 200, $"{address}: {body}");
            if (JsonOf(response, body)?["member"] is JsonArray members)
            {
                Assert.True(members.Count > 0, $"{address}: no member");
            }
        }
    }

    [Fact]
    public async Task Only_what_must_be_given_has_a_value_that_is_sent()
    {
        var parameters = InlineParameters.Reading(await DescriptionAsync())
            .SelectMany(path => path.Value["parameters"] as JsonArray ?? [])
            .ToList();

        Assert.NotEmpty(parameters);
        Assert.All(parameters, parameter =>
        {
            var isRequired = parameter!["required"]?.GetValue<bool>() == true;
            Assert.Equal(isRequired || parameter["name"]!.GetValue<string>() is "view", parameter["example"] is not null);
            Assert.Null(parameter["schema"]!["example"]);
            var item = parameter["schema"]!["items"] ?? parameter["schema"]!;
            Assert.True(isRequired || item["examples"] is JsonArray { Count: > 0 }, parameter["name"]!.ToString());
        });
    }

    private static JsonNode? JsonOf(HttpResponseMessage response, string body) =>
        response.Content.Headers.ContentType!.MediaType!.EndsWith("json", StringComparison.Ordinal) ? JsonNode.Parse(body) : null;

    private static string Accepted(JsonObject content) => content.ContainsKey("application/json") ? "*/*" : content.First().Key;

    private static string AddressOf(string path, JsonNode operation)
    {
        var query = new StringBuilder();
        foreach (var parameter in operation["parameters"] as JsonArray ?? [])
        {
            var name = parameter!["name"]!.GetValue<string>();
            if (Prefilled(parameter) is not { } value)
            {
                continue;
            }

            if (parameter["in"]!.GetValue<string>() is "path")
            {
                path = path.Replace($"{{{name}}}", Uri.EscapeDataString(value), StringComparison.Ordinal);
            }
            else
            {
                query.Append(query.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
            }
        }

        return path + query;
    }

    private static string? Prefilled(JsonNode parameter)
    {
        var schema = parameter["schema"]!;
        return (parameter["example"] ?? schema["example"] ?? schema["default"]
            ?? (parameter["required"]?.GetValue<bool>() == true ? (schema["enum"] as JsonArray)?[0] : null))?.ToString();
    }

    private async Task<JsonNode> DescriptionAsync() =>
        InlineParameters.In(JsonNode.Parse((await _app.JsonAsync("/openapi/v1.json")).GetRawText())!);
}
