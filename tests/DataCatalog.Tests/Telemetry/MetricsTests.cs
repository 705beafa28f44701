using System.Net;

namespace DataCatalog.Tests.Telemetry;

/// <summary>The numbers for the operator, and for nobody else.</summary>
public sealed class MetricsTests(CatalogApp app)
{
    private const string Key = "aKeyOfTwentyLettersAndMore1";

    private static readonly string[] Shown =
    [
        "datacatalog_answers_hits", "datacatalog_answers_misses", "datacatalog_answers_rendering",
        "syntax=\"JSON-LD\"", "syntax=\"Turtle\"",
        "work=\"search\"", "work=\"render\"", "work=\"database.read\"",
        "datacatalog_database_size_bytes", "datacatalog_changes_last", "http_server_request_duration_seconds",
        "http_route=\"/datasets/{id}\"", "datacatalog_syntax=\"JSON-LD\"", "dotnet_gc",
    ];

    [Fact]
    public async Task Without_a_key_there_are_no_metrics()
    {
        using var response = await app.GetAsync("/metrics");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Whoever_has_the_key_sees_what_the_server_does()
    {
        await using var measured = Measured();
        await measured.GetAsync("/datasets/arbres-rennes");
        await measured.GetAsync("/datasets/arbres-rennes");
        await measured.GetAsync("/datasets.ttl?q=eau");
        using var response = await measured.GetAsync("/metrics", $"Authorization: Bearer {Key}");
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.StartsWith("text/plain", response.Content.Headers.ContentType?.ToString(), StringComparison.Ordinal);
        Assert.All(Shown, name => Assert.Contains(name, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData]
    [InlineData("Authorization: Bearer wrong")]
    [InlineData("Authorization: Basic " + Key)]
    [InlineData("Authorization: " + Key)]
    public async Task Whoever_has_not_is_refused(params string[] headers)
    {
        await using var measured = Measured();
        using var response = await measured.GetAsync("/metrics", headers);
        var problem = await CatalogApp.JsonOf(response);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.Single().Scheme);
        Assert.Equal("urn:datacatalog:problem:key-needed", problem.GetProperty("type").GetString());
    }

    private static CatalogApp Measured() => new()
    {
        Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Catalog:MetricsKey"] = Key },
    };
}
