using DataCatalog.Backups;
using DataCatalog.Storage;
using DataCatalog.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DataCatalog.Tests.Backups;

/// <summary>Regular backups, by a clock of the test.</summary>
public sealed class BackupScheduleTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 30, 3, 0, 0, TimeSpan.Zero));

    private string Folder => _folder.PathOf("backups");

    [Fact]
    public async Task One_is_made_at_once_and_then_every_day_and_the_oldest_goes()
    {
        await using var app = App();
        await app.GetAsync("/");
        string[] first = ["datacatalog-20261130T030000Z.db"];
        Assert.Equal(first, await NamesAsync(names => names.Length == 1));
        _time.Advance(TimeSpan.FromHours(23));
        _time.Advance(TimeSpan.FromHours(1));
        string[] second = [.. first, "datacatalog-20261201T030000Z.db"];
        Assert.Equal(second, await NamesAsync(names => names.Length == 2));
        _time.Advance(TimeSpan.FromHours(24));
        string[] third = ["datacatalog-20261201T030000Z.db", "datacatalog-20261202T030000Z.db"];
        Assert.Equal(third, await NamesAsync(names => names is [_, "datacatalog-20261202T030000Z.db"]));
        Assert.Equal(
            app.Services.GetRequiredService<Database>().Sequence,
            Backup.Read(app.Services.GetRequiredService<BackupFolder>().Newest!).Sequence);
    }

    [Fact]
    public async Task One_that_a_wrong_clock_dated_in_the_future_stops_none()
    {
        Directory.CreateDirectory(Folder);
        string[] both = ["datacatalog-20261130T030000Z.db", "datacatalog-20400101T000000Z.db"];
        await File.WriteAllTextAsync(Path.Combine(Folder, both[1]), "of the future", TestContext.Current.CancellationToken);
        await using var app = App();
        await app.GetAsync("/");

        Assert.Equal(both, await NamesAsync(names => names.Length == 2));
    }

    [Fact]
    public async Task Other_files_of_the_folder_are_left_alone()
    {
        Directory.CreateDirectory(Folder);
        string[] others = ["datacatalog-notes.db", "mine.txt"];
        others.ToList().ForEach(name => File.WriteAllText(Path.Combine(Folder, name), "mine"));
        await using var app = App();
        await app.GetAsync("/");
        for (var day = 1; day < 4; day++)
        {
            await NamesAsync(names => names.Length >= Math.Min(day, 2) + others.Length);
            _time.Advance(TimeSpan.FromHours(24));
        }

        var names = await NamesAsync(names => names.Length == 2 + others.Length);
        Assert.Subset(names.ToHashSet(StringComparer.Ordinal), others.ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_a_killed_server_left_of_a_backup_goes()
    {
        Directory.CreateDirectory(Folder);
        var rest = Path.Combine(Folder, "datacatalog-20261129T030000Z.db.0123456789abcdef0123456789abcdef.tmp");
        await File.WriteAllTextAsync(rest, "a part", TestContext.Current.CancellationToken);
        await using var app = App();
        await app.GetAsync("/");

        Assert.Equal("datacatalog-20261130T030000Z.db", Assert.Single(await NamesAsync(names => names.Length == 1)));
        Assert.False(File.Exists(rest));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_stops_nothing()
    {
        await File.WriteAllTextAsync(Folder, "a file where the folder should be", TestContext.Current.CancellationToken);
        await using var app = App();
        using var response = await app.GetAsync("/");
        _time.Advance(TimeSpan.FromMinutes(6));
        using var later = await app.GetAsync("/datasets/arbres-rennes");

        Assert.True(response.IsSuccessStatusCode && later.IsSuccessStatusCode);
    }

    public void Dispose() => _folder.Dispose();

    private CatalogApp App()
    {
        SeededDatabase.CopyTo(_folder.PathOf("catalog.db"));
        return new CatalogApp
        {
            Database = _folder.PathOf("catalog.db"),
            Time = _time,
            Settings = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Catalog:BackupFolder"] = Folder,
                ["Catalog:BackupsKept"] = "2",
            },
        };
    }

    /// <summary>The names in the folder, once they are what is waited for, a minute at most.</summary>
    private async Task<string[]> NamesAsync(Func<string[], bool> isWanted)
    {
        string[] names = [];
        for (var tries = 0; tries < 600; tries++)
        {
            names = Directory.Exists(Folder)
                ? [.. Directory.EnumerateFiles(Folder)
                    .Select(path => Path.GetFileName(path))
                    .Where(name => !name.EndsWith(".tmp", StringComparison.Ordinal))
                    .Order(StringComparer.Ordinal)]
                : [];
            if (isWanted(names))
            {
                break;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TestContext.Current.CancellationToken);
        }

        return names;
    }
}
