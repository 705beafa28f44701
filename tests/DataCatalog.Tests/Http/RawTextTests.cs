using System.Net;

namespace DataCatalog.Tests.Http;

/// <summary>What a request says is read once and strictly, and goes nowhere unescaped.</summary>
public sealed class RawTextTests(CatalogApp app)
{
    [Theory]
    [InlineData("/x%2500.json")]
    [InlineData("/datasets/%2500.ttl")]
    [InlineData("/datasets/%2500")]
    [InlineData("/datasets/qualite%252Deau-robinet")]
    [InlineData("/datasets/qualite%252Deau-robinet.json")]
    [InlineData("/territories/commune%253A35238.ttl")]
    [InlineData("/vocabularies/themes/%2545NVI.rdf")]
    [InlineData("/%2564atasets.json")]
    [InlineData("/datasets/%E0%A4%A.json")]
    public async Task An_address_is_decoded_once(string address)
    {
        using var response = await app.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task An_address_that_is_encoded_once_is_the_same_in_every_syntax()
    {
        using var plain = await app.GetAsync("/datasets/qualite%2Deau-robinet");
        using var extended = await app.GetAsync("/datasets/qualite%2Deau-robinet.json");

        Assert.Equal(HttpStatusCode.OK, plain.StatusCode);
        Assert.Equal(HttpStatusCode.OK, extended.StatusCode);
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("\n")]
    [InlineData("\t")]
    [InlineData("\r\n")]
    [InlineData("\u00a0")]
    [InlineData("=")]
    [InlineData("+")]
    [InlineData("é")]
    public async Task A_cursor_that_is_not_ours_to_the_letter_is_400_in_every_syntax(string foreign)
    {
        var page = await app.JsonAsync("/datasets?pageSize=2");
        var next = page.GetProperty("view").GetProperty("next").GetString()!;
        var cursor = next.Split("cursor=")[1].Split('&')[0];
        foreach (var extension in (string[])["", ".json", ".ttl", ".rdf", ".nt", ".csv", ".jsonl", ".atom"])
        {
            var spoilt = Uri.EscapeDataString(cursor.Insert(4, foreign));
            using var response = await app.GetAsync($"/datasets{extension}?pageSize=2&cursor={spoilt}");
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        }

        using var whole = await app.GetAsync($"/datasets?pageSize=2&cursor={cursor}");
        Assert.Equal(HttpStatusCode.OK, whole.StatusCode);
    }

    [Theory]
    [InlineData("/catalog?cursor=datasets_arbres-rennes%0A")]
    [InlineData("/catalog?cursor=datasets_arbres-rennes%20")]
    [InlineData("/catalog?cursor=%20datasets_arbres-rennes")]
    [InlineData("/catalog?modifiedSince=2026-11-24%0A")]
    [InlineData("/datasets?bbox=1,2,3%0A,4")]
    [InlineData("/datasets?temporal=2024%0A")]
    [InlineData("/changes?since=1%20")]
    public async Task Blanks_around_a_value_are_400(string address)
    {
        using var response = await app.GetAsync(address);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("/datasets?utm_source=lettre&utm_medium=mail&q=eau&pageSize=1")]
    [InlineData("/datasets?fbclid=abc&q=eau&pageSize=1")]
    [InlineData("/datasets?q=eau&xtor=EPR-1&pageSize=1")]
    public async Task What_newsletters_add_to_a_link_is_not_read_and_goes_nowhere(string address)
    {
        using var response = await app.GetAsync(address);
        using var plain = await app.GetAsync("/datasets?q=eau&pageSize=1");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(plain.Headers.ETag, response.Headers.ETag);
        Assert.Equal(plain.Headers.GetValues("Link"), response.Headers.GetValues("Link"));
        Assert.Equal(plain.Content.Headers.ContentLocation, response.Content.Headers.ContentLocation);
    }

    [Theory]
    [InlineData("/datasets?utm=1", "utm")]
    [InlineData("/datasets?UTM_source=1", "UTM_source")]
    public async Task Other_parameters_are_still_refused(string address, string parameter)
    {
        using var response = await app.GetAsync(address);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(parameter, (await CatalogApp.JsonOf(response)).GetProperty("parameter").GetString());
    }
}
