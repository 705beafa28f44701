using System.Net;

namespace DataCatalog.Tests.Http;

public sealed class ErrorTests(CatalogApp app)
{
    [Theory]
    [InlineData("/datasets/unknown")]
    [InlineData("/distributions/unknown")]
    [InlineData("/services/unknown.ttl")]
    [InlineData("/series/unknown")]
    [InlineData("/models/unknown")]
    [InlineData("/agents/unknown")]
    [InlineData("/vocabularies/unknown")]
    [InlineData("/vocabularies/competences/unknown")]
    [InlineData("/vocabularies/unknown/eau-potable")]
    [InlineData("/territories/commune:99999")]
    [InlineData("/territories/35238")]
    [InlineData("/datasets/'%20or%201=1")]
    [InlineData("/nothing/here")]
    [InlineData("/datasets/")]
    [InlineData("/DATASETS")]
    [InlineData("/territories/commune:35238/DATASETS")]
    [InlineData("/openapi/V1.json")]
    [InlineData("/openapi/v1.YAML")]
    [InlineData("/openapi/V1-JSON.yaml")]
    [InlineData("/territories/commune:35238/Mapping.ttl")]
    [InlineData("/territories/commune:35238/datasets/")]
    [InlineData("/Datasets/qualite-eau-robinet")]
    [InlineData("/datasets/qualite-eau-robinet/")]
    [InlineData("/datasets/QUALITE-EAU-ROBINET")]
    [InlineData("/datasets/.ttl")]
    [InlineData("/.ttl")]
    public async Task What_is_not_there_is_404_as_problem_json(string address)
    {
        using var response = await app.GetAsync(address);
        var problem = await CatalogApp.JsonOf(response);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("urn:datacatalog:problem:not-found", problem.GetProperty("type").GetString());
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
    }

    [Theory]
    [InlineData("/datasets?pagesize=10", "pagesize", "Did you mean 'pageSize'?")]
    [InlineData("/datasets?pgae=2", "pgae", "Did you mean 'page'?")]
    [InlineData("/datasets/qualite-eau-robinet?page=1", "page", "Allowed: territory, pretty.")]
    [InlineData("/vocab?page=1", "page", "takes no query parameters")]
    [InlineData("/?q=eau", "q", "takes no query parameters")]
    [InlineData("/datasets?page=0", "page", "counted from 1")]
    [InlineData("/datasets?page=-1", "page", "expected a whole number")]
    [InlineData("/datasets?page=two", "page", "expected a whole number")]
    [InlineData("/datasets?page=", "page", "expected a whole number")]
    [InlineData("/datasets?page=1.5", "page", "expected a whole number")]
    [InlineData("/datasets?page=01", "page", "expected a whole number")]
    [InlineData("/datasets?page=1%00", "page", "expected a whole number")]
    [InlineData("/datasets?page=99999999999", "page", "expected a whole number")]
    [InlineData("/datasets?page=1&page=2", "page", "give it once")]
    [InlineData("/datasets?pageSize=0", "pageSize", "expected 1 to 100")]
    [InlineData("/datasets?pageSize=101", "pageSize", "expected 1 to 100")]
    [InlineData("/services?pageSize=2147483647", "pageSize", "expected 1 to 100")]
    public async Task A_bad_query_is_400_and_says_what_is_allowed(string address, string parameter, string expected)
    {
        using var response = await app.GetAsync(address);
        var problem = await CatalogApp.JsonOf(response);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(parameter, problem.GetProperty("parameter").GetString());
        Assert.Contains(expected, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/datasets?page=1000")]
    [InlineData("/datasets?page=2147483647&pageSize=100")]
    [InlineData("/agents?page=1000")]
    public async Task A_page_past_the_end_is_404(string address)
    {
        using var response = await app.GetAsync(address);
        var problem = await CatalogApp.JsonOf(response);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("the last one is", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST", "/datasets")]
    [InlineData("PUT", "/datasets/qualite-eau-robinet")]
    [InlineData("DELETE", "/agents/insee.ttl")]
    [InlineData("PATCH", "/vocabularies/themes")]
    public async Task Another_method_is_405_with_those_that_are_answered(string method, string address)
    {
        using var response = await app.SendAsync(new HttpMethod(method), address);
        var problem = await CatalogApp.JsonOf(response);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["GET", "HEAD"], response.Content.Headers.Allow.Order(StringComparer.Ordinal));
        Assert.Equal("urn:datacatalog:problem:method-not-allowed", problem.GetProperty("type").GetString());
    }
}
