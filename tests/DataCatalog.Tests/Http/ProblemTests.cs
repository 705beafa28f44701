using System.Net;

namespace DataCatalog.Tests.Http;

/// <summary>Every error is problem+json with a sentence, whatever was accepted and whoever makes it.</summary>
public sealed class ProblemTests(CatalogApp app)
{
    private static readonly string[] Accepted =
    [
        "*/*", "application/ld+json", "text/turtle", "application/rdf+xml", "application/n-triples", "text/csv", "application/atom+xml",
        "image/png", "nonsense",
    ];

    public static TheoryData<string, string, string, HttpStatusCode> Errors => new()
    {
        { "GET", "/nothing/here", "", HttpStatusCode.NotFound },
        { "GET", "/datasets/unknown", "", HttpStatusCode.NotFound },
        { "GET", "/datasets/unknown.ttl", "", HttpStatusCode.NotFound },
        { "GET", "/datasets/", "", HttpStatusCode.NotFound },
        { "GET", "/dumps/catalog.nt", "", HttpStatusCode.NotFound },
        { "GET", "/openapi/v2.yaml", "", HttpStatusCode.NotFound },
        { "GET", "/openapi/v1.txt", "", HttpStatusCode.NotFound },
        { "GET", "/swagger/nothing.js", "", HttpStatusCode.NotFound },
        { "GET", "/swagger.json", "", HttpStatusCode.NotFound },
        { "GET", "/agents?page=0", "", HttpStatusCode.BadRequest },
        { "GET", "/changes?kind=x", "", HttpStatusCode.BadRequest },
        { "GET", "/suggest", "", HttpStatusCode.BadRequest },
        { "POST", "/datasets", "", HttpStatusCode.MethodNotAllowed },
        { "DELETE", "/feed.atom", "", HttpStatusCode.MethodNotAllowed },
        { "PUT", "/dumps/catalog.nt", "", HttpStatusCode.MethodNotAllowed },
        { "TRACE", "/catalog", "", HttpStatusCode.MethodNotAllowed },
        { "GET", "/datasets/arbres-rennes", "If-Match: \"other\"", HttpStatusCode.PreconditionFailed },
        { "GET", "/changes", "If-Match: \"other\"", HttpStatusCode.PreconditionFailed },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public async Task An_error_is_problem_json_whatever_is_accepted(string method, string address, string header, HttpStatusCode status)
    {
        foreach (var accept in Accepted)
        {
            string[] headers = [$"Accept: {accept}", .. header.Length == 0 ? [] : (string[])[header]];
            using var response = await app.SendAsync(new HttpMethod(method), address, headers);
            Assert.Equal(status, OrNotAcceptable(response.StatusCode, status));
            await AssertProblem(response);
        }
    }

    [Theory]
    [InlineData("/datasets/arbres-rennes", "image/png")]
    [InlineData("/datasets", "image/png")]
    [InlineData("/changes", "text/turtle")]
    [InlineData("/suggest?q=eau", "text/turtle")]
    public async Task What_is_had_in_no_accepted_type_is_406_with_those_that_there_are(string address, string accept)
    {
        using var response = await app.GetAsync(address, $"Accept: {accept}");

        Assert.Equal(HttpStatusCode.NotAcceptable, response.StatusCode);
        await AssertProblem(response);
    }

    [Theory]
    [InlineData("/dataset", "/datasets")]
    [InlineData("/datasets/", "/datasets")]
    [InlineData("/Datasets", "/datasets")]
    [InlineData("/DATASETS/arbres-rennes", "/datasets/arbres-rennes")]
    [InlineData("/datasets/arbres-rennes/", "/datasets/arbres-rennes")]
    [InlineData("/dataset/arbres-rennes.ttl", "/datasets/arbres-rennes")]
    [InlineData("/vocabulary/themes", "/vocabularies/themes")]
    [InlineData("/catalogue", "/catalog")]
    [InlineData("/swagger.json", "/openapi/v1.json")]
    [InlineData("/openapi.yaml", "/openapi/v1.yaml")]
    public async Task A_404_names_the_address_that_may_be_meant(string asked, string meant)
    {
        using var response = await app.GetAsync(asked);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        var detail = (await CatalogApp.JsonOf(response)).GetProperty("detail").GetString();
        Assert.Contains($"Did you mean '{meant}'?", detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/wp-login.php")]
    [InlineData("/favicon.ico")]
    [InlineData("/")]
    public async Task Nothing_is_named_where_nothing_is_near(string asked)
    {
        using var response = await app.GetAsync(asked);

        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("Did you mean", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/territories/{0}")]
    [InlineData("/territories/commune:{0}/mapping")]
    [InlineData("/datasets/{0}")]
    [InlineData("/datasets?territory={0}")]
    [InlineData("/datasets?{0}=1")]
    [InlineData("/datasets?page={0}")]
    [InlineData("/territories?within={0}")]
    [InlineData("/catalog?publisher={0}")]
    [InlineData("/catalog?cursor={0}")]
    [InlineData("/vocabularies/{0}/x")]
    [InlineData("/nothing/{0}")]
    [InlineData("/changes?kind={0}")]
    public async Task An_error_shows_the_beginning_of_a_long_value(string address)
    {
        var target = string.Format(System.Globalization.CultureInfo.InvariantCulture, address, new string('9', 7000));
        using var response = await app.GetAsync(target);
        var problem = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.InRange((int)response.StatusCode, 400, 404);
        Assert.Contains("9…", problem, StringComparison.Ordinal);
        Assert.InRange(problem.Length, 100, 3000);
    }

    /// <summary>An address that knows its forms says first that there is none of those that are wanted.</summary>
    private static HttpStatusCode OrNotAcceptable(HttpStatusCode actual, HttpStatusCode expected) =>
        actual == HttpStatusCode.NotAcceptable && expected == HttpStatusCode.PreconditionFailed ? expected : actual;

    private static async Task AssertProblem(HttpResponseMessage response)
    {
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await CatalogApp.JsonOf(response);
        Assert.StartsWith("urn:datacatalog:problem:", problem.GetProperty("type").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(problem.GetProperty("title").GetString()!);
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        Assert.Equal((int)response.StatusCode, problem.GetProperty("status").GetInt32());
    }
}
