using System.Net;
using System.ServiceModel.Syndication;
using System.Text.Json;
using System.Xml;
using DataCatalog.Dcat.Records;
using DataCatalog.LegalRules;
using DataCatalog.Storage;
using DataCatalog.Tests.Seeding.Reading;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DataCatalog.Tests.Search.Everything;

/// <summary>A search through entries of all kinds shows where its words are, and is a table and a feed too.</summary>
public sealed class FoundSyntaxTests(CatalogApp app)
{
    private const string Query = "q=eau%20potable";

    private static readonly string[] MarkedTexts = ["titleWithMarks", "excerpt"];

    [Fact]
    public async Task The_words_are_marked_in_entries_of_every_kind()
    {
        var found = await app.JsonAsync($"/search.json?{Query}&pageSize=100");
        var kinds = found.GetProperty("member").EnumerateArray()
            .ToDictionary(
                entry => entry.GetProperty("id").GetString()!,
                entry => entry.GetProperty("kind").GetString(), StringComparer.Ordinal);
        var marked = found.GetProperty("highlights").EnumerateArray().ToList();

        Assert.All(marked, marks => Assert.Contains(marks.GetProperty("primaryTopic").GetString()!, kinds.Keys));
        Assert.Superset(
            new HashSet<string?>(["dataset", "service", "rule", "competence"], StringComparer.Ordinal),
            marked.Select(marks => kinds[marks.GetProperty("primaryTopic").GetString()!]).ToHashSet(StringComparer.Ordinal));
        Assert.All(marked, marks => Assert.Contains("<mark>", TextsOf(marks), StringComparison.Ordinal));
        Assert.Equal(marked.Count, marked.DistinctBy(marks => marks.GetProperty("id").GetString(), StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task An_address_has_no_words_to_mark()
    {
        var address = await app.JsonAsync($"/search.json?q={Uri.EscapeDataString($"{CatalogApp.BaseUrl}/datasets/arbres-rennes")}");

        Assert.True(address.GetProperty("totalItems").GetInt32() > 0);
        Assert.False(address.TryGetProperty("highlights", out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("&kind=rule&kind=model")]
    [InlineData("&territory=commune:35238")]
    public async Task The_table_has_the_answers_in_their_order(string filter)
    {
        var found = await app.JsonAsync($"/search.json?{Query}{filter}&pageSize=100");
        using var response = await app.GetAsync($"/search.csv?{Query}{filter}");
        var rows = SheetRows.Read(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))[1..];
        var members = found.GetProperty("member").EnumerateArray().ToList();

        Assert.Equal("text/csv", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(found.GetProperty("totalItems").GetInt32(), rows.Count);
        Assert.Equal(
            members.Select(entry => (entry.GetProperty("kind").GetString(), entry.GetProperty("id").GetString())),
            rows.Take(members.Count).Select(row => ((string?)row[0], (string?)row[2])));
        Assert.All(rows, row => Assert.NotEmpty(row[3]));
    }

    [Fact]
    public async Task A_changed_rule_comes_first_in_the_feed_of_a_search()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 30, 12, 0, 0, TimeSpan.Zero));
        await using var changing = new CatalogApp { Time = time };
        using var before = await changing.GetAsync($"/search.atom?{Query}");
        var rule = changing.Services.GetRequiredService<RecordReader<LegalRule>>().Find("rpqs-eau")!.Record
            with
        { Destination = LanguageMap.Of("Assemblée délibérante") };
        time.Advance(TimeSpan.FromMinutes(1));
        changing.Services.GetRequiredService<Database>().Write("test", session =>
            RuleStore.Writer.Save(session, rule, new DateOnly(2026, 11, 30)));
        using var response = await changing.GetAsync($"/search.atom?{Query}", $"If-None-Match: {before.Headers.ETag}");
        using var xml = XmlReader.Create(new StringReader(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        var feed = SyndicationFeed.Load(xml);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal($"{CatalogApp.BaseUrl}/rules/rpqs-eau", feed.Items.First().Id);
        Assert.Equal(feed.LastUpdatedTime, feed.Items.First().LastUpdatedTime);
        Assert.Equal($"{CatalogApp.BaseUrl}/search?{Query}", feed.Id);
        Assert.True(feed.Items.Count() > 10);
    }

    [Theory]
    [InlineData("/search.atom", HttpStatusCode.BadRequest)]
    [InlineData("/search.csv?q=", HttpStatusCode.BadRequest)]
    [InlineData("/search.csv?q=eau&pageSize=1001", HttpStatusCode.BadRequest)]
    [InlineData("/search.csv?q=eau&separator=tab", HttpStatusCode.BadRequest)]
    [InlineData("/search.json?q=eau&separator=semicolon", HttpStatusCode.BadRequest)]
    [InlineData("/search.atom?q=eau&bom=true", HttpStatusCode.BadRequest)]
    [InlineData("/search.atom?q=eau&page=2", HttpStatusCode.NotFound)]
    [InlineData("/search.csv?q=eau&page=2000", HttpStatusCode.NotFound)]
    [InlineData("/search.jsonl?q=eau", HttpStatusCode.NotFound)]
    public async Task Other_tables_and_feeds_are_refused(string address, HttpStatusCode status)
    {
        using var response = await app.GetAsync(address);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_table_for_a_French_spreadsheet_has_semicolons_and_a_mark()
    {
        using var response = await app.GetAsync($"/search.csv?{Query}&separator=semicolon&pageSize=5");
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.StartsWith("kind;identifier;", System.Text.Encoding.UTF8.GetString(bytes[3..]), StringComparison.Ordinal);
        Assert.Contains("separator=semicolon", string.Join(' ', response.Headers.GetValues("Link")), StringComparison.Ordinal);
    }

    private static string TextsOf(JsonElement marks) => string.Concat(
        MarkedTexts.Select(key => marks.TryGetProperty(key, out var text) ? text.GetString() : ""));
}
