using Microsoft.Data.Sqlite;

namespace DataCatalog.Storage.Sqlite;

/// <summary>
/// Notices that a database file has changed: SQLite's <c>data_version</c> of a connection that stays open differs after each commit of
/// another connection (sqlite.org/pragma.html). One thread at a time may ask.
/// </summary>
internal sealed class Watch
{
    private SqliteConnection? _connection;
    private SqliteCommand? _command;
    private long? _seen;

    /// <summary>Whether the file has changed since the last call; the first call says so too.</summary>
    /// <param name="open">Opens a connection, which is kept.</param>
    public bool HasChanged(Func<SqliteConnection> open)
    {
        var version = (long)(_command ??= Command(open)).ExecuteScalar()!;
        var hasChanged = version != _seen;
        _seen = version;
        return hasChanged;
    }

    /// <summary>Makes the next call say that the file has changed, and opens it anew then.</summary>
    public void Forget()
    {
        _command?.Dispose();
        _connection?.Dispose();
        (_command, _connection, _seen) = (null, null, null);
    }

    private SqliteCommand Command(Func<SqliteConnection> open)
    {
        _connection = open();
        var command = _connection.CreateCommand();
        command.CommandText = "pragma data_version";
        return command;
    }
}
