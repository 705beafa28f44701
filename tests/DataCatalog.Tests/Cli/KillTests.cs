using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using DataCatalog.Backups;
using DataCatalog.Storage;

namespace DataCatalog.Tests.Cli;

/// <summary>
/// Kills the program at any moment (SIGKILL), as a crash or the operating system does. <c>KILLS</c> is the number of times for each
/// command.
/// </summary>
[Trait("Speed", "Slow")]
public sealed class KillTests : IDisposable
{
    private const int Usual = 2;
    private const string Urls = "--urls=http://127.0.0.1:0";

    private static readonly int Kills =
        int.TryParse(Environment.GetEnvironmentVariable("KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills : Usual;

    private readonly CliFixture _cli = new();
    private readonly Random _random = new(20261130);

    private string Target => Path.Combine(_cli.Folder, "copy.db");

    [Fact]
    public async Task A_load_that_is_killed_leaves_a_whole_database_and_can_be_run_again()
    {
        _cli.Fill();
        var sequence = SequenceOf();
        var time = await TimeOf(() => KillAsync(TimeSpan.MaxValue, "seed"));
        for (var number = 0; number < Kills; number++)
        {
            _cli.Edit("datasets.csv", text => text.Replace($"({number}) Arbres", "Arbres", StringComparison.Ordinal)
                .Replace("Arbres", $"({number + 1}) Arbres", StringComparison.Ordinal));
            await KillAsync(_random.NextDouble() * time, "seed");
            Assert.Equal(0, _cli.Run("backup", Target, "--force").Status);
            Assert.InRange(SequenceOf(), sequence, long.MaxValue);
            sequence = SequenceOf();
        }

        var completed = _cli.Run("seed");
        Assert.Equal((0, ""), (completed.Status, completed.Error));
        var again = _cli.Run("seed");
        Assert.Contains("datasets: 0 created, 0 changed", again.Output, StringComparison.Ordinal);
        Assert.Equal(0, _cli.Run("export", Path.Combine(_cli.Folder, "all.nt")).Status);
        var dump = await File.ReadAllTextAsync(Path.Combine(_cli.Folder, "all.nt"), TestContext.Current.CancellationToken);
        Assert.Contains($"({Kills}) Arbres", dump, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_that_is_killed_is_whole_or_not_there()
    {
        _cli.Fill();
        var time = await TimeOf(() => KillAsync(TimeSpan.MaxValue, "backup", Target));
        Assert.True(Backup.Read(Target).Sequence > 0);
        for (var number = 0; number < Kills; number++)
        {
            File.Delete(Target);
            await KillAsync(_random.NextDouble() * time, "backup", Target);
            Assert.True(!File.Exists(Target) || Backup.Read(Target).Sequence == SequenceOf(), "A part of a backup has its name.");
        }
    }

    [Fact]
    public async Task Dumps_whose_building_is_killed_are_whole_when_they_are_served()
    {
        _cli.Fill();
        var time = await TimeOf(async () =>
        {
            using var server = ServerProcess.Start(_cli, Urls);
            await server.ReadUntil("The dumps hold");
        });
        for (var number = 0; number < Kills; number++)
        {
            DeleteDumps();
            await KillAsync(time * (0.5 + (_random.NextDouble() / 2)), Urls);
        }

        using var last = ServerProcess.Start(_cli, Urls);
        using var client = new HttpClient { BaseAddress = await last.Address() };
        var files = (await ListAsync(client)).GetProperty("files").EnumerateArray().ToList();
        Assert.Equal(12, files.Count);
        foreach (var file in files)
        {
            var bytes = await client.GetByteArrayAsync(
                new Uri($"/dumps/{file.GetProperty("name").GetString()}", UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(file.GetProperty("sha256").GetString(), Convert.ToBase64String(SHA256.HashData(bytes)));
        }
    }

    public void Dispose() => _cli.Dispose();

    /// <summary>A server that was killed early has not made the folder.</summary>
    private void DeleteDumps()
    {
        var folder = new DirectoryInfo(Path.Combine(_cli.Folder, "catalog-dumps"));
        if (folder.Exists)
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Runs a command, and kills it after a time unless it has ended.</summary>
    private async Task KillAsync(TimeSpan after, params string[] command)
    {
        using var process = ServerProcess.Start(_cli, command);
        var end = process.Exit();
        if (after != TimeSpan.MaxValue)
        {
            await Task.WhenAny(end, Task.Delay(after, TestContext.Current.CancellationToken));
            await process.Kill();
        }

        await end;
    }

    private static async Task<TimeSpan> TimeOf(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed;
    }

    private static async Task<System.Text.Json.JsonElement> ListAsync(HttpClient client)
    {
        for (var tries = 0; ; tries++)
        {
            using var response = await client.GetAsync(new Uri("/dumps", UriKind.Relative), TestContext.Current.CancellationToken);
            if (response.IsSuccessStatusCode)
            {
                return await CatalogApp.JsonOf(response);
            }

            Assert.True(tries < 600, "The dumps were not made within a minute.");
            await Task.Delay(TimeSpan.FromMilliseconds(100), TestContext.Current.CancellationToken);
        }
    }

    private long SequenceOf()
    {
        using var database = new Database(_cli.Database, TimeProvider.System);
        database.OpenExisting();
        return database.Sequence;
    }
}
