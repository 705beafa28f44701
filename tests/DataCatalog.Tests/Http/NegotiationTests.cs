using System.Net;

namespace DataCatalog.Tests.Http;

public sealed class NegotiationTests(CatalogApp app) : IClassFixture<CatalogApp>
{
    private const string Address = "/datasets/qualite-eau-robinet";

    [Theory]
    [InlineData("*/*", "application/ld+json")]
    [InlineData("application/*", "application/ld+json")]
    [InlineData("application/json", "application/json")]
    [InlineData("application/ld+json", "application/ld+json")]
    [InlineData("application/ld+json;profile=\"http://www.w3.org/ns/json-ld#compacted\"", "application/ld+json")]
    [InlineData("text/turtle", "text/turtle; charset=utf-8")]
    [InlineData("TEXT/TURTLE", "text/turtle; charset=utf-8")]
    [InlineData("text/*", "text/turtle; charset=utf-8")]
    [InlineData("application/rdf+xml", "application/rdf+xml")]
    [InlineData("application/n-triples", "application/n-triples")]
    [InlineData("application/rdf+xml;q=0.5, text/turtle;q=0.9", "text/turtle; charset=utf-8")]
    [InlineData("application/ld+json;q=0, */*", "application/json")]
    [InlineData("text/turtle;q=0.2, */*;q=0.1", "text/turtle; charset=utf-8")]
    [InlineData("text/html, */*;q=0.8", "text/html; charset=utf-8")]
    public async Task The_best_acceptable_syntax_is_sent(string accept, string contentType)
    {
        using var response = await app.GetAsync(Address, $"Accept: {accept}");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(contentType, response.Content.Headers.ContentType?.ToString());
    }

    [Fact]
    public async Task Without_Accept_the_answer_is_JSON_LD()
    {
        using var response = await app.GetAsync(Address);

        Assert.Equal("application/ld+json", response.Content.Headers.ContentType?.ToString());
    }

    [Theory]
    [InlineData("image/png")]
    [InlineData("text/turtle;q=0")]
    [InlineData("application/xhtml+xml, image/*")]
    public async Task A_type_that_is_not_served_is_406_with_those_that_are(string accept)
    {
        using var response = await app.GetAsync(Address, $"Accept: {accept}");
        var problem = await CatalogApp.JsonOf(response);

        Assert.Equal(HttpStatusCode.NotAcceptable, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("text/turtle", problem.GetProperty("available").EnumerateArray().Select(type => type.GetString()));
    }

    [Theory]
    [InlineData(".jsonld", "application/ld+json")]
    [InlineData(".json", "application/json")]
    [InlineData(".ttl", "text/turtle; charset=utf-8")]
    [InlineData(".rdf", "application/rdf+xml")]
    [InlineData(".xml", "application/rdf+xml")]
    [InlineData(".nt", "application/n-triples")]
    public async Task An_extension_decides_whatever_Accept_says(string extension, string contentType)
    {
        using var response = await app.GetAsync(Address + extension, "Accept: image/png");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(contentType, response.Content.Headers.ContentType?.ToString());
    }

    [Fact]
    public async Task The_home_address_has_extensions_under_the_name_index()
    {
        using var response = await app.GetAsync("/index.ttl");

        Assert.Equal("text/turtle; charset=utf-8", response.Content.Headers.ContentType?.ToString());
    }

    [Theory]
    [InlineData("/datasets/qualite-eau-robinet.pdf")]
    [InlineData("/datasets/qualite-eau-robinet.")]
    public async Task An_unknown_extension_is_part_of_the_identifier(string address)
    {
        using var response = await app.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
