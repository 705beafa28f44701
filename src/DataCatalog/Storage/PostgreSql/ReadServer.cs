using System.Globalization;
using Dapper;
using Npgsql;

namespace DataCatalog.Storage.PostgreSql;

/// <summary>One of the servers that may be read, with the connections to it.</summary>
internal sealed class ReadServer : IDisposable
{
    /// <summary>
    /// A server that is written counts, in the name of its log, how often a standby has taken over before (the timeline). A standby is
    /// asked for nothing that it might not allow.
    /// </summary>
    private const string StateSql = """
        select pg_is_in_recovery() as IsStandby,
          (select system_identifier::text from pg_control_system()) as Cluster,
          case when pg_is_in_recovery() then '' else substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8) end as Timeline
        """;

    private readonly NpgsqlDataSource _source;

    /// <summary>Connects to nothing yet.</summary>
    /// <param name="text">Names one server.</param>
    public ReadServer(NpgsqlConnectionStringBuilder text) =>
        (_source, Name) = (new NpgsqlDataSourceBuilder(text.ConnectionString).Build(), ServerText.PlaceOf(text));

    public string Name { get; }

    public NpgsqlConnection Open() => _source.OpenConnection();

    /// <summary>Asks the server what it is.</summary>
    /// <param name="last">The last change that was seen.</param>
    /// <exception cref="NpgsqlException">It cannot be reached.</exception>
    public FoundServer Ask(LastChange last)
    {
        var connection = Open();
        try
        {
            var state = connection.QuerySingle<State>(StateSql);
            return new FoundServer(
                this,
                connection,
                state.IsStandby,
                state.Cluster,
                int.TryParse(state.Timeline, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var timeline) ? timeline : 0,
                last.IsIn(connection));
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Closes the connections that nobody uses.</summary>
    public void Clear() => _source.Clear();

    public void Dispose() => _source.Dispose();

    private sealed record State(bool IsStandby, string Cluster, string Timeline);
}

/// <summary>A server that has answered.</summary>
/// <param name="Server">The server.</param>
/// <param name="Connection">A connection to it, which is disposed with this.</param>
/// <param name="IsStandby">Whether it follows another one, and cannot be written.</param>
/// <param name="Cluster">The identifier that it shares with its standbys.</param>
/// <param name="Timeline">How often a standby has taken over, and one; 0 for a standby.</param>
/// <param name="HasLast">Whether it has the last change that was seen.</param>
internal sealed record FoundServer(
    ReadServer Server, NpgsqlConnection Connection, bool IsStandby, string Cluster, int Timeline, bool HasLast) : IDisposable
{
    public void Dispose() => Connection.Dispose();
}
