using System.Net;
using System.Text;
using DataCatalog.Datasets;
using DataCatalog.Dcat.Records;
using DataCatalog.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

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
    public async Task A_withdrawn_dataset_has_a_page_that_says_so()
    {
        await using var own = new CatalogApp();
        var services = own.Services.GetRequiredService<References>().Current.Services.ToList();
        var id = own.Services.GetRequiredService<RecordReader<Dataset>>().Ids()
            .First(dataset => !services.Exists(service => service.Serves.Contains(dataset)));
        own.Services.GetRequiredService<Database>().Write("test", session => DatasetStore.Writer.Withdraw(session, id, "Plus publié."));

        using var response = await own.GetAsync($"/datasets/{id}", Page.Browser);
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Gone, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Plus publié.", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("action=\"/search\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, "Cette adresse n'est pas comprise", "This address is not understood")]
    [InlineData(404, "Il n'y a rien à cette adresse", "There is nothing at this address")]
    [InlineData(406, "Pas de page à cette adresse", "No page at this address")]
    [InlineData(410, "Cette fiche a été retirée", "This entry was withdrawn")]
    [InlineData(429, "Trop de demandes", "Too many requests")]
    [InlineData(500, "Le service a échoué", "The service failed")]
    [InlineData(503, "Le service est trop occupé", "The service is too busy")]
    public async Task Each_problem_has_words_and_a_way_on_in_both_languages(int status, string french, string english)
    {
        foreach (var (language, heading) in new[] { ("fr", french), ("en", english) })
        {
            using var body = new MemoryStream();
            var context = new DefaultHttpContext { RequestServices = app.Services };
            (context.Request.Path, context.Response.Body, context.Response.StatusCode) = (new PathString("/datasets"), body, status);
            (context.Request.Headers.Accept, context.Request.Headers.AcceptLanguage) = ("text/html", language);
            await app.Services.GetRequiredService<IProblemDetailsService>().WriteAsync(
                new ProblemDetailsContext { HttpContext = context, ProblemDetails = { Status = status, Detail = "A sentence." } });
            var page = Encoding.UTF8.GetString(body.ToArray());
            var links = Page.LinksOf(page).ToList();

            Assert.Contains($"<html lang=\"{language}\">", page, StringComparison.Ordinal);
            Assert.Contains($"<h1>{heading}</h1>", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
            Assert.Contains("<p class=\"quote\" lang=\"en\">A sentence.</p>", page, StringComparison.Ordinal);
            Assert.Contains("action=\"/search\"", page, StringComparison.Ordinal);
            Assert.Superset(new HashSet<string>(["/", "/datasets", "/territories"], StringComparer.Ordinal),
                links.ToHashSet(StringComparer.Ordinal));
            Assert.DoesNotContain("Advice_", page, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("fr", "Le service a échoué")]
    [InlineData("en", "The service failed")]
    public async Task An_address_that_fails_is_a_page_that_says_nothing_of_the_inside(string language, string heading)
    {
        await using var own = new CatalogApp();
        await using var failing = own.WithWebHostBuilder(host => host.ConfigureTestServices(services =>
            services.AddSingleton<RecordReader<Model>>(_ => throw new InvalidOperationException("the inside"))));
        using var client = failing.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/models/deliberations", UriKind.Relative));
        request.Headers.Add("Accept", "text/html");
        request.Headers.Add("Accept-Language", language);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Contains($"<h1>{heading}</h1>", page, StringComparison.Ordinal);
        Assert.Contains("action=\"/search\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("the inside", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr", "Pas de page à cette adresse")]
    [InlineData("en", "No page at this address")]
    public async Task An_address_for_programs_says_so_to_who_takes_nothing_but_pages(string language, string heading)
    {
        using var response = await app.GetAsync("/catalog", "Accept: text/html", $"Accept-Language: {language}");
        var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.NotAcceptable, response.StatusCode);
        Assert.Contains($"<h1>{heading}</h1>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_link_of_a_problem_leads_to_the_host_that_a_path_names()
    {
        using var client = app.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("http://localhost//example.org/nothing"));
        request.Headers.Add("Accept", "text/html");
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains(Page.LinksOf(page), link => link.StartsWith("/example.org/nothing?ui=", StringComparison.Ordinal));
        Assert.DoesNotContain(Page.LinksOf(page), link => link.StartsWith("//", StringComparison.Ordinal));
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
