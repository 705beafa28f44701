using System.IO.Compression;
using System.Net;

namespace DataCatalog.Tests.Http;

public sealed class HeaderTests(CatalogApp app)
{
    private const string Address = "/datasets/qualite-eau-robinet";

    public static TheoryData<string> Addresses => new(
        "/", "/datasets", "/datasets/qualite-eau-robinet", "/distributions/qualite-eau-robinet-1",
        "/services", "/services/hubeau-eau-potable",
        "/series", "/models", "/agents", "/vocabularies", "/vocabularies/competences", "/vocabularies/competences/eau-potable",
        "/vocabularies/themes/ENVI", "/territories/commune:35238", "/territories/country:FRA",
        "/vocab", "/vocab.ttl", "/datasets.rdf?page=2",
        "/openapi/v1.yaml", "/openapi/v1.json");

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task HEAD_answers_exactly_as_GET(string address)
    {
        using var get = await app.GetAsync(address);
        using var head = await app.SendAsync(HttpMethod.Head, address);

        Assert.Equal(HttpStatusCode.OK, get.StatusCode);
        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Equal(HeadersOf(get), HeadersOf(head));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/datasets/unknown", HttpStatusCode.NotFound)]
    [InlineData("/datasets?page=0", HttpStatusCode.BadRequest)]
    public async Task HEAD_of_an_error_has_its_status_and_no_body(string address, HttpStatusCode status)
    {
        using var head = await app.SendAsync(HttpMethod.Head, address);

        Assert.Equal(status, head.StatusCode);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_answer_says_what_it_depends_on_and_where_its_other_forms_are()
    {
        using var response = await app.GetAsync(Address, "Accept: text/turtle");

        Assert.Equal(["Accept", "Accept-Encoding"], response.Headers.Vary.Order(StringComparer.Ordinal));
        Assert.Equal($"{CatalogApp.BaseUrl}{Address}.ttl", response.Content.Headers.ContentLocation?.ToString());
        var links = string.Join(", ", response.Headers.GetValues("Link"));
        Assert.Contains(
            $"<{CatalogApp.BaseUrl}{Address}.rdf>; rel=\"alternate\"; type=\"application/rdf+xml\"",
            links, StringComparison.Ordinal);
        Assert.DoesNotContain(".ttl>", links, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_keeps_its_number_in_the_addresses_of_its_other_forms()
    {
        using var response = await app.GetAsync("/datasets?page=2");

        Assert.Equal($"{CatalogApp.BaseUrl}/datasets.jsonld?page=2", response.Content.Headers.ContentLocation?.ToString());
    }

    [Theory]
    [InlineData("/datasets?", "/datasets.jsonld")]
    [InlineData("/", "/index.jsonld")]
    [InlineData("/datasets/%71ualite-eau-robinet", "/datasets/qualite-eau-robinet.jsonld")]
    public async Task Other_spellings_of_an_address_name_the_one_that_counts(string address, string location)
    {
        using var response = await app.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(CatalogApp.BaseUrl + location, response.Content.Headers.ContentLocation?.ToString());
    }

    [Fact]
    public async Task A_base_URL_may_have_a_path()
    {
        await using var below = new CatalogApp { PublicBaseUrl = "https://ex.org/catalogue" };
        using var response = await below.GetAsync("/catalogue/");
        using var bare = await below.GetAsync("/catalogue");
        using var dataset = await below.GetAsync("/catalogue/datasets/qualite-eau-robinet");

        Assert.Equal("https://ex.org/catalogue/index.jsonld", response.Content.Headers.ContentLocation?.ToString());
        Assert.Equal("https://ex.org/catalogue/index.jsonld", bare.Content.Headers.ContentLocation?.ToString());
        Assert.Contains(
            "\"id\": \"https://ex.org/catalogue/datasets/qualite-eau-robinet\"",
            await dataset.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);

        // Its address is https, so browsers shall ask by nothing else.
        Assert.Equal("max-age=31536000", response.Headers.GetValues("Strict-Transport-Security").Single());
    }

    [Fact]
    public async Task A_public_address_without_encryption_asks_browsers_for_nothing()
    {
        using var response = await app.GetAsync("/");
        Assert.False(response.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Addresses_come_from_the_setting_and_never_from_the_request()
    {
        using var response = await app.GetAsync("/datasets", "Host: evil.example", "X-Forwarded-Host: evil.example");

        Assert.DoesNotContain(
            "evil.example", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", response.Headers.ToString() + response.Content.Headers, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("W/{0}")]
    [InlineData("\"other\", {0}")]
    [InlineData("*")]
    public async Task A_known_tag_is_304_with_its_headers_and_no_body(string known)
    {
        using var first = await app.GetAsync(Address);
        var tag = first.Headers.ETag!;

        var condition = string.Format(System.Globalization.CultureInfo.InvariantCulture, known, tag);
        using var second = await app.GetAsync(Address, $"If-None-Match: {condition}");

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.False(tag.IsWeak);
        Assert.Equal(tag, second.Headers.ETag);
        Assert.Equal(first.Headers.Vary, second.Headers.Vary);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Another_tag_is_answered_in_full()
    {
        using var response = await app.GetAsync(Address, "If-None-Match: \"0123456789abcdef\"");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Each_syntax_and_coding_has_a_tag_of_its_own()
    {
        var tags = new List<string>();
        string[] accepted = ["application/ld+json", "application/json", "text/turtle", "application/rdf+xml", "application/n-triples"];
        foreach (var accept in accepted)
        {
            foreach (var coding in (string[])["identity", "gzip", "br"])
            {
                using var response = await app.GetAsync(Address, $"Accept: {accept}", $"Accept-Encoding: {coding}");
                tags.Add(response.Headers.ETag!.Tag);
            }
        }

        Assert.Equal(15, tags.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("gzip", ".ttl")]
    [InlineData("gzip", ".rdf")]
    [InlineData("gzip", ".jsonld")]
    [InlineData("br", ".nt")]
    [InlineData("br", ".json")]
    [InlineData("br;q=0.5, gzip;q=0.1", ".ttl")]
    public async Task A_compressed_answer_holds_the_same_bytes(string accepted, string extension)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var plain = await app.GetAsync(Address + extension);
        using var compressed = await app.GetAsync(Address + extension, $"Accept-Encoding: {accepted}");
        var coding = Assert.Single(compressed.Content.Headers.ContentEncoding);
        await using var body = await compressed.Content.ReadAsStreamAsync(cancellation);
        await using Stream decoder = coding == "br"
            ? new BrotliStream(body, CompressionMode.Decompress)
            : new GZipStream(body, CompressionMode.Decompress);
        using var decoded = new MemoryStream();
        await decoder.CopyToAsync(decoded, cancellation);

        Assert.Equal(accepted[..2] == "br" ? "br" : "gzip", coding);
        Assert.Equal(await plain.Content.ReadAsByteArrayAsync(cancellation), decoded.ToArray());
    }

    [Fact]
    public async Task Any_site_may_read_from_a_browser()
    {
        using var response = await app.GetAsync(Address, "Origin: https://carte.example");
        using var preflight = await app.SendAsync(
            HttpMethod.Options, Address, "Origin: https://carte.example",
            "Access-Control-Request-Method: GET", "Access-Control-Request-Headers: if-none-match");

        Assert.Equal("*", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Contains("ETag", string.Join(',', response.Headers.GetValues("Access-Control-Expose-Headers")), StringComparison.Ordinal);
        Assert.Equal("*", Assert.Single(preflight.Headers.GetValues("Access-Control-Allow-Origin")));
    }

    private static Dictionary<string, string> HeadersOf(HttpResponseMessage response) => response.Headers.Concat(response.Content.Headers)
        .Where(header => header.Key != "Transfer-Encoding")
        .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.Ordinal);
}
