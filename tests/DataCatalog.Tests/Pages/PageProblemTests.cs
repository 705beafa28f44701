using System.Net;

namespace DataCatalog.Tests.Pages;

/// <summary>Problems are pages with a way on for people, and problem+json for everybody else.</summary>
public sealed class PageProblemTests(CatalogApp app)
{
    [Theory]
    [InlineData("/nothing/here", HttpStatusCode.NotFound)]
    [InlineData("/datasets/unknown", HttpStatusCode.NotFound)]
    [InlineData("/datasets/", HttpStatusCode.NotFound)]
    [InlineData("/territories/commune:99999", HttpStatusCode.NotFound)]
    [InlineData("/datasets?page=100000", HttpStatusCode.NotFound)]
    [InlineData("/datasets?them=ENVI", HttpStatusCode.BadRequest)]
    [InlineData("/search", HttpStatusCode.BadRequest)]
    [InlineData("/assets/site.000000000000.css", HttpStatusCode.NotFound)]
    public async Task A_browser_gets_a_page_with_a_way_on_and_a_program_the_problem(string address, HttpStatusCode status)
    {
        using var forPeople = await app.GetAsync(address, Page.Browser, "Accept-Language: en");
        using var forPrograms = await app.GetAsync(address);
        var page = await forPeople.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(status, forPeople.StatusCode);
        Assert.Equal("text/html; charset=utf-8", forPeople.Content.Headers.ContentType?.ToString());
        Assert.Contains("<html lang=\"en\">", page, StringComparison.Ordinal);
        Assert.Contains("action=\"/search\"", page, StringComparison.Ordinal);
        Assert.Contains("noindex", page, StringComparison.Ordinal);
        Assert.Contains("Accept-Language", forPeople.Headers.Vary);
        Assert.Equal(status, forPrograms.StatusCode);
        Assert.Equal("application/problem+json", forPrograms.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task The_extension_of_pages_has_problems_as_pages()
    {
        using var response = await app.GetAsync("/datasets/unknown.html");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Another_extension_has_its_problems_as_JSON_even_in_a_browser()
    {
        using var response = await app.GetAsync("/datasets/unknown.ttl", Page.Browser);

        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }
}
