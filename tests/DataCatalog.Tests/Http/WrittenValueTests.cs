using System.Net;

namespace DataCatalog.Tests.Http;

/// <summary>Values as other programs and people write them are read, or the error says how to write them.</summary>
public sealed class WrittenValueTests(CatalogApp app)
{
    [Theory]
    [InlineData("/datasets.json?licenceKnown=True&pageSize=3", "/datasets.json?licenceKnown=true&pageSize=3")]
    [InlineData("/datasets.json?hasApi=TRUE&overdue=0", "/datasets.json?hasApi=true&overdue=false")]
    [InlineData("/datasets.json?hasApi=1&licenceKnown=False", "/datasets.json?hasApi=true&licenceKnown=false")]
    [InlineData("/datasets.json?hvd=True&hvd=companies", "/datasets.json?hvd=true&hvd=companies")]
    [InlineData("/datasets.csv?bom=1&pageSize=2", "/datasets.csv?bom=true&pageSize=2")]
    [InlineData("/catalog.nt?own=True&hvd=0&pageSize=5", "/catalog.nt?own=true&hvd=false&pageSize=5")]
    [InlineData("/agents/insee.json?pretty=1", "/agents/insee.json?pretty=true")]
    public async Task A_flag_in_another_form_has_the_answer_and_the_links_of_the_usual_one(string address, string usual)
    {
        using var answer = await app.GetAsync(address);
        using var expected = await app.GetAsync(usual);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (answer.StatusCode, expected.StatusCode));
        Assert.Equal(await TextOf(expected), await TextOf(answer));
        Assert.Equal(expected.Headers.ETag, answer.Headers.ETag);
    }

    [Theory]
    [InlineData("/datasets?hasApi=yes", "hasApi", "expected true or false, or 1 or 0")]
    [InlineData("/datasets?overdue=2", "overdue", "expected true or false, or 1 or 0")]
    [InlineData("/catalog?own=oui", "own", "expected true or false, or 1 or 0")]
    [InlineData("/datasets?hvd=oui", "hvd", "true, false or a code of '/vocabularies/hvd-categories'")]
    [InlineData("/datasets?pageSize=1001", "pageSize", "'pageSize' is 1001; expected 1 to 100.")]
    [InlineData("/datasets.csv?pageSize=1001", "pageSize", "'pageSize' is 1001; expected 1 to 1000.")]
    [InlineData("/changes?limit=1001", "limit", "'limit' is 1001; expected 1 to 1000.")]
    [InlineData("/datasets?page=0", "page", "'page' is 0; pages are counted from 1.")]
    [InlineData("/datasets?page=%2B1", "page", "expected a whole number: digits only, without sign, blank or leading zero.")]
    [InlineData("/datasets?page=-1", "page", "expected a whole number: digits only, without sign, blank or leading zero.")]
    [InlineData("/agents?pageSize=%2020", "pageSize", "expected a whole number: digits only, without sign, blank or leading zero.")]
    [InlineData("/agents?pageSize=99999999999", "pageSize", "expected a whole number of at most 2147483647.")]
    [InlineData("/datasets?modifiedSince=yes%20terday", "modifiedSince", "a plus sign is written %2B")]
    [InlineData("/datasets?modifiedSince=2026-01-01%2000:00:00Z", "modifiedSince", "a plus sign is written %2B")]
    public async Task What_is_not_read_is_explained(string address, string parameter, string expected)
    {
        using var response = await app.GetAsync(address);
        var problem = await CatalogApp.JsonOf(response);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(parameter, problem.GetProperty("parameter").GetString());
        Assert.Contains(expected, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/datasets.json")]
    [InlineData("/catalog.nt")]
    [InlineData("/territories/commune:35238/datasets.json")]
    public async Task A_plus_sign_that_is_not_escaped_is_read(string list)
    {
        using var plain = await app.GetAsync($"{list}?modifiedSince=2026-01-01T00:00:00+01:00&pageSize=2");
        using var escaped = await app.GetAsync($"{list}?modifiedSince=2026-01-01T00:00:00%2B01:00&pageSize=2");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (plain.StatusCode, escaped.StatusCode));
        Assert.Equal(await TextOf(escaped), await TextOf(plain));
    }

    [Fact]
    public async Task Links_escape_the_plus_sign()
    {
        var view = (await app.JsonAsync("/datasets.json?modifiedSince=2026-01-01T00:00:00+01:00&pageSize=2")).GetProperty("view");
        Assert.All(["id", "first", "next", "last"], relation =>
            Assert.Contains("=2026-01-01T00%3A00%3A00%2B01%3A00&", view.GetProperty(relation).GetString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("48,-1.8,48.2,-1.5", "bbox=-1.8,48,-1.5,48.2")]
    [InlineData("48.2,-1.5,48,-1.8", "bbox=-1.8,48,-1.5,48.2")]
    [InlineData("-1.5,48.2,-1.8,48", "bbox=-1.8,48,-1.5,48.2")]
    [InlineData("-1.8,48.2,-1.5,48", "bbox=-1.8,48,-1.5,48.2")]
    [InlineData("-21.4,55.2,-20.8,55.8", "bbox=55.2,-21.4,55.8,-20.8")]
    public async Task A_swapped_box_is_named_with_the_right_one(string box, string right)
    {
        using var response = await app.GetAsync($"/datasets?bbox={box}");
        var detail = (await CatalogApp.JsonOf(response)).GetProperty("detail").GetString();
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("seem swapped", detail, StringComparison.Ordinal);
        Assert.Contains(right, detail, StringComparison.Ordinal);

        using var corrected = await app.GetAsync($"/datasets?{right}");
        Assert.Equal(HttpStatusCode.OK, corrected.StatusCode);
    }

    [Theory]
    [InlineData("-1.8,48.0,-1.5,48.2")]
    [InlineData("-180,-90,180,90")]
    [InlineData("-40,10,-39,11")]
    [InlineData("160,-23,168,-18")]
    [InlineData("0,0,0,0")]
    public async Task A_valid_box_that_no_other_order_explains_is_taken(string box)
    {
        using var response = await app.GetAsync($"/datasets?bbox={box}");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("100,10,50,5")]
    [InlineData("170,-20,-170,20")]
    [InlineData("0,0,181,4")]
    public async Task A_box_that_is_wrong_in_another_way_is_not_called_swapped(string box)
    {
        using var response = await app.GetAsync($"/datasets?bbox={box}");
        var detail = (await CatalogApp.JsonOf(response)).GetProperty("detail").GetString();
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.DoesNotContain("swapped", detail, StringComparison.Ordinal);
    }

    private static async Task<string> TextOf(HttpResponseMessage response) =>
        await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
