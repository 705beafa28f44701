using System.Net;
using System.ServiceModel.Syndication;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Dapper;
using DataCatalog.Agents;
using DataCatalog.Datasets;
using DataCatalog.Dcat.Records;
using DataCatalog.Seeding;
using DataCatalog.Seeding.Reading;
using DataCatalog.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DataCatalog.Tests.Harvesting;

public sealed class ChangeTests : IAsyncDisposable
{
    private static readonly DateOnly Day = new(2026, 11, 24);
    private static readonly XNamespace Tombstones = "http://purl.org/atompub/tombstones/1.0";

    private readonly CatalogApp _app = new();

    private Database Database => _app.Services.GetRequiredService<Database>();

    private RecordReader<Dataset> Datasets => _app.Services.GetRequiredService<RecordReader<Dataset>>();

    [Fact]
    public async Task What_happened_since_a_number_is_listed_in_order()
    {
        var since = Database.Sequence;
        Rename("arbres-rennes");
        Withdraw("arbres-rennes");
        var page = await _app.JsonAsync($"/changes?since={since}");
        var changes = page.GetProperty("changes").EnumerateArray().ToList();

        Assert.Equal([since + 1, since + 2], changes.Select(change => change.GetProperty("sequence").GetInt64()));
        Assert.Equal(["update", "withdraw"], changes.Select(change => change.GetProperty("operation").GetString()));
        Assert.Equal([2, 3], changes.Select(change => change.GetProperty("version").GetInt64()));
        Assert.All(changes, change => Assert.Equal($"{CatalogApp.BaseUrl}/datasets/arbres-rennes", change.GetProperty("iri").GetString()));
        Assert.All(changes, change => Assert.Equal(TimeSpan.Zero, change.GetProperty("at").GetDateTimeOffset().Offset));
        Assert.Equal(since + 2, page.GetProperty("last").GetInt64());
        Assert.False(page.TryGetProperty("next", out _));
        using var gone = await _app.GetAsync("/datasets/arbres-rennes");
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
    }

    [Fact]
    public async Task Synonyms_are_listed_nowhere_and_move_the_number_to_go_on_from()
    {
        var since = Database.Sequence;
        _app.Services.GetRequiredService<SeedLoader>().Load(
            new SeedContent { Synonyms = ["cantine|self"] }, withdrawMissing: false, "test");
        var page = await _app.JsonAsync($"/changes?since={since}");
        Assert.Empty(page.GetProperty("changes").EnumerateArray());
        Assert.Equal(since + 1, page.GetProperty("last").GetInt64());
        using var kind = await _app.GetAsync("/changes?kind=synonyms");
        Assert.Equal(HttpStatusCode.BadRequest, kind.StatusCode);
    }

    [Fact]
    public async Task A_publisher_that_changes_has_a_row_of_its_own_and_its_datasets_none()
    {
        var since = Database.Sequence;
        var agents = _app.Services.GetRequiredService<RecordReader<Agent>>();
        var insee = agents.Find("insee")!.Record;
        Database.Write("test", session => AgentStore.Writer.Save(session, insee with { Name = LanguageMap.Of("L'Insee") }, Day));
        var change = Assert.Single((await _app.JsonAsync($"/changes?since={since}")).GetProperty("changes").EnumerateArray());

        Assert.Equal("agent", change.GetProperty("kind").GetString());
        Assert.Equal($"{CatalogApp.BaseUrl}/agents/insee", change.GetProperty("iri").GetString());
        Assert.Equal(1, Datasets.Find("filosofi-carreaux-200m")!.Version);
    }

    [Fact]
    public async Task Following_next_gives_every_change_of_a_kind_once()
    {
        foreach (var kind in (string[])["dataset", "concept", "scheme", "service", "series", "model"])
        {
            var found = new List<string>();
            JsonElement page = default;
            for (var next = $"/changes?kind={kind}&limit=50"; next is not null;)
            {
                page = await _app.JsonAsync(next);
                found.AddRange(page.GetProperty("changes").EnumerateArray()
                    .Select(change => change.GetProperty("identifier").GetString()!));
                next = page.TryGetProperty("next", out var link) ? link.GetString()![CatalogApp.BaseUrl.Length..] : null;
            }

            Assert.Equal(Database.Sequence, page.GetProperty("last").GetInt64());
            Assert.Equal(Scalar($"select count(*) from {kind}"), found.Count);
            Assert.Equal(found.Count, found.Distinct(StringComparer.Ordinal).Count());
        }
    }

