using System.IO.Compression;
using System.Net;
using System.ServiceModel.Syndication;
using System.Text.Json;
using System.Xml;
using DataCatalog.Dcat.Records;
using DataCatalog.Storage;
using DataCatalog.Tests.Cli;
using DataCatalog.Tests.Mapping;
using Microsoft.Extensions.DependencyInjection;

namespace DataCatalog.Tests.Harvesting;

/// <summary>What the catalogue says of itself is a file of the seed, and follows it.</summary>
public sealed class OwnCatalogTests : IDisposable
{
    private const string Catalog = $"<{CatalogApp.BaseUrl}/catalog>";

    private readonly CliFixture _cli = new();

    [Fact]
    public async Task The_catalogue_of_another_seed_has_its_own_title_publisher_and_licence()
    {
        _cli.Fill();
        _cli.Edit("catalog.csv", text => text.Replace("Données utiles aux communes", "Données de Rennes", StringComparison.Ordinal)
            .Replace(",datacatalog,lov2,", ",rennes-metropole,odbl,", StringComparison.Ordinal));
        Assert.Matches("(?m)^catalog: 0 created, 1 changed, 0 unchanged$", _cli.Run("seed").Output);
        await using var app = App();
        var page = (await CatalogWalk.AllAsync(app))[0];
        var home = await app.JsonAsync("/");
        var feed = await FeedAsync(app);

        Assert.Contains("\"Données de Rennes\"@fr", page.Objects(Catalog, $"{Corpus.Dct}title"));
        Assert.Equal([$"<{CatalogApp.BaseUrl}/agents/rennes-metropole>"], page.Objects(Catalog, $"{Corpus.Dct}publisher"));
        Assert.Contains("ODC", Assert.Single(page.Objects(Catalog, $"{Corpus.Dct}license")), StringComparison.Ordinal);
        Assert.Equal("Données de Rennes", home.GetProperty("title").GetProperty("fr").GetString());
        Assert.Equal($"{CatalogApp.BaseUrl}/agents/rennes-metropole", home.GetProperty("publisher").GetProperty("id").GetString());
        Assert.NotEqual(page.Objects(Catalog, $"{Corpus.Dct}license")[0], home.GetProperty("license").GetProperty("id").GetString());
        Assert.Equal(("Données de Rennes", "Rennes Métropole"), (feed.Title.Text, feed.Authors[0].Name));
    }

    [Fact]
    public void An_unknown_publisher_is_refused_with_its_place_and_the_nearest()
    {
        _cli.Edit("catalog.csv", text => text.Replace(",datacatalog,", ",datacatalogue,", StringComparison.Ordinal));
        var run = _cli.Run("validate", _cli.Seed);
        Assert.Equal((1, ""), (run.Status, run.Output));
        Assert.StartsWith(
            "catalog.csv:2: column publisher: 'datacatalogue' - expected the id of an agent (/agents); the nearest: 'datacatalog'",
            run.Error,
            StringComparison.Ordinal);
        Assert.Equal(2, run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task The_same_seed_again_writes_nothing()
    {
        _cli.Fill();
        var before = await StateAsync();
        Assert.Matches("(?m)^catalog: 0 created, 0 changed, 1 unchanged$", _cli.Run("seed").Output);
        Assert.Equal(before, await StateAsync());
    }

    [Fact]
    public async Task Another_title_gives_the_catalogue_another_tag_and_is_listed_among_the_changes()
    {
        await using var app = new CatalogApp();
        var database = app.Services.GetRequiredService<Database>();
        var (catalog, since) = (app.Services.GetRequiredService<References>().Current.Catalog, database.Sequence);
        using var before = await app.GetAsync("/catalog.ttl?pageSize=1");
        database.Write("test", session => CatalogSetting.Save(session, catalog with { Title = LanguageMap.Of("Un autre titre") }));
        using var after = await app.GetAsync("/catalog.ttl?pageSize=1", $"If-None-Match: {before.Headers.ETag}");
        var change = Assert.Single((await app.JsonAsync($"/changes?since={since}&kind=catalog")).GetProperty("changes").EnumerateArray());

        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        var text = await after.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Un autre titre", text, StringComparison.Ordinal);
        Assert.Equal(
            ("catalog", "update", $"{CatalogApp.BaseUrl}/catalog", "catalog", 2),
            (Text(change, "kind"), Text(change, "operation"), Text(change, "iri"), Text(change, "identifier"), Version(change)));
        Assert.DoesNotContain((await FeedAsync(app)).Items, item => item.Id.EndsWith("/catalog", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_database_that_an_older_program_filled_is_served_without_what_it_does_not_say()
    {
        UnpackOlder();
        await using var app = App();
        var page = (await CatalogWalk.AllAsync(app))[0];
        var home = await app.JsonAsync("/");
        var feed = await FeedAsync(app);

        Assert.Equal(["\"Catalogue de données\"@fr", "\"Data catalogue\"@en"], page.Objects(Catalog, $"{Corpus.Dct}title"));
        foreach (var fact in (string[])["publisher", "license", "issued", "language", "spatial"])
        {
            Assert.Empty(page.Objects(Catalog, Corpus.Dct + fact));
        }

        Assert.False(home.TryGetProperty("publisher", out _));
        Assert.Equal(("Catalogue de données", "Catalogue de données"), (feed.Title.Text, feed.Authors[0].Name));
        foreach (var address in (string[])["/datasets.atom?q=rien", "/datasets.atom", "/catalog.rdf", "/catalog.jsonld", "/changes"])
        {
            using var response = await app.GetAsync(address);
            Assert.Equal((address, HttpStatusCode.OK), (address, response.StatusCode));
        }
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public async Task A_server_warns_once_of_a_database_that_an_older_program_filled()
    {
        UnpackOlder();
        using var server = ServerProcess.Start(_cli, "--urls=http://127.0.0.1:0");
        var lines = await server.LinesUntil("swagger");
        var warning = Assert.Single(lines, line => line.Contains("an older program filled it", StringComparison.Ordinal));
        using var entry = JsonDocument.Parse(warning);
        Assert.Equal("Warning", Text(entry.RootElement, "LogLevel"));
        Assert.EndsWith("Run 'seed' again.", Text(entry.RootElement, "Message"), StringComparison.Ordinal);
    }

    public void Dispose() => _cli.Dispose();

    private CatalogApp App() => new() { Database = _cli.Database };

    /// <summary>The tag of the catalogue, and the last change.</summary>
    private async Task<(string? Tag, long Last)> StateAsync()
    {
        await using var app = App();
        using var response = await app.GetAsync("/catalog.ttl?pageSize=1");
        var state = (response.Headers.ETag?.Tag, app.Services.GetRequiredService<Database>().Sequence);
        await app.StopAsync();
        return state;
    }

    private void UnpackOlder()
    {
        var file = Repository.PathOf("tests", "DataCatalog.Tests", "Storage", "schema-5.db.gz");
        using var packed = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        using var unpacked = File.Create(_cli.Database);
        packed.CopyTo(unpacked);
    }

    private static async Task<SyndicationFeed> FeedAsync(CatalogApp app)
    {
        using var response = await app.GetAsync("/feed.atom");
        using var xml = XmlReader.Create(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        return SyndicationFeed.Load(xml);
    }

    private static int Version(JsonElement change) => change.GetProperty("version").GetInt32();

    private static string? Text(JsonElement element, string key) => element.GetProperty(key).GetString();
}
