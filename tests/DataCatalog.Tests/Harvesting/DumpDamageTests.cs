using System.Net;
using System.Security.Cryptography;
using DataCatalog.Harvesting.Dumps;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DataCatalog.Tests.Harvesting;

/// <summary>Dumps that are lost, changed, cut or made again.</summary>
[Trait("Speed", "Slow")]
public sealed class DumpDamageTests(BuiltDumps built) : DumpScenario(built)
{
    [Fact]
    public async Task When_a_dump_cannot_be_made_the_one_before_is_still_served()
    {
        Take();
        var before = await BytesAsync("catalog.nt");
        var files = Files();
        BrokenDataset.Make(App, "arbres-rennes");
        Assert.Throws<InvalidOperationException>(() => Builder().Build(TestContext.Current.CancellationToken));
        Assert.Equal(files, Files());
        Assert.Equal(before, await BytesAsync("catalog.nt"));
    }

    [Fact]
    public void A_later_run_takes_up_the_files_of_an_earlier_one_only_when_they_are_whole()
    {
        Take();
        var again = Reopened();
        Assert.Equal(Folder.Current!.Sequence, again.Current!.Sequence);

        File.AppendAllText(Folder.PathOf(Folder.Current.Files[0]), "x");
        var damaged = Reopened();
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
        Take();
        Damage("catalog.nt", bytes => bytes[..^10]);
        using var cut = await App.GetAsync("/dumps/catalog.nt");
        using var list = await App.GetAsync("/dumps");
        using var other = await App.GetAsync("/dumps/catalog.ttl");
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
        Take();
        var written = File.GetLastWriteTimeUtc(PathOf("catalog.rdf.gz"));
        Damage("catalog.rdf.gz", bytes => new byte[bytes.Length]);
        File.SetLastWriteTimeUtc(PathOf("catalog.rdf.gz"), written);
        Assert.Null(Reopened().Current);
    }

    [Fact]
    public async Task A_file_that_was_only_touched_is_read_again_and_served()
    {
        Take();
        File.SetLastWriteTimeUtc(PathOf("catalog.nt"), new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc));
        using var touched = await App.GetAsync("/dumps/catalog.nt");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, touched.StatusCode);
        Folder.Open();
        Assert.True(Builder().IsUpToDate);
        Assert.NotEmpty(await BytesAsync("catalog.nt"));
    }

    [Fact]
    public async Task A_file_that_is_gone_is_503_and_files_made_anew_are_as_before()
    {
        Take();
        var before = await BytesAsync("catalog.nt");
        File.Delete(PathOf("catalog.nt"));
        using var gone = await App.GetAsync("/dumps/catalog.nt");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, gone.StatusCode);
        Build();
        Assert.Equal(before, await BytesAsync("catalog.nt"));
    }

    [Fact]
    public void A_manifest_that_names_files_elsewhere_is_not_believed()
    {
        Take();
        var manifest = Path.Combine(Folder.Path, "manifest.json");
        var first = Folder.Current!.Files[0];
        File.Copy(Folder.PathOf(first), Path.Combine(Folder.Path, "..", "secret"));
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace(first.StoredAs, "../secret", StringComparison.Ordinal));
        Assert.Null(Reopened().Current);
    }

    [Fact]
    public async Task A_pipe_in_the_place_of_a_file_is_not_waited_for()
    {
        Take();
        File.Delete(PathOf("catalog.nt"));
        Commands.Run("mkfifo", PathOf("catalog.nt"));
        using var response = await App.GetAsync("/dumps/catalog.nt");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Null(Reopened().Current);
    }

    [Fact]
    public async Task What_cannot_be_read_in_the_place_of_a_file_is_made_anew()
    {
        Take();
        var path = PathOf("catalog.nt");
        File.Delete(path);
        Directory.CreateDirectory(path);
        using var response = await App.GetAsync("/dumps/catalog.nt");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Null(Reopened().Current);
    }

    [Fact]
    public void A_download_that_has_begun_ends_though_the_file_is_deleted()
    {
        Take();
        var file = Folder.Current!.Files.First(file => file.Name == "catalog.nt");
        using var begun = Folder.OpenIntact(file)!;
        File.Delete(Folder.PathOf(file));

        Assert.Equal(file.Sha256, Convert.ToBase64String(SHA256.HashData(begun)));
        Assert.Null(Folder.OpenIntact(file));
    }

    [Fact]
    public async Task The_time_of_a_set_is_never_before_that_of_the_last_one()
    {
        var ahead = new DateTimeOffset(2031, 1, 2, 3, 4, 5, TimeSpan.Zero);
        await using var app = new CatalogApp { Time = new FakeTimeProvider(ahead) };
        BuiltDumps.Build(app);
        var folder = app.Services.GetRequiredService<DumpFolder>();
        folder.Publish(folder.Current! with { BuiltAt = ahead.AddYears(1) });
        BuiltDumps.Build(app);
        Assert.Equal(ahead.AddYears(1), folder.Current!.BuiltAt);
    }

    [Fact]
    public void Files_of_others_in_the_folder_stay()
    {
        Take();
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
        Take();
        await using var other = new CatalogApp { Time = new FakeTimeProvider(new DateTimeOffset(2031, 1, 2, 3, 4, 5, TimeSpan.Zero)) };
        BuiltDumps.Build(other);
        var (ours, theirs) = (Folder.Current!, other.Services.GetRequiredService<DumpFolder>().Current!);
        Assert.Equal(ours.Sequence, theirs.Sequence);
        Assert.NotEqual(ours.Origin, theirs.Origin);
        Assert.Empty(ours.Files.Select(file => file.StoredAs)
            .Intersect(theirs.Files.Select(file => file.StoredAs), StringComparer.Ordinal));

        Folder.Publish(ours with { Origin = theirs.Origin });
        Assert.False(Builder().IsUpToDate);
    }

    [Fact]
    public void Work_that_is_stopped_leaves_nothing_behind()
    {
        Take();
        var files = Files();
        Change("Premier titre");
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        Assert.Throws<OperationCanceledException>(() => Builder().Build(stopped.Token));
        Assert.Equal(files, Files());
    }

    private IEnumerable<string> Files() => Directory.GetFiles(Folder.Path).Order(StringComparer.Ordinal);
}