    [Fact]
    public async Task Terms_of_others_have_their_own_IRIs()
    {
        var changes = (await _app.JsonAsync("/changes?kind=concept&limit=1000")).GetProperty("changes").EnumerateArray()
            .ToDictionary(change => change.GetProperty("identifier").GetString()!, change => change.GetProperty("iri").GetString());
        Assert.Equal("http://publications.europa.eu/resource/authority/data-theme/ENVI", changes["themes/ENVI"]);
        Assert.Equal($"{CatalogApp.BaseUrl}/vocabularies/competences/eau-potable", changes["competences/eau-potable"]);
    }

    [Theory]
    [InlineData("since=-1", "since")]
    [InlineData("since=x", "since")]
    [InlineData("since=99999999", "since")]
    [InlineData("since=99999999999999999999", "since")]
    [InlineData("kind=datasets", "kind")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=1001", "limit")]
    [InlineData("sinse=1", "sinse")]
    public async Task What_means_nothing_is_refused(string query, string parameter)
    {
        using var response = await _app.GetAsync($"/changes?{query}");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(parameter, (await CatalogApp.JsonOf(response)).GetProperty("parameter").GetString());
    }

    [Theory]
    [InlineData("*/*")]
    [InlineData("application/rss+xml, text/xml")]
    public async Task The_feed_answers_whatever_is_accepted_under_its_own_address_and_a_tag(string accept)
    {
        using var first = await _app.GetAsync("/feed.atom", $"Accept: {accept}");
        using var again = await _app.GetAsync("/feed.atom", $"If-None-Match: {first.Headers.ETag}");

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal($"{CatalogApp.BaseUrl}/feed.atom", first.Content.Headers.ContentLocation?.ToString());
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task The_feed_begins_with_the_last_change()
    {
        Rename("arbres-rennes");
        var feed = await FeedAsync("/feed.atom");
        var first = feed.Items.First();

        Assert.Equal($"{CatalogApp.BaseUrl}/datasets/arbres-rennes", first.Id);
        Assert.Equal("Un autre titre", first.Title.Text);
        Assert.Equal(["dataset", "update"], first.Categories.Select(category => category.Name));
        Assert.Equal(feed.LastUpdatedTime, first.LastUpdatedTime);
        Assert.Equal($"{CatalogApp.BaseUrl}/feed.atom", feed.Links.Single(link => link.RelationshipType == "self").Uri.ToString());
    }

    [Fact]
    public async Task What_was_withdrawn_is_in_the_feed_with_the_reason()
    {
        Withdraw("arbres-rennes");
        var feed = await FeedAsync("/feed.atom");
        var tombstone = Assert.Single(feed.ElementExtensions.ReadElementExtensions<XElement>("deleted-entry", Tombstones.NamespaceName));

        Assert.DoesNotContain(feed.Items, item => item.Id.EndsWith("/arbres-rennes", StringComparison.Ordinal));
        Assert.Equal($"{CatalogApp.BaseUrl}/datasets/arbres-rennes", tombstone.Attribute("ref")!.Value);
        Assert.Equal("a test", tombstone.Element(Tombstones + "comment")!.Value);
    }

    [Fact]
    public async Task The_pages_of_the_feed_have_every_entry_once()
    {
        var found = new List<string>();
        for (var next = "/feed.atom"; next is not null;)
        {
            var feed = await FeedAsync(next);
            found.AddRange(feed.Items.Select(item => item.Id));
            next = feed.Links.SingleOrDefault(link => link.RelationshipType == "next")?.Uri.ToString()[CatalogApp.BaseUrl.Length..];
        }

        Assert.Equal(
            Scalar("select (select count(*) from dataset) + (select count(*) from service) + (select count(*) from series)"),
            found.Count);
        Assert.Equal(found.Count, found.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task A_feed_that_is_known_is_not_sent_again()
    {
        using var first = await _app.GetAsync("/feed.atom");
        using var again = await _app.GetAsync("/feed.atom", $"If-None-Match: {first.Headers.ETag}");
        Rename("arbres-rennes");
        using var changed = await _app.GetAsync("/feed.atom", $"If-None-Match: {first.Headers.ETag}");

        Assert.Equal("application/atom+xml; charset=utf-8", first.Content.Headers.ContentType!.ToString());
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private void Rename(string id)
    {
        var dataset = Datasets.Find(id)!.Record;
        Database.Write("test", session =>
            DatasetStore.Writer.Save(session, dataset with { Title = LanguageMap.Of("Un autre titre") }, Day));
    }

    private void Withdraw(string id) => Database.Write("test", session => DatasetStore.Writer.Withdraw(session, id, "a test"));

    private int Scalar(string sql)
    {
        using var connection = Database.OpenRead();
        return connection.ExecuteScalar<int>(sql);
    }

    private async Task<SyndicationFeed> FeedAsync(string address)
    {
        using var response = await _app.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using var xml = XmlReader.Create(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        return SyndicationFeed.Load(xml);
    }
}
