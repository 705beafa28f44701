using System.Net;

namespace DataCatalog.Tests.Http;

/// <summary>A parameter that is true or false means true without a value, wherever it is taken.</summary>
public sealed class FlagTests(CatalogApp app)
{
    [Theory]
    [InlineData("/catalog.nt?own", "/catalog.nt?own=true")]
    [InlineData("/catalog.nt?own=", "/catalog.nt?own=true")]
    [InlineData("/catalog.nt?hvd&pageSize=5", "/catalog.nt?hvd=true&pageSize=5")]
    [InlineData("/catalog.nt?own=&hvd=&lang=fr", "/catalog.nt?own=true&hvd=true&lang=fr")]
    [InlineData("/datasets.json?hasApi&pageSize=3", "/datasets.json?hasApi=true&pageSize=3")]
    [InlineData("/datasets.json?licenceKnown=&overdue", "/datasets.json?licenceKnown=true&overdue=true")]
    [InlineData("/datasets.json?hvd", "/datasets.json?hvd=true")]
    [InlineData("/datasets.json?hvd=&hvd=companies", "/datasets.json?hvd=true&hvd=companies")]
    [InlineData("/datasets.csv?bom", "/datasets.csv?bom=true")]
    [InlineData("/agents/insee.json?pretty", "/agents/insee.json?pretty=true")]
    [InlineData("/agents.json?pretty=&pageSize=2", "/agents.json?pretty=true&pageSize=2")]
    [InlineData("/territories/commune:35238/datasets.json?hvd&hasApi", "/territories/commune:35238/datasets.json?hvd=true&hasApi=true")]
    public async Task Without_a_value_the_answer_and_its_ETag_are_those_of_true(string bare, string full)
    {
        using var answer = await app.GetAsync(bare);
        using var expected = await app.GetAsync(full);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (answer.StatusCode, expected.StatusCode));
        Assert.Equal(await TextOf(expected), await TextOf(answer));
        Assert.Equal(expected.Headers.ETag, answer.Headers.ETag);
        Assert.Equal(expected.Content.Headers.ContentLocation, answer.Content.Headers.ContentLocation);
    }

    [Fact]
    public async Task Links_say_true()
    {
        using var response = await app.GetAsync("/datasets.ttl?hvd&overdue=&pageSize=5");
        Assert.All(response.Headers.GetValues("Link"), link =>
        {
            Assert.Contains("hvd=true", link, StringComparison.Ordinal);
            Assert.Contains("overdue=true", link, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task It_is_not_the_answer_of_false_or_of_none()
    {
        var lengths = new List<int>();
        foreach (var query in (string[])["hvd", "hvd=false", ""])
        {
            lengths.Add((await app.JsonAsync($"/datasets.json?{query}")).GetProperty("totalItems").GetInt32());
        }

        Assert.Equal(3, lengths.Distinct().Count());
    }

    [Theory]
    [InlineData("/catalog.nt?theme", "theme")]
    [InlineData("/catalog.nt?page=", "page")]
    [InlineData("/catalog.nt?pretty", "pretty")]
    [InlineData("/datasets?theme=", "theme")]
    [InlineData("/datasets?hasApi&hasApi", "hasApi")]
    [InlineData("/agents/insee.ttl?pretty", "pretty")]
    [InlineData("/agents?own", "own")]
    public async Task Other_parameters_still_need_a_value_and_a_flag_is_given_once(string address, string parameter)
    {
        using var response = await app.GetAsync(address);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(parameter, (await CatalogApp.JsonOf(response)).GetProperty("parameter").GetString());
    }

    private static async Task<string> TextOf(HttpResponseMessage response) =>
        await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
