using System.Data.Common;

namespace DataCatalog.Storage.PostgreSql;

/// <summary>
/// Notices that a catalogue has changed, by its last change, over a connection that stays open. One thread at a time may ask.
/// </summary>
internal sealed class ServerWatch
{
    /// <summary>How long the server may take, in seconds: every answer that is made waits for it.</summary>
    private const int Longest = 2;

    private DbConnection? _connection;
    private DbCommand? _command;
    private long? _seen;

    /// <summary>Whether the catalogue has changed since the last call; the first call says so too.</summary>
    /// <param name="open">Opens a connection, which is kept.</param>
    public bool HasChanged(Func<DbConnection> open)
    {
        var last = (long)(_command ??= Command(open)).ExecuteScalar()!;
        var hasChanged = last != _seen;
        _seen = last;
        return hasChanged;
    }

    /// <summary>Makes the next call say that the catalogue has changed, over a new connection.</summary>
    public void Forget()
    {
        _command?.Dispose();
        _connection?.Dispose();
        (_command, _connection, _seen) = (null, null, null);
    }

    private DbCommand Command(Func<DbConnection> open)
    {
        _connection = open();
        var command = _connection.CreateCommand();
        command.CommandText = "select coalesce(max(sequence), 0) from change";
        command.CommandTimeout = Longest;
        return command;
    }
}
