using System.Net;
using System.Text;
using DataCatalog.Tests.Seeding.Reading;

namespace DataCatalog.Tests.Search;

/// <summary>Sheets with semicolons, as a French spreadsheet opens them.</summary>
public sealed class SheetFormTests(CatalogApp app) : IClassFixture<CatalogApp>
{
    [Theory]
    [InlineData("/datasets.csv")]
    [InlineData("/territories/commune:35238/datasets.csv")]
    public async Task A_sheet_with_semicolons_has_the_same_cells(string sheet)
    {
        var commas = SheetRows.Read(await Text($"{sheet}?pageSize=50&sort=title"));
        var semicolons = SheetRows.Read(await Text($"{sheet}?pageSize=50&sort=title&separator=semicolon&bom=false"), ';');
        Assert.True(commas.Count > 10);
        Assert.Equal(commas, semicolons);
    }

    [Theory]
    [InlineData("separator=semicolon", ';', true)]
    [InlineData("separator=semicolon&bom=true", ';', true)]
    [InlineData("separator=semicolon&bom=false", ';', false)]
    [InlineData("separator=comma", ',', false)]
    [InlineData("separator=comma&bom=true", ',', true)]
    [InlineData("bom=true", ',', true)]
    public async Task Semicolons_bring_the_mark_that_a_spreadsheet_needs(string query, char separator, bool hasMark)
    {
        using var response = await app.GetAsync($"/datasets.csv?pageSize=1&{query}");
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal(hasMark, bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble));
        var text = Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF');
        Assert.StartsWith($"identifier{separator}address{separator}title", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Different_forms_have_different_tags()
    {
        string[] queries = ["", "separator=semicolon", "separator=semicolon&bom=false", "bom=true"];
        var tags = new HashSet<string>(StringComparer.Ordinal);
        foreach (var query in queries)
        {
            using var response = await app.GetAsync($"/datasets.csv?pageSize=1&{query}");
            tags.Add(response.Headers.ETag!.Tag);
        }

        Assert.Equal(queries.Length, tags.Count);
    }

    [Theory]
    [InlineData("/datasets.csv")]
    [InlineData("/territories/commune:35238/datasets.csv")]
    public async Task Links_keep_the_separator(string sheet)
    {
        using var response = await app.GetAsync($"{sheet}?pageSize=2&separator=semicolon&bom=false");
        var next = response.Headers.GetValues("Link").Single(link => link.Contains("rel=\"next\"", StringComparison.Ordinal));
        Assert.Contains("separator=semicolon&bom=false", next, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/datasets.csv?separator=tab", "'separator' is 'tab'")]
    [InlineData("/datasets.csv?separator=;", "expected one of comma, semicolon")]
    [InlineData("/datasets.csv?separator=semicolons", "the nearest is semicolon.")]
    [InlineData("/datasets.csv?separator=", "expected one of comma, semicolon")]
    [InlineData("/datasets.json?separator=semicolon", "'separator' is for CSV only")]
    [InlineData("/datasets.jsonl?separator=comma", "'separator' is for CSV only")]
    [InlineData("/territories/commune:35238/datasets.csv?separator=tab", "'separator' is 'tab'")]
    [InlineData("/territories/commune:35238/datasets.ttl?separator=semicolon", "'separator' is for CSV only")]
    public async Task Another_separator_or_syntax_is_refused(string address, string words)
    {
        using var response = await app.GetAsync(address);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(words, (await CatalogApp.JsonOf(response)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private async Task<string> Text(string address)
    {
        using var response = await app.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
