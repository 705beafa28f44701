using System.Net;

namespace DataCatalog.Tests.Pages;

/// <summary>Who gets a page, and who gets what programs read. The headers are those that the clients send.</summary>
public sealed class PageNegotiationTests(CatalogApp app)
{
    private const string Java = "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2";
    private const string Rdflib = "application/rdf+xml,text/rdf+n3;q=0.9,application/xhtml+xml;q=0.5, */*;q=0.1";
    private const string Piveau = "application/rdf+xml";

    [Theory]
    [InlineData("", "application/ld+json")] // udata, ckanext-dcat
    [InlineData("*/*", "application/ld+json")] // curl, Python requests
    [InlineData(Java, "application/ld+json")]
    [InlineData(Rdflib, "application/rdf+xml")]
    [InlineData(Piveau, "application/rdf+xml")]
    [InlineData("application/json", "application/json")]
    [InlineData("text/*", "text/turtle")]
    [InlineData("application/ld+json, text/html", "application/ld+json")]
    public async Task A_program_gets_no_page(string accept, string mediaType)
    {
        foreach (var address in new[] { "/", "/datasets", "/datasets/arbres-rennes", "/territories/commune:35238/mapping", "/catalog" })
        {
            using var response = await app.GetAsync(address, accept.Length == 0 ? [] : [$"Accept: {accept}"]);

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal(mediaType, response.Content.Headers.ContentType?.MediaType);
        }
    }

    [Theory]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8")] // Chrome, Edge
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")] // Firefox, Safari
    [InlineData("text/html")]
    public async Task A_browser_gets_a_page(string accept)
    {
        foreach (var address in Page.Kinds)
        {
            using var response = await app.GetAsync(address, $"Accept: {accept}");

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        }
    }

    [Theory]
    [InlineData("/catalog")]
    [InlineData("/changes")]
    [InlineData("/feed.atom")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/context.jsonld")]
    [InlineData("/suggest?q=eau")]
    [InlineData("/datasets?view=summary")]
    [InlineData("/territories/commune:35238/calendar.ics")]
    public async Task What_is_for_programs_is_no_page_even_in_a_browser(string address)
    {
        using var response = await app.GetAsync(address, Page.Browser);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.NotEqual("text/html", response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("/catalog.html")]
    [InlineData("/changes.html")]
    public async Task Where_there_is_no_page_its_extension_is_404(string address)
    {
        using var response = await app.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task The_extension_names_the_page_whatever_is_accepted()
    {
        using var response = await app.GetAsync("/datasets/arbres-rennes.html", "Accept: text/turtle");

        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.EndsWith("/datasets/arbres-rennes.html", response.Content.Headers.ContentLocation?.ToString(), StringComparison.Ordinal);
    }
}
