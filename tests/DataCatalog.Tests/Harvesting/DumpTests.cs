using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using DataCatalog.Datasets;
using DataCatalog.Dcat.Records;
using DataCatalog.Harvesting.Dumps;
using DataCatalog.Storage;
using DataCatalog.Tests.Mapping;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DataCatalog.Tests.Harvesting;

public sealed class DumpTests : IAsyncDisposable
{
    private const string Version = "<http://www.w3.org/2002/07/owl#versionInfo>";

    private readonly CatalogApp _app = new();

    private DumpFolder Folder => _app.Services.GetRequiredService<DumpFolder>();

    [Fact]
    public async Task A_dump_says_what_the_pages_say()
    {
        Build();
        var dump = Corpus.Parse(Encoding.UTF8.GetString(await BytesAsync("catalog.nt")));
        var pages = (await CatalogWalk.AllAsync(_app)).SelectMany(page => page.Statements);
        Assert.Equal(
            pages.Where(statement => !statement.Predicate.Contains("hydra/core#", StringComparison.Ordinal) && !statement.Object.Contains("hydra/core#", StringComparison.Ordinal)).ToHashSet(),
            dump.Where(statement => statement.Predicate != Version).ToHashSet());
    }

    [Theory]
    [InlineData("catalog.nt", "application/n-triples")]
    [InlineData("catalog.ttl", "text/turtle; charset=utf-8")]
    [InlineData("catalog.rdf", "application/rdf+xml")]
    [InlineData("catalog.jsonld", "application/ld+json")]
    [InlineData("catalog.csv", "text/csv; charset=utf-8")]
    public async Task Each_file_is_there_plain_and_compressed_with_its_digest(string name, string type)
    {
        Build();
        using var plain = await _app.GetAsync($"/dumps/{name}");
        using var compressed = await _app.GetAsync($"/dumps/{name}.gz");
        var bytes = await plain.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var packed = await compressed.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        Assert.Equal(type, plain.Content.Headers.ContentType!.ToString());
        Assert.Equal("application/gzip", compressed.Content.Headers.ContentType!.ToString());
        Assert.Null(plain.Content.Headers.ContentDisposition);
        Assert.Equal("attachment", compressed.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal($"{name}.gz", compressed.Content.Headers.ContentDisposition.FileName);
        Assert.Equal(Digest(bytes), Assert.Single(plain.Headers.GetValues("Repr-Digest")));
        Assert.Equal(Digest(packed), Assert.Single(compressed.Headers.GetValues("Repr-Digest")));
        Assert.NotEqual(plain.Headers.ETag, compressed.Headers.ETag);
        Assert.False(plain.Headers.ETag!.IsWeak);
        Assert.Equal(Sequence(), Assert.Single(plain.Headers.GetValues(DumpEndpoints.SequenceHeader)));
        Assert.Equal(bytes, Unpacked(packed));
    }

    [Theory]
    [InlineData("items=0-9")]
    [InlineData("bits=0-9")]
    [InlineData("none")]
    public async Task A_range_in_an_unknown_unit_is_the_whole_file(string range)
    {
        Build();
        using var whole = await _app.GetAsync("/dumps/catalog.nt");
        using var asked = await _app.GetAsync("/dumps/catalog.nt", $"Range: {range}");

        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        Assert.Equal(whole.Content.Headers.ContentLength, asked.Content.Headers.ContentLength);
    }

    [Theory]
    [InlineData("Range: bytes=999999999-", HttpStatusCode.RequestedRangeNotSatisfiable)]
    [InlineData("If-Match: \"other\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("If-Unmodified-Since: Sat, 01 Jan 2000 00:00:00 GMT", HttpStatusCode.PreconditionFailed)]
    public async Task An_error_about_a_file_is_a_problem_without_the_headers_of_the_file(string header, HttpStatusCode status)
    {
        Build();
        using var response = await _app.GetAsync("/dumps/catalog.nt.gz", header, "Accept: application/n-triples");
        var problem = await CatalogApp.JsonOf(response);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        Assert.Null(response.Headers.ETag);
        Assert.Null(response.Content.Headers.ContentDisposition);
        Assert.False(response.Headers.Contains("Repr-Digest"));
        Assert.Equal(status == HttpStatusCode.RequestedRangeNotSatisfiable, response.Content.Headers.ContentRange is not null);
    }

    [Theory]
    [InlineData("catalog.xml", "catalog.rdf")]
    [InlineData("catalog.json", "catalog.jsonld")]
    [InlineData("catalog.tl", "catalog.ttl")]
    public async Task A_name_that_no_dump_has_is_404_with_the_one_that_is_meant(string asked, string meant)
    {
        Build();
        using var response = await _app.GetAsync($"/dumps/{asked}");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains($"Did you mean '{meant}'?", (await CatalogApp.JsonOf(response)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_catalogue_inside_a_dump_names_the_change_that_it_holds()
    {
        Build();
        var dump = Corpus.Parse(Encoding.UTF8.GetString(await BytesAsync("catalog.nt")));
        Assert.Equal($"\"{Sequence()}\"", Assert.Single(dump, statement => statement.Predicate == Version).Object);
    }

    [Fact]
    public async Task Parts_can_be_asked_for_and_nothing_is_sent_twice()
    {
        Build();
        var whole = await BytesAsync("catalog.ttl");
        using var head = await _app.SendAsync(HttpMethod.Head, "/dumps/catalog.ttl");
        using var part = await _app.GetAsync("/dumps/catalog.ttl", "Range: bytes=100-199");
        using var beyond = await _app.GetAsync("/dumps/catalog.ttl", "Range: bytes=999999999-");
        using var known = await _app.GetAsync("/dumps/catalog.ttl", $"If-None-Match: {head.Headers.ETag}");
        using var stale = await _app.GetAsync("/dumps/catalog.ttl", "Range: bytes=100-199", "If-Range: \"other\"");

        Assert.Equal((HttpStatusCode.OK, (long?)whole.Length), (head.StatusCode, head.Content.Headers.ContentLength));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(whole[100..200], await part.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, beyond.StatusCode);
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
        Assert.Equal((HttpStatusCode.OK, (long?)whole.Length), (stale.StatusCode, stale.Content.Headers.ContentLength));
    }

    [Fact]
    public async Task The_same_content_gives_the_same_bytes()
    {
        await using var other = new CatalogApp();
        Build();
        Build(other);
        Assert.Equal(
            Folder.Current!.Files.Select(file => (file.Name, file.Sha256)),
            other.Services.GetRequiredService<DumpFolder>().Current!.Files.Select(file => (file.Name, file.Sha256)));
    }

    [Fact]
    public async Task After_a_change_there_are_new_files_and_those_before_stay_for_one_round()
    {
        Build();
        var first = Folder.Current!;
        Assert.True(Builder().IsUpToDate);
        Change("Premier titre");
        Assert.False(Builder().IsUpToDate);
        Build();
        Assert.All(first.Files, file => Assert.True(File.Exists(Folder.PathOf(file))));
        Assert.Contains("Premier titre", Encoding.UTF8.GetString(await BytesAsync("catalog.csv")), StringComparison.Ordinal);
        Change("Second titre");
        Build();
        Assert.All(first.Files, file => Assert.False(File.Exists(Folder.PathOf(file))));
        Assert.Equal(21, Directory.EnumerateFiles(Folder.Path).Count());
    }

    [Fact]
    public async Task When_a_dump_cannot_be_made_the_one_before_is_still_served()
    {
        Build();
        var before = await BytesAsync("catalog.nt");
        BrokenDataset.Make(_app, "arbres-rennes");
        Assert.Throws<InvalidOperationException>(() => Builder().Build(TestContext.Current.CancellationToken));
        Assert.Equal(11, Directory.EnumerateFiles(Folder.Path).Count());
        Assert.Equal(before, await BytesAsync("catalog.nt"));
    }

    [Fact]
    public void A_later_run_takes_up_the_files_of_an_earlier_one_only_when_they_are_whole()
    {
        Build();
        var again = new DumpFolder(_app.Services.GetRequiredService<DataCatalog.Configuration.CatalogOptions>());
        again.Open();
        Assert.Equal(Folder.Current!.Sequence, again.Current!.Sequence);

        File.AppendAllText(Folder.PathOf(Folder.Current.Files[0]), "x");
        var damaged = new DumpFolder(_app.Services.GetRequiredService<DataCatalog.Configuration.CatalogOptions>());
        damaged.Open();
        Assert.Null(damaged.Current);

        File.WriteAllText(Path.Combine(Folder.Path, "manifest.json"), "{\"Sequence\":");
        damaged.Open();
        Assert.Null(damaged.Current);

        File.WriteAllText(Path.Combine(Folder.Path, "manifest.json"), "{}");
        damaged.Open();
        Assert.Null(damaged.Current);
    }

    [Fact]
    public async Task A_file_that_was_cut_is_not_served_and_the_others_are()
    {
        Build();
        Damage("catalog.nt", bytes => bytes[..^10]);
        using var cut = await _app.GetAsync("/dumps/catalog.nt");
        using var list = await _app.GetAsync("/dumps");
        using var other = await _app.GetAsync("/dumps/catalog.ttl");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, cut.StatusCode);
        Assert.NotNull(cut.Headers.RetryAfter);
        Assert.False(cut.Headers.Contains("Repr-Digest"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, list.StatusCode);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        Assert.False(Builder().IsUpToDate);
        Assert.Null(Reopened().Current);
    }

    [Fact]
    public void Zeros_of_the_right_length_and_time_are_not_taken_up()
    {
        Build();
        var written = File.GetLastWriteTimeUtc(PathOf("catalog.rdf.gz"));
        Damage("catalog.rdf.gz", bytes => new byte[bytes.Length]);
        File.SetLastWriteTimeUtc(PathOf("catalog.rdf.gz"), written);
        Assert.Null(Reopened().Current);
    }

    [Fact]
    public async Task A_file_that_was_only_touched_is_read_again_and_served()
    {
        Build();
        File.SetLastWriteTimeUtc(PathOf("catalog.nt"), new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc));
        using var touched = await _app.GetAsync("/dumps/catalog.nt");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, touched.StatusCode);
        Folder.Open();
        Assert.True(Builder().IsUpToDate);
        Assert.NotEmpty(await BytesAsync("catalog.nt"));
    }

    [Fact]
    public async Task A_file_that_is_gone_is_503_and_files_made_anew_are_as_before()
    {
        Build();
        var before = await BytesAsync("catalog.nt");
        File.Delete(PathOf("catalog.nt"));
        using var gone = await _app.GetAsync("/dumps/catalog.nt");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, gone.StatusCode);
        Build();
        Assert.Equal(before, await BytesAsync("catalog.nt"));
    }

    [Fact]
    public void A_manifest_that_names_files_elsewhere_is_not_believed()
    {
        Build();
        var manifest = Path.Combine(Folder.Path, "manifest.json");
        var first = Folder.Current!.Files[0];
        File.Copy(Folder.PathOf(first), Path.Combine(Folder.Path, "..", "secret"));
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace(first.StoredAs, "../secret", StringComparison.Ordinal));
        Assert.Null(Reopened().Current);
    }

    [Fact]
    public async Task A_pipe_in_the_place_of_a_file_is_not_waited_for()
    {
        Build();
        File.Delete(PathOf("catalog.nt"));
        Commands.Run("mkfifo", PathOf("catalog.nt"));
        using var response = await _app.GetAsync("/dumps/catalog.nt");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Null(Reopened().Current);
    }

    [Fact]
    public async Task The_time_of_a_set_is_never_before_that_of_the_last_one()
    {
        var ahead = new DateTimeOffset(2031, 1, 2, 3, 4, 5, TimeSpan.Zero);
        await using var app = new CatalogApp { Time = new FakeTimeProvider(ahead) };
        Build(app);
        var folder = app.Services.GetRequiredService<DumpFolder>();
        folder.Publish(folder.Current! with { BuiltAt = ahead.AddYears(1) });
        Build(app);
        Assert.Equal(ahead.AddYears(1), folder.Current!.BuiltAt);
    }

    [Fact]
    public void Files_of_others_in_the_folder_stay()
    {
        Build();
        string[] others = [Path.Combine(Folder.Path, "catalog-backup.tar"), Path.Combine(Folder.Path, "catalog-12-notes.csv")];
        Array.ForEach(others, path => File.WriteAllText(path, "x"));
        Change("Premier titre");
        Build();
        Change("Second titre");
        Build();
        Assert.All(others, path => Assert.True(File.Exists(path)));
    }

    [Fact]
    public async Task The_dumps_of_another_history_are_not_taken_for_those_of_this_one()
    {
        Build();
        await using var other = new CatalogApp { Time = new FakeTimeProvider(new DateTimeOffset(2031, 1, 2, 3, 4, 5, TimeSpan.Zero)) };
        Build(other);
        var (ours, theirs) = (Folder.Current!, other.Services.GetRequiredService<DumpFolder>().Current!);
        Assert.Equal(ours.Sequence, theirs.Sequence);
        Assert.NotEqual(ours.Origin, theirs.Origin);
        Assert.Empty(ours.Files.Select(file => file.StoredAs).Intersect(theirs.Files.Select(file => file.StoredAs), StringComparer.Ordinal));

        Folder.Publish(ours with { Origin = theirs.Origin });
        Assert.False(Builder().IsUpToDate);
    }

    [Fact]
    public void Work_that_is_stopped_leaves_nothing_behind()
    {
        Build();
        Change("Premier titre");
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        Assert.Throws<OperationCanceledException>(() => Builder().Build(stopped.Token));
        Assert.Equal(11, Directory.EnumerateFiles(Folder.Path).Count());
    }

    [Fact]
    public async Task HEAD_has_no_ranges_and_a_precondition_that_fails_says_which()
    {
        Build();
        using var head = await _app.SendAsync(HttpMethod.Head, "/dumps/catalog.ttl", "Range: bytes=0-9");
        using var failed = await _app.GetAsync("/dumps/catalog.ttl", "If-Match: \"other\"");
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, failed.StatusCode);
        Assert.Contains("If-Match", (await CatalogApp.JsonOf(failed)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_is_none_is_404_with_those_there_are()
    {
        Build();
        using var response = await _app.GetAsync("/dumps/catalogue.nt");
        var problem = await CatalogApp.JsonOf(response);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("Did you mean 'catalog.nt'", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        using var outside = await _app.GetAsync("/dumps/..%2Fcatalog.db");
        Assert.Equal(HttpStatusCode.NotFound, outside.StatusCode);
    }

    [Fact]
    public async Task Without_dumps_the_address_says_what_to_do()
    {
        using var off = await _app.GetAsync("/dumps/catalog.nt");
        Assert.Equal(HttpStatusCode.NotFound, off.StatusCode);
        Assert.Contains("/catalog", (await CatalogApp.JsonOf(off)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sheet_has_a_row_for_each_dataset_and_its_text_is_never_a_formula()
    {
        Change("=HYPERLINK(\"http://evil.example\")");
        Build();
        var lines = Encoding.UTF8.GetString(await BytesAsync("catalog.csv")).Split("\r\n");
        Assert.StartsWith("identifier,address,title,description,", lines[0], StringComparison.Ordinal);
        Assert.Equal(_app.Services.GetRequiredService<DatasetStore>().Count() + 2, lines.Length);
        var row = Assert.Single(lines, line => line.StartsWith("arbres-rennes,", StringComparison.Ordinal));
        Assert.StartsWith($"arbres-rennes,{CatalogApp.BaseUrl}/datasets/arbres-rennes,\"'=HYPERLINK(\"\"http", row, StringComparison.Ordinal);
        Assert.Contains("Rennes Métropole", row, StringComparison.Ordinal);
        Assert.Contains("commune:35238", row, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private DumpBuilder Builder() => _app.Services.GetRequiredService<DumpBuilder>();

    private void Build(CatalogApp? app = null)
    {
        var services = (app ?? _app).Services;
        services.GetRequiredService<DumpFolder>().Open();
        Assert.NotNull(services.GetRequiredService<DumpBuilder>().Build(TestContext.Current.CancellationToken));
    }

    private void Change(string title)
    {
        var services = _app.Services;
        var datasets = services.GetRequiredService<DatasetStore>();
        var dataset = datasets.Find("arbres-rennes")!.Record;
        services.GetRequiredService<Database>().Write(
            "test", session => datasets.Save(session, dataset with { Title = LanguageMap.Of(title) }, new DateOnly(2026, 11, 24)));
    }

    private string PathOf(string name) => Folder.PathOf(Folder.Current!.Files.First(file => file.Name == name));

    /// <summary>Changes the bytes of a file beside the server.</summary>
    private void Damage(string name, Func<byte[], byte[]> change) => File.WriteAllBytes(PathOf(name), change(File.ReadAllBytes(PathOf(name))));

    /// <summary>The folder as the next run finds it.</summary>
    private DumpFolder Reopened()
    {
        var folder = new DumpFolder(_app.Services.GetRequiredService<DataCatalog.Configuration.CatalogOptions>());
        folder.Open();
        return folder;
    }

    private string Sequence() => _app.Services.GetRequiredService<Database>().Sequence.ToString(CultureInfo.InvariantCulture);

    private async Task<byte[]> BytesAsync(string name)
    {
        using var response = await _app.GetAsync($"/dumps/{name}");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    private static string Digest(byte[] bytes) => $"sha-256=:{Convert.ToBase64String(SHA256.HashData(bytes))}:";

    private static byte[] Unpacked(byte[] packed)
    {
        using var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        gzip.CopyTo(plain);
        return plain.ToArray();
    }
}
