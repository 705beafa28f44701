using System.Net;
using System.Text;
using System.Text.Json;

namespace DataCatalog.Tests.Http;

/// <summary>Plain JSON is lean for apps, and JSON-LD wherever harvesters read.</summary>
public sealed class PlainJsonTests(CatalogApp app) : IClassFixture<CatalogApp>
{
    private const string ContextLink =
        $"<{CatalogApp.BaseUrl}/context.jsonld>; rel=\"http://www.w3.org/ns/json-ld#context\"; type=\"application/ld+json\"";

    [Theory]
    [InlineData("/datasets")]
    [InlineData("/datasets/qualite-eau-robinet")]
    [InlineData("/distributions/qualite-eau-robinet-1")]
    [InlineData("/services")]
    [InlineData("/series")]
    [InlineData("/models/deliberations")]
    [InlineData("/agents/insee")]
    [InlineData("/vocabularies")]
    [InlineData("/vocabularies/competences/eau-potable")]
    [InlineData("/territories")]
    [InlineData("/territories/commune:35238")]
    [InlineData("/territories/commune:35238/datasets")]
    [InlineData("/territories/commune:35238/mapping")]
    public async Task Apps_get_one_line_without_context_and_are_told_where_that_is(string address)
    {
        foreach (var (path, headers) in new[] { ($"{address}.json", Array.Empty<string>()), (address, ["Accept: application/json"]) })
        {
            using var response = await app.GetAsync(path, headers);
            var body = await TextOf(response);

            Assert.Equal("application/json", response.Content.Headers.ContentType!.ToString());
            Assert.Equal(body.Length - 1, body.IndexOf('\n', StringComparison.Ordinal));
            Assert.False(JsonDocument.Parse(body).RootElement.TryGetProperty("@context", out _));
            Assert.Contains(ContextLink, string.Join(", ", response.Headers.GetValues("Link")), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/catalog")]
    [InlineData("/catalog?territory=commune:35238&pageSize=3")]
    [InlineData("/")]
    [InlineData("/vocab")]
    public async Task Where_harvesters_read_every_JSON_form_has_the_bytes_of_JSON_LD(string address)
    {
        using var linked = await app.GetAsync(address);
        using var asked = await app.GetAsync(address, "Accept: application/json");
        var expected = await TextOf(linked);

        Assert.Equal("application/ld+json", linked.Content.Headers.ContentType!.MediaType);
        Assert.Equal("application/json", asked.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("{\n  \"@context\": {", expected, StringComparison.Ordinal);
        Assert.Equal(expected, await TextOf(asked));
        Assert.DoesNotContain("json-ld#context", string.Join(", ", asked.Headers.GetValues("Link")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/datasets")]
    [InlineData("/territories/commune:35238")]
    [InlineData("/territories/commune:35238/mapping?competence=eau")]
    public async Task Who_names_no_syntax_gets_JSON_LD_with_its_context(string address)
    {
        foreach (var headers in new[] { Array.Empty<string>(), ["Accept: */*"], ["Accept: application/xml, */*;q=0.8"] })
        {
            using var response = await app.GetAsync(address, headers);

            Assert.Equal("application/ld+json", response.Content.Headers.ContentType!.MediaType);
            Assert.StartsWith("{\n  \"@context\": {", await TextOf(response), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/territories.json?q=rennes&pageSize=1")]
    [InlineData("/datasets.json?q=eau&pageSize=1")]
    public async Task Pretty_indents_and_stays_in_the_links_of_pages(string address)
    {
        using var plain = await app.GetAsync(address);
        using var pretty = await app.GetAsync($"{address}&pretty=true");
        var body = await TextOf(pretty);
        var next = (await CatalogApp.JsonOf(pretty)).GetProperty("view").GetProperty("next").GetString()!;

        Assert.StartsWith("{\n  \"id\": ", body, StringComparison.Ordinal);
        Assert.NotEqual(plain.Headers.ETag, pretty.Headers.ETag);
        Assert.Contains("pretty=true", next, StringComparison.Ordinal);
        using var following = await app.GetAsync(next[CatalogApp.BaseUrl.Length..]);
        Assert.StartsWith("{\n  \"id\": ", await TextOf(following), StringComparison.Ordinal);
        var links = string.Join(", ", pretty.Headers.GetValues("Link")).Split(", <");
        foreach (var other in links.Where(link => link.Contains("alternate", StringComparison.Ordinal)))
        {
            Assert.DoesNotContain("pretty", other, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/datasets.json?pretty=false", HttpStatusCode.OK)]
    [InlineData("/datasets.jsonld?pretty=true", HttpStatusCode.OK)]
    [InlineData("/datasets?pretty=true", HttpStatusCode.OK)]
    [InlineData("/datasets.jsonld?pretty=false", HttpStatusCode.BadRequest)]
    [InlineData("/datasets.ttl?pretty=true", HttpStatusCode.BadRequest)]
    [InlineData("/agents/insee.rdf?pretty=true", HttpStatusCode.BadRequest)]
    [InlineData("/datasets.csv?pretty=true", HttpStatusCode.BadRequest)]
    [InlineData("/datasets.json?pretty=yes", HttpStatusCode.BadRequest)]
    [InlineData("/datasets.json?pretty=true&pretty=true", HttpStatusCode.BadRequest)]
    [InlineData("/catalog.json?pretty=true", HttpStatusCode.BadRequest)]
    [InlineData("/suggest?q=eau&pretty=true", HttpStatusCode.BadRequest)]
    public async Task Pretty_is_for_plain_JSON_only(string address, HttpStatusCode expected)
    {
        using var response = await app.GetAsync(address);

        Assert.Equal(expected, response.StatusCode);
        if (expected is HttpStatusCode.BadRequest)
        {
            Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
            Assert.Equal("pretty", (await CatalogApp.JsonOf(response)).GetProperty("parameter").GetString());
        }
    }

    [Fact]
    public async Task The_context_has_every_key_and_a_tag()
    {
        using var response = await app.GetAsync("/context.jsonld");
        var context = (await CatalogApp.JsonOf(response)).GetProperty("@context");
        using var again = await app.GetAsync("/context.jsonld", $"If-None-Match: {response.Headers.ETag}");
        using var elsewhere = await app.GetAsync("/context");

        Assert.Equal("application/ld+json", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("@id", context.GetProperty("id").GetString());
        Assert.Equal("@set", context.GetProperty("formats").GetProperty("@container").GetString());
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
    }

    private static async Task<string> TextOf(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }
}
