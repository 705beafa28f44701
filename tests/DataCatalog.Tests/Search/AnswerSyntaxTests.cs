using System.Net;
using System.ServiceModel.Syndication;
using System.Text;
using System.Text.Json;
using System.Xml;
using CsvHelper;
using DataCatalog.Datasets;
using DataCatalog.Dcat.Records;
using DataCatalog.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DataCatalog.Tests.Search;

public sealed class AnswerSyntaxTests(CatalogApp app)
{
    [Theory]
    [InlineData("text/csv", "text/csv")]
    [InlineData("application/jsonl", "application/jsonl")]
    [InlineData("application/atom+xml", "application/atom+xml")]
    [InlineData("text/turtle", "text/turtle")]
    [InlineData("text/*", "text/turtle")]
    [InlineData("*/*", "application/ld+json")]
    [InlineData("text/html,application/xhtml+xml,*/*;q=0.8", "text/html")]
    public async Task The_syntax_is_negotiated(string accept, string expected)
    {
        using var response = await app.GetAsync("/datasets?q=eau", $"Accept: {accept}");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(expected, response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task What_is_not_served_is_refused_with_the_list()
    {
        using var response = await app.GetAsync("/datasets?q=eau", "Accept: image/png");
        Assert.Equal(HttpStatusCode.NotAcceptable, response.StatusCode);
        Assert.Contains("Accept", string.Join(',', response.Headers.GetValues("Vary")), StringComparison.Ordinal);
        var available = (await CatalogApp.JsonOf(response)).GetProperty("available").EnumerateArray();
        Assert.Contains("text/csv", available.Select(type => type.GetString()));
    }

    [Theory]
    [InlineData("/agents.csv")]
    [InlineData("/datasets/arbres-rennes.csv")]
    [InlineData("/services.jsonl")]
    [InlineData("/catalog.atom")]
    [InlineData("/feed")]
    public async Task Other_addresses_have_no_sheets_lines_or_feeds(string address)
    {
        using var response = await app.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Sheet_lines_feed_and_graph_have_the_same_rows()
    {
        const string Query = "q=eau&sort=title&pageSize=10";
        var graph = (await app.JsonAsync($"/datasets.jsonld?{Query}")).Ids();
        Assert.Equal(10, graph.Count);
        Assert.Equal(graph, await app.IdsAsync(Query));
        Assert.Equal(graph, (await SheetAsync(Query)).Select(row => row[0]));
        var feed = await FeedAsync(Query);
        Assert.Equal(graph.Select(id => $"{CatalogApp.BaseUrl}/datasets/{id}"), feed.Items.Select(item => item.Id));
        using var turtle = await app.GetAsync($"/datasets.nt?{Query}");
        var triples = await turtle.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.All(graph, id => Assert.Contains(
            $"<http://www.w3.org/ns/hydra/core#member> <{CatalogApp.BaseUrl}/datasets/{id}>", triples, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_line_is_what_the_graph_says_of_a_dataset()
    {
        using var response = await app.GetAsync("/datasets.jsonl?q=arbres%20rennes&pageSize=1");
        var line = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        var member = (await app.JsonAsync("/datasets.jsonld?q=arbres%20rennes&pageSize=1")).GetProperty("member")[0];
        Assert.False(line.TryGetProperty("@context", out _));
        Assert.Equal(JsonSerializer.Serialize(member), JsonSerializer.Serialize(line));
    }

    [Fact]
    public async Task A_sheet_has_all_answers_up_to_a_thousand()
    {
        var rows = await SheetAsync("");
        Assert.Equal(app.Services.GetRequiredService<RecordReader<Dataset>>().Count(), rows.Count);
        using var most = await app.GetAsync("/datasets.csv?pageSize=1000");
        using var more = await app.GetAsync("/datasets.csv?pageSize=1001");
        Assert.Equal(HttpStatusCode.OK, most.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, more.StatusCode);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+33 1")]
    [InlineData("-2")]
    [InlineData("@SUM(A1)")]
    public async Task What_a_spreadsheet_would_run_is_text(string title)
    {
        await using var changing = new CatalogApp();
        var datasets = changing.Services.GetRequiredService<RecordReader<Dataset>>();
        var dataset = datasets.Find("arbres-rennes")!.Record;
        changing.Services.GetRequiredService<Database>().Write("test", session =>
            DatasetStore.Writer.Save(session, dataset with { Title = LanguageMap.Of(title) }, new DateOnly(2026, 11, 24)));
        using var response = await changing.GetAsync("/datasets.csv");
        var rows = RowsOf(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal($"'{title}", rows.Single(row => row[0] == "arbres-rennes")[2]);
    }

    [Fact]
    public async Task A_byte_order_mark_comes_on_request()
    {
        using var plain = await app.GetAsync("/datasets.csv?q=eau");
        using var marked = await app.GetAsync("/datasets.csv?q=eau&bom=true");
        var bytes = await plain.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var withMark = await marked.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal([.. Encoding.UTF8.Preamble, .. bytes], withMark);
        Assert.NotEqual(plain.Headers.ETag, marked.Headers.ETag);
    }

    [Fact]
    public async Task A_search_can_be_followed()
    {
        await using var changing = new CatalogApp();
        var datasets = changing.Services.GetRequiredService<RecordReader<Dataset>>();
        var dataset = datasets.Find("arbres-rennes")!.Record with { Description = LanguageMap.Of("Arbres <b>&</b> alignements") };
        changing.Services.GetRequiredService<Database>().Write("test", session =>
            DatasetStore.Writer.Save(session, dataset, new DateOnly(2026, 11, 24)));
        using var response = await changing.GetAsync("/datasets.atom?q=arbres");
        var feed = await FeedOf(response);
        Assert.Equal($"{CatalogApp.BaseUrl}/datasets/arbres-rennes", feed.Items.First().Id);
        Assert.Equal("Arbres <b>&</b> alignements", feed.Items.First().Summary.Text);
        Assert.Equal($"{CatalogApp.BaseUrl}/datasets?q=arbres", feed.Id);
        Assert.True(feed.Items.Count() > 1);
        using var again = await changing.GetAsync("/datasets.atom?q=arbres", $"If-None-Match: {response.Headers.ETag}");
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    private async Task<IReadOnlyList<string[]>> SheetAsync(string query)
    {
        using var response = await app.GetAsync($"/datasets.csv?{query}");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return RowsOf(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    private static List<string[]> RowsOf(byte[] bytes)
    {
        using var csv = CsvReader.Create(bytes);
        var rows = new List<string[]>();
        while (csv.Read())
        {
            rows.Add([csv.GetString(0), csv.GetString(1), csv.GetString(2)]);
        }

        return rows;
    }

    private async Task<SyndicationFeed> FeedAsync(string query)
    {
        using var response = await app.GetAsync($"/datasets.atom?{query}");
        return await FeedOf(response);
    }

    private static async Task<SyndicationFeed> FeedOf(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using var xml = XmlReader.Create(new StringReader(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        return SyndicationFeed.Load(xml);
    }
}
