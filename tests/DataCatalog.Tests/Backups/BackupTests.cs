using System.Security.Cryptography;
using Dapper;
using DataCatalog.Backups;
using DataCatalog.Storage;
using DataCatalog.Tests.Cli;
using DataCatalog.Tests.Storage;
using Microsoft.Data.Sqlite;

namespace DataCatalog.Tests.Backups;

/// <summary>A copy of the database in one file, and the way back.</summary>
public sealed class BackupTests : IDisposable
{
    /// <summary>What the names of the files of a database end with: the file and its log.</summary>
    private static readonly string[] Suffixes = ["", "-wal"];

    private readonly CliFixture _cli = new();

    private string File1 => Path.Combine(_cli.Folder, "backup.db");

    [Fact]
    public void A_restored_backup_gives_the_same_dump()
    {
        _cli.Fill();
        var before = Dump();
        var made = _cli.Run("backup", File1);
        File.Delete(_cli.Database);
        var restored = _cli.Run("restore", File1);

        Assert.Equal((0, ""), (made.Status, made.Error));
        Assert.Contains("datasets and the changes up to", made.Output, StringComparison.Ordinal);
        Assert.Equal((0, ""), (restored.Status, restored.Error));
        Assert.Equal(before, Dump());
        Assert.False(File.Exists(File1 + "-wal"), "A backup is one file.");
        Assert.Empty(Directory.EnumerateFiles(_cli.Folder, "*.tmp"));
    }

    [Fact]
    public void A_backup_may_be_made_beside_a_server_and_a_restore_may_not()
    {
        _cli.Fill();
        using var held = DatabaseLock.Take(_cli.Database);
        var restored = _cli.Run("restore", File1, "--force");

        Assert.Equal(0, _cli.Run("backup", File1).Status);
        Assert.Equal(1, restored.Status);
        Assert.Contains("in use by a server", restored.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_backup_overwrites_only_a_backup_and_only_when_asked_to()
    {
        _cli.Fill();
        Assert.Equal(0, _cli.Run("backup", File1).Status);
        var again = _cli.Run("backup", File1);
        var forced = _cli.Run("backup", File1, "--force");
        var text = Path.Combine(_cli.Folder, "notes.txt");
        File.WriteAllText(text, "mine");
        var other = _cli.Run("backup", text, "--force");
        var itself = _cli.Run("backup", _cli.Database, "--force");

        Assert.Equal((1, 0, 1, 1), (again.Status, forced.Status, other.Status, itself.Status));
        Assert.Contains("overwrite that backup with --force", again.Error, StringComparison.Ordinal);
        Assert.Contains("is no backup of a catalogue", other.Error, StringComparison.Ordinal);
        Assert.Contains("is the database", itself.Error, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(text));
    }

    [Fact]
    public void A_damaged_backup_is_refused_and_the_database_stays()
    {
        _cli.Fill();
        Assert.Equal(0, _cli.Run("backup", File1).Status);
        using (var file = new FileStream(File1, FileMode.Open, FileAccess.Write))
        {
            file.Position = file.Length / 2;
            file.Write(new byte[64 * 1024]);
        }

        var before = SHA256.HashData(File.ReadAllBytes(_cli.Database));
        var run = _cli.Run("restore", File1, "--force");

        Assert.Equal(1, run.Status);
        Assert.Contains("damaged", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, SHA256.HashData(File.ReadAllBytes(_cli.Database)));
    }

    [Theory]
    [InlineData("absent.db", "There is no file")]
    [InlineData("text.db", "is no backup: it is not a database")]
    [InlineData("empty.db", "is no backup: it is not a database")]
    [InlineData("other.db", "is the database of another program")]
    [InlineData("newer.db", "Use the newer program that made it")]
    public void What_is_no_backup_of_this_program_is_refused_in_a_sentence(string name, string words)
    {
        var file = Path.Combine(_cli.Folder, name);
        Make(name, file);
        var run = _cli.Run("restore", file);

        Assert.Equal(1, run.Status);
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_cli.Database));
    }

