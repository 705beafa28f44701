using System.Net;
using DataCatalog.Datasets;
using DataCatalog.Dcat.Records;
using DataCatalog.Harvesting.Dumps;
using DataCatalog.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DataCatalog.Tests.Harvesting;

/// <summary>The work in the background that keeps dumps as new as the settings ask.</summary>
[Trait("Speed", "Slow")]
public sealed class DumpRebuildTests
{
    [Fact]
    public async Task A_dump_that_fails_in_the_background_leaves_the_service_as_it_is()
    {
        await using var app = new CatalogApp
        {
            DumpMinutes = 1,
            Time = new FakeTimeProvider(TimeProvider.System.GetUtcNow()),
            BlocksDumpFolder = true,
        };
        var folder = app.Services.GetRequiredService<DumpFolder>();
        await WhenAsync(() => folder.Fault is not null);
        using var catalog = await app.GetAsync("/catalog.ttl?pageSize=1");
        using var dumps = await app.GetAsync("/dumps/catalog.nt");

        Assert.Equal(HttpStatusCode.OK, catalog.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, dumps.StatusCode);
        Assert.NotNull(dumps.Headers.RetryAfter);
        var problem = await CatalogApp.JsonOf(dumps);
        Assert.Equal("urn:datacatalog:problem:not-ready", problem.GetProperty("type").GetString());
        Assert.Equal(
            "There is no dump, because the server cannot write into the folder of the dumps; the server's log says more. "
            + "Walk through '/catalog' meanwhile.",
            problem.GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Dumps_that_are_gone_or_changed_are_made_anew_soon_and_never_served_false(bool gone)
    {
        await using var app = new CatalogApp { DumpMinutes = 60, Time = new FakeTimeProvider(TimeProvider.System.GetUtcNow()) };
        await SequenceWhenAsync(app, sequence => sequence is not null);
        var folder = app.Services.GetRequiredService<DumpFolder>();
        if (gone)
        {
            Directory.Delete(folder.Path, recursive: true);
        }
        else
        {
            await File.AppendAllTextAsync(folder.PathOf(folder.Current!.Files[0]), "false", TestContext.Current.CancellationToken);
        }

        using var first = await app.GetAsync($"/dumps/{folder.Current!.Files[0].Name}");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, TimeSpan.FromMinutes(1)), (first.StatusCode, first.Headers.RetryAfter!.Delta));
        Assert.Equal("urn:datacatalog:problem:not-ready", (await CatalogApp.JsonOf(first)).GetProperty("type").GetString());
        await WhenAsync(() => folder.IsIntact());
        using var again = await app.GetAsync($"/dumps/{folder.Current!.Files[0].Name}");
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task Before_the_first_dump_the_answer_is_503_and_afterwards_dumps_follow_the_changes()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var app = new CatalogApp { DumpMinutes = 3, Time = time };
        using var early = await app.GetAsync("/dumps");
        var first = await SequenceWhenAsync(app, sequence => sequence is not null);
        var datasets = app.Services.GetRequiredService<RecordReader<Dataset>>();
        var dataset = datasets.Find("arbres-rennes")!.Record;
        app.Services.GetRequiredService<Database>().Write("test", session =>
            DatasetStore.Writer.Save(session, dataset with { Keywords = ["platanes"] }, new DateOnly(2026, 11, 24)));
        time.Advance(TimeSpan.FromMinutes(3));
        var second = await SequenceWhenAsync(app, sequence => sequence != first);

        Assert.True(
            early.StatusCode == HttpStatusCode.OK
            || early is { StatusCode: HttpStatusCode.ServiceUnavailable, Headers.RetryAfter: not null });
        Assert.Equal(first + 1, second);
    }

    /// <summary>Waits for the work in the background, at most a minute.</summary>
    private static async Task<long?> SequenceWhenAsync(CatalogApp app, Func<long?, bool> isWanted)
    {
        var folder = app.Services.GetRequiredService<DumpFolder>();
        await WhenAsync(() => isWanted(folder.Current?.Sequence));
        return folder.Current?.Sequence;
    }

    private static async Task WhenAsync(Func<bool> isSo)
    {
        for (var attempt = 0; attempt < 600; attempt++)
        {
            if (isSo())
            {
                return;
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException("No dump was made in a minute.");
    }
}
