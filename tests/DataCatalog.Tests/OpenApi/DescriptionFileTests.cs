using System.Net;
using System.Text.Json.Nodes;

namespace DataCatalog.Tests.OpenApi;

public sealed class DescriptionFileTests(CatalogApp app)
{
    private const int MostBytes = 470_000;

    [Theory]
    [InlineData("v1.yaml")]
    [InlineData("v1.json")]
    [InlineData("v1-json.yaml")]
    [InlineData("v1-json.json")]
    public async Task A_description_is_small_and_compresses_well(string name)
    {
        var plain = await BytesAsync(name, "identity");
        var gzip = await BytesAsync(name, "gzip");
        var brotli = await BytesAsync(name, "br");

        Assert.InRange(plain, 50_000, MostBytes);
        Assert.InRange(gzip, 1, plain / 5);
        Assert.InRange(brotli, 1, gzip - 1);
    }

    [Theory]
    [InlineData("v1.yaml")]
    [InlineData("v1-json.json")]
    public async Task A_known_description_is_not_sent_again(string name)
    {
        using var first = await app.GetAsync($"/openapi/{name}", "Accept-Encoding: br");
        using var again = await app.GetAsync($"/openapi/{name}", "Accept-Encoding: br", $"If-None-Match: {first.Headers.ETag}");
        using var plain = await app.GetAsync($"/openapi/{name}");
        using var head = await app.SendAsync(HttpMethod.Head, $"/openapi/{name}");

        Assert.False(first.Headers.ETag!.IsWeak);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.NotEqual(first.Headers.ETag, plain.Headers.ETag);
        Assert.Equal(plain.Headers.ETag, head.Headers.ETag);
        Assert.Equal(plain.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
    }

    [Theory]
    [InlineData("v1.yaml")]
    [InlineData("v1-json.yaml")]
    public async Task Words_that_are_truth_values_in_old_YAML_stand_in_quotes(string name)
    {
        using var response = await app.GetAsync($"/openapi/{name}");
        var lines = (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n');

        Assert.Contains(lines, line => line.EndsWith("- 'yes'", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.TrimEnd().Split(' ')[^1] is "yes" or "no" && line.Trim().Split(' ').Length == 2);
    }

    [Fact]
    public async Task The_second_description_has_JSON_alone_and_is_the_first_otherwise()
    {
        var (whole, json) = (await DescriptionAsync("v1.json"), await DescriptionAsync("v1-json.json"));

        Assert.All(Operations(json), operation => Assert.Equal(["application/json"], Types(operation)));
        Assert.Equal(
            Operations(whole)
                .Where(operation => Types(operation).Contains("application/json"))
                .Select(operation => operation["operationId"]!.ToString()),
            Operations(json).Select(operation => operation["operationId"]!.ToString()));
        var schemas = whole["components"]!["schemas"]!.AsObject();
        Assert.True(schemas.Remove("SearchCollection"));
        Assert.True(schemas.Remove("ContextDocument"));
        Assert.True(schemas.Remove("ReportForm"));
        Assert.Equal(schemas.ToJsonString(), json["components"]!["schemas"]!.ToJsonString());
    }

    [Fact]
    public async Task Tags_stand_in_the_order_of_use()
    {
        var tags = (await DescriptionAsync("v1.json"))["tags"]!.AsArray().Select(tag => tag!["name"]!.ToString()).ToList();

        Assert.Equal(["Territories", "Search", "Datasets"], tags.Take(3));
        Assert.Equal("Service", tags[^1]);
    }

    [Theory]
    [InlineData("donnees@mairie.example", "email")]
    [InlineData("https://mairie.example/contact", "url")]
    public async Task The_contact_is_that_of_the_settings(string setting, string key)
    {
        await using var other = new CatalogApp { Contact = setting };

        var contact = (await other.JsonAsync("/openapi/v1.json")).GetProperty("info").GetProperty("contact");
        Assert.Equal(setting, contact.GetProperty(key).GetString());
        Assert.Null((await DescriptionAsync("v1.json"))["info"]!["contact"]);
    }

    [Theory]
    [InlineData("listAgents", "400")]
    [InlineData("listDatasets", "400")]
    [InlineData("getHome", "400")]
    [InlineData("listChanges", "400")]
    [InlineData("getAgent", "404")]
    [InlineData("getConcept", "404")]
    [InlineData("getDistribution", "404")]
    [InlineData("getDataset", "406")]
    [InlineData("listDatasets", "406")]
    public async Task The_example_of_an_error_is_what_the_service_answers(string operation, string status)
    {
        var (path, item) = InlineParameters.Reading(await DescriptionAsync("v1.json"))
            .Single(path => path.Value["operationId"]!.ToString() == operation);
        var example = item["responses"]![status]!["content"]!["application/problem+json"]!["example"]!;
        var address = path
            .Replace("{id}", "no-such-thing", StringComparison.Ordinal)
            .Replace("{scheme}", "no-such-thing", StringComparison.Ordinal)
            .Replace("{code}", "no-such-thing", StringComparison.Ordinal);
        address = status switch
        {
            "400" => $"{path}?{example["parameter"]}=x",
            "406" => path.Replace("{id}", "qualite-eau-robinet", StringComparison.Ordinal),
            _ => address,
        };
        using var response = await app.GetAsync(address, status is "406" ? "Accept: image/png" : "Accept: */*");
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;

        answer.AsObject().Remove("traceId");
        Assert.Equal(example.ToJsonString(), answer.ToJsonString());
    }

    private static IEnumerable<JsonNode> Operations(JsonNode description) =>
        InlineParameters.Reading(description).Select(path => path.Value);

    private static IEnumerable<string> Types(JsonNode operation) =>
        operation["responses"]!["200"]!["content"]!.AsObject().Select(type => type.Key);

    private async Task<JsonNode> DescriptionAsync(string name) => JsonNode.Parse((await app.JsonAsync($"/openapi/{name}")).GetRawText())!;

    private async Task<int> BytesAsync(string name, string coding)
    {
        using var response = await app.GetAsync($"/openapi/{name}", $"Accept-Encoding: {coding}");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length;
    }
}