    [Fact]
    public void A_database_that_is_there_is_replaced_only_when_asked_to_and_then_kept_with_its_log()
    {
        _cli.Fill();
        Assert.Equal(0, _cli.Run("backup", File1).Status);
        var backedUp = Dump();
        LeaveChangesInLog();
        var later = Dump();
        var refused = _cli.Run("restore", File1);
        var restored = _cli.Run("restore", File1, "--force");

        Assert.NotEqual(backedUp, later);
        Assert.Equal(1, refused.Status);
        Assert.Contains("Replace it with --force", refused.Error, StringComparison.Ordinal);
        Assert.Equal(0, restored.Status);
        Assert.Equal(backedUp, Dump());
        var kept = Assert.Single(Directory.EnumerateFiles(_cli.Folder, "*.before-restore-*Z"));
        Assert.True(new FileInfo(kept + "-wal").Length > 0);
        Assert.Equal(later, Dump(kept));
    }

    [Fact]
    [Trait("Engine", "SQLite")]
    public async Task Backups_while_others_write_show_one_state_each_and_no_change_is_lost()
    {
        using var catalog = TestCatalog.Loaded();
        var states = new Dictionary<long, History> { [catalog.Database.Sequence] = catalog.Database.History };
        using var end = new CancellationTokenSource();
        var writer = Task.Run(
            () =>
            {
                for (var number = 0; !end.IsCancellationRequested; number++)
                {
                    catalog.Database.Write("test", session => session.Log(Kinds.Synonyms, Kinds.Synonyms, "update", number + 100, "[]"));
                    lock (states)
                    {
                        states[catalog.Database.Sequence] = catalog.Database.History;
                    }
                }
            },
            TestContext.Current.CancellationToken);
        var made = new List<(long Before, Backup Backup)>();
        for (var number = 0; number < 8; number++)
        {
            var before = catalog.Database.Sequence;
            made.Add((before, Backup.Make(catalog.Database, Path.Combine(_cli.Folder, $"{number}.db"))));
        }

        await end.CancelAsync();
        await writer;

        Assert.All(made, one => Assert.InRange(one.Backup.Sequence, one.Before, catalog.Database.Sequence));
        Assert.True(made[^1].Backup.Sequence > made[0].Backup.Sequence, "Nobody wrote meanwhile.");
        Assert.All(made, one => Assert.Equal(states[one.Backup.Sequence], HistoryOf(one.Backup.Path)));
    }

    public void Dispose() => _cli.Dispose();

    private static History HistoryOf(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return History.Read(connection);
    }

    private static void Make(string name, string file)
    {
        switch (name)
        {
            case "absent.db":
                break;
            case "text.db":
                File.WriteAllText(file, "no database at all, though as long as the first bytes of one");
                break;
            case "empty.db":
                File.WriteAllText(file, "");
                break;
            case "other.db":
                Execute(file, "create table theirs (id)");
                break;
            default:
                SeededDatabase.CopyTo(file);
                Execute(file, "pragma user_version = 999");
                break;
        }
    }

    private static void Execute(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        connection.Execute(sql);
    }

    /// <summary>Changes the database as a process that ended without a checkpoint leaves it: the change is in the log alone.</summary>
    private void LeaveChangesInLog()
    {
        var copy = Path.Combine(_cli.Folder, "copy.db");
        using (var database = new Database(_cli.Database, TimeProvider.System))
        {
            database.Migrate();
            using var reader = database.OpenRead();
            database.Write("test", session => session.Execute(
                "update dataset set document = json_set(document, '$.title.fr', 'Après') where id = 'arbres-rennes'"));
            File.Copy(_cli.Database, copy);
            File.Copy(_cli.Database + "-wal", copy + "-wal");
        }

        File.Delete(_cli.Database + "-shm");
        File.Move(copy, _cli.Database, overwrite: true);
        File.Move(copy + "-wal", _cli.Database + "-wal", overwrite: true);
    }

    /// <summary>The digest of the whole catalogue, read without changing the files.</summary>
    private string Dump(string? database = null)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_cli.Folder, Guid.NewGuid().ToString("N"))).FullName;
        var copy = Path.Combine(folder, "catalog.db");
        foreach (var suffix in Suffixes.Where(suffix => File.Exists((database ?? _cli.Database) + suffix)))
        {
            File.Copy((database ?? _cli.Database) + suffix, copy + suffix);
        }

        var run = _cli.RunWith([$"Catalog:Database={copy}"], "export", Path.Combine(folder, "all.nt"));
        Assert.Equal((0, ""), (run.Status, run.Error));
        return Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, "all.nt"))));
    }
}
