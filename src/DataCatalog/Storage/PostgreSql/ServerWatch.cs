using Dapper;
using Npgsql;

namespace DataCatalog.Storage.PostgreSql;

/// <summary>
/// Notices that a catalogue has changed, by its last change, over a connection that stays open. While that connection works, the server has
/// not ended, so its history goes on. One thread at a time may ask.
/// </summary>
/// <param name="connection">The connection, which it disposes.</param>
internal sealed class ServerWatch(NpgsqlConnection connection) : IDisposable
{
    private const string LastSql = "select coalesce(max(sequence), 0) from change";

    /// <summary>How long the server may take, in seconds: every answer that is made waits for it.</summary>
    private const int Longest = 2;

    private readonly NpgsqlCommand _command = new(LastSql, connection) { CommandTimeout = Longest };
    private long? _seen;

    /// <summary>Whether the catalogue has changed since the last call; the first call says so too.</summary>
    public bool HasChanged()
    {
        var last = (long)_command.ExecuteScalar()!;
        var hasChanged = last != _seen;
        _seen = last;
        return hasChanged;
    }

    /// <summary>Whether the server has the change of a number, or a later one.</summary>
    public static bool Has(long sequence, NpgsqlConnection connection) => connection.ExecuteScalar<long>(LastSql) >= sequence;

    public void Dispose()
    {
        _command.Dispose();
        connection.Dispose();
    }
}
