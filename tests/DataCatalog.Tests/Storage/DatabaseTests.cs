using Dapper;
using DataCatalog.Storage;
using Microsoft.Extensions.Time.Testing;

namespace DataCatalog.Tests.Storage;

public sealed class DatabaseTests : IDisposable
{
    private const string Insert = "insert into setting (name, value) values (@name, '')";

    private const string CountSql = "select count(*) from setting where name <> 'schema'";

    private readonly TestCatalog _catalog = new();

    [Fact]
    public void Writers_queue_behind_one_gate()
    {
        var inside = 0;
        var most = 0;
        Parallel.For(0, 50, new ParallelOptions { MaxDegreeOfParallelism = 8 }, number => _catalog.Database.Write("test", session =>
        {
            most = Math.Max(most, Interlocked.Increment(ref inside));
            session.Execute(Insert, ("@name", $"{number}"));
            Thread.Sleep(1);
            Interlocked.Decrement(ref inside);
        }));
        Assert.Equal(1, most);
        Assert.Equal(50, _catalog.Scalar<int>(CountSql));
    }

    [Fact]
    public void A_write_that_throws_leaves_nothing_and_opens_the_gate_again()
    {
        Assert.Throws<InvalidOperationException>(() => _catalog.Database.Write("test", session =>
        {
            session.Execute(Insert, ("@name", "lost"));
            session.Log(Kinds.Agent, "lost", "create", 1, "{}");
            throw new InvalidOperationException();
        }));
        Assert.Equal(0, _catalog.Scalar<int>(CountSql));
        Assert.Equal(0, _catalog.Database.Sequence);
        _catalog.Database.Write("test", session => session.Execute(Insert, ("@name", "kept")));
        Assert.Equal(1, _catalog.Scalar<int>(CountSql));
    }

    [Fact]
    public void A_reader_keeps_its_snapshot_while_somebody_writes()
    {
        using var snapshot = _catalog.Database.OpenSnapshot();
        var connection = snapshot.Connection;
        Assert.Equal(0, connection.ExecuteScalar<int>(CountSql));
        _catalog.Database.Write("test", session => session.Execute(Insert, ("@name", "new")));
        Assert.Equal(0, connection.ExecuteScalar<int>(CountSql));
        Assert.Equal(1, _catalog.Scalar<int>(CountSql));
    }

    [Fact]
    public void The_sequence_moves_with_the_commit_and_not_before()
    {
        var during = _catalog.Database.Write("test", session =>
        {
            session.Log(Kinds.Dataset, "a", "create", 1, "{}");
            return _catalog.Database.Sequence;
        });
        Assert.Equal(0, during);
        Assert.Equal(1, _catalog.Database.Sequence);
        Assert.Equal(0, _catalog.Database.ReferenceRevision);
    }

    [Fact]
    public void The_time_of_a_change_is_never_before_that_of_the_last_one()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2031, 1, 1, 12, 0, 0, TimeSpan.Zero));
        using var ahead = new Database(_catalog.Text, time);
        ahead.Migrate();
        string Change(long version) => ahead.Write("test", session =>
        {
            session.Log(Kinds.Dataset, "a", "create", version, "{}");
            return session.At;
        });
        Assert.Equal("2031-01-01T12:00:00Z", Change(1));
        using var right = new Database(_catalog.Text, new FakeTimeProvider(new DateTimeOffset(2030, 6, 1, 0, 0, 0, TimeSpan.Zero)));
        right.Migrate();
        Assert.Equal("2031-01-01T12:00:00Z", right.Write("test", session => session.At));
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("2031-01-01T12:01:00Z", Change(2));
    }

    public void Dispose() => _catalog.Dispose();
}
