namespace DataCatalog.Tests.Http;

/// <summary>Proxies refuse headers that are larger than a buffer (nginx: 4 KB), so ours have a budget whatever is asked.</summary>
public sealed class HeaderBudgetTests(CatalogApp app)
{
    private const int Budget = 2048;

    public static TheoryData<string> Questions => new(
        $"q={Uri.EscapeDataString(new string('水', 200))}",
        $"q={Uri.EscapeDataString(string.Concat(Enumerable.Repeat("eau é ", 80)))}",
        "q=eau&" + string.Join('&', Enumerable.Range(1, 95)
            .Select(number => $"territory=departement:{number:00}")
            .Where(filter => filter != "territory=departement:20")),
        "q=eau",
        string.Join('&', ((string[])["ENVI", "GOVE", "TRAN", "SOCI", "ECON", "REGI"]).Select(theme => $"theme={theme}"))
            + "&licenceKnown=true&sort=title&pageSize=1");

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task The_headers_of_an_answer_stay_under_2_KB(string question)
    {
        string[] addresses =
            ["/datasets", "/datasets.json", "/datasets.csv", "/datasets.jsonl", "/datasets.atom", "/territories/country:FRA/datasets"];
        foreach (var address in addresses)
        {
            var namesTwo = address.StartsWith("/territories", StringComparison.Ordinal)
                && question.Contains("territory=", StringComparison.Ordinal);
            var own = namesTwo ? "q=eau" : question;
            using var response = await app.GetAsync($"{address}?{own}", "Origin: https://carte.example", "Accept-Encoding: gzip");

            Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode} {address}?{own}");
            Assert.InRange(SizeOf(response), 100, Budget);
        }
    }

    [Fact]
    public async Task The_page_to_follow_is_the_last_link_to_be_left_out()
    {
        var words = Uri.EscapeDataString(string.Concat(Enumerable.Repeat("eau potable ", 20)));
        using var response = await app.GetAsync($"/datasets?q={words}&pageSize=1");

        var links = response.Headers.GetValues("Link").ToList();
        Assert.Contains("rel=\"next\"", links[0], StringComparison.Ordinal);
        Assert.DoesNotContain(links, link => link.Contains("rdf", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/datasets/arbres-rennes")]
    [InlineData("/nothing")]
    [InlineData("/changes")]
    [InlineData("/swagger/index.html")]
    [InlineData("/openapi/v1.yaml")]
    public async Task Nothing_that_is_served_is_sniffed_framed_or_run(string address)
    {
        using var response = await app.GetAsync(address);

        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/suggest?q=eau")]
    [InlineData("/suggest.json?q=eau")]
    [InlineData("/changes?limit=1")]
    [InlineData("/changes.json?limit=1")]
    public async Task An_answer_that_is_no_graph_has_a_tag_too(string address)
    {
        using var first = await app.GetAsync(address);
        using var again = await app.GetAsync(address, $"If-None-Match: {first.Headers.ETag}");
        using var any = await app.GetAsync(address, "If-None-Match: *");

        Assert.Equal("application/json", first.Content.Headers.ContentType?.MediaType);
        Assert.Equal(System.Net.HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.NotModified, any.StatusCode);
    }

    private static int SizeOf(HttpResponseMessage response) => response.Headers.Concat(response.Content.Headers)
        .Sum(header => header.Value.Sum(value => header.Key.Length + value.Length + ": \r\n".Length));
}
