using Dapper;
using DataCatalog.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace DataCatalog.Tests.Storage;

[Trait("Engine", "SQLite")]
public sealed class ConnectionsTests : IDisposable
{
    private readonly TestCatalog _catalog = new();
    private readonly Connections _connections;

    public ConnectionsTests() => _connections = new Connections(_catalog.Path);

    [Theory]
    [InlineData("foreign_keys", 1)]
    [InlineData("synchronous", 1)]
    [InlineData("busy_timeout", 5000)]
    [InlineData("query_only", 1)]
    public void A_reader_has_its_pragmas(string pragma, long value) => AssertPragma(_connections.OpenRead, pragma, value);

    [Theory]
    [InlineData("foreign_keys", 1)]
    [InlineData("synchronous", 1)]
    [InlineData("busy_timeout", 5000)]
    [InlineData("query_only", 0)]
    public void A_writer_has_its_pragmas(string pragma, long value) => AssertPragma(_connections.OpenWrite, pragma, value);

    [Fact]
    public void The_journal_is_a_write_ahead_log()
    {
        using var connection = _connections.OpenRead();
        Assert.Equal("wal", connection.ExecuteScalar<string>("pragma journal_mode"));
    }

    [Theory]
    [InlineData("foreign_keys", 0, 1)]
    [InlineData("synchronous", 0, 1)]
    [InlineData("busy_timeout", 1, 5000)]
    [InlineData("query_only", 1, 0)]
    public void A_pooled_writer_does_not_keep_the_pragmas_of_its_last_user(string pragma, long left, long expected)
    {
        Leave(_connections.OpenWrite, pragma, left);
        AssertPragma(_connections.OpenWrite, pragma, expected);
    }

    [Theory]
    [InlineData("foreign_keys", 0, 1)]
    [InlineData("busy_timeout", 1, 5000)]
    [InlineData("query_only", 0, 1)]
    public void A_pooled_reader_does_not_keep_the_pragmas_of_its_last_user(string pragma, long left, long expected)
    {
        Leave(_connections.OpenRead, pragma, left);
        AssertPragma(_connections.OpenRead, pragma, expected);
    }

    [Fact]
    public void A_reader_cannot_write()
    {
        using var connection = _connections.OpenRead();
        connection.Execute("pragma query_only = off");
        var error = Assert.Throws<SqliteException>(() => connection.Execute("insert into setting (name, value) values ('a', 'b')"));
        Assert.Equal(8, error.SqliteErrorCode);
    }

    public void Dispose()
    {
        _connections.Clear();
        _catalog.Dispose();
    }

    private static void Leave(Func<SqliteConnection> open, string pragma, long value)
    {
        using var connection = open();
        connection.Execute($"pragma {pragma} = {value}");
    }

    private static void AssertPragma(Func<SqliteConnection> open, string pragma, long expected)
    {
        using var connection = open();
        Assert.Equal(expected, connection.ExecuteScalar<long>($"pragma {pragma}"));
    }
}
