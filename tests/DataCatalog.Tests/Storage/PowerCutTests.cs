using Dapper;
using DataCatalog.Storage;

namespace DataCatalog.Tests.Storage;

/// <summary>
/// A power cut between a write and its flush: of what was written to the log since the disk last flushed it, any part may be missing. The
/// file is then opened as the next start finds it.
/// </summary>
[Trait("Engine", "SQLite")]
public sealed class PowerCutTests : IDisposable
{
    private const int Changes = 30;
    private const int Cuts = 60;
    private const int Sector = 512;

    private readonly TestCatalog _catalog = new();
    private readonly TemporaryFolder _after = new();
    private readonly Random _random = new(20261130);

    [Fact]
    public void A_log_that_ends_anywhere_leaves_whole_changes_only() => CutAgainAndAgain(log => log[.._random.Next(log.Length + 1)]);

    [Fact]
    public void Sectors_that_were_never_written_leave_whole_changes_only() => CutAgainAndAgain(log =>
    {
        for (var lost = _random.Next(1, 4); lost > 0; lost--)
        {
            var start = _random.Next(log.Length / Sector) * Sector;
            Array.Clear(log, start, Math.Min(Sector, log.Length - start));
        }

        return log;
    });

    public void Dispose()
    {
        _catalog.Dispose();
        _after.Dispose();
    }

    private void CutAgainAndAgain(Func<byte[], byte[]> cut)
    {
        for (var number = 1; number <= Changes; number++)
        {
            Change(_catalog.Database, number);
        }

        var found = Enumerable.Range(0, Cuts).Select(_ => AfterCut(cut)).ToHashSet();
        Assert.True(found.Count > Cuts / 6, $"The cuts left only {found.Count} states."); // the cuts are not all before or after everything
    }

    /// <summary>Opens a copy of the file with a damaged log; returns the number of the last change in it.</summary>
    private long AfterCut(Func<byte[], byte[]> cut)
    {
        var path = _after.PathOf($"{Guid.NewGuid():N}.db");
        File.Copy(_catalog.Path, path);
        File.WriteAllBytes($"{path}-wal", cut(File.ReadAllBytes($"{_catalog.Path}-wal")));
        using var database = new Database(path, _catalog.Time);
        database.Migrate();
        var sequence = database.Sequence;
        using (var connection = database.OpenRead())
        {
            Assert.Equal("ok", connection.ExecuteScalar<string>("pragma integrity_check"));
            Assert.Equal(Enumerable.Range(1, (int)sequence).Select(number => $"{number:D2}"), connection.Query<string>(
                "select name from setting where name glob '[0-9][0-9]' order by name"));
            Assert.Equal(sequence, connection.ExecuteScalar<long>("select count(*) from change"));
        }

        Change(database, (int)sequence + 1);
        Assert.Equal(sequence + 1, database.Sequence);
        return sequence;
    }

    private static void Change(Database database, int number) => database.Write("test", session =>
    {
        session.Execute("insert into setting (name, value) values (@name, hex(zeroblob(5000)))", ("@name", $"{number:D2}"));
        session.Log(Kinds.Agent, "a", "create", number, "{}");
    });
}
