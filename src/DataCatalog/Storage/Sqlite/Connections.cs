using Dapper;
using Microsoft.Data.Sqlite;

namespace DataCatalog.Storage.Sqlite;

/// <summary>
/// Opens connections. A pooled connection keeps the pragmas of its last user, so every opening sets every pragma, and readers and writers
/// have separate pools.
/// </summary>
/// <param name="path">The file.</param>
internal sealed class Connections(string path)
{
    private const string ReadPragmas =
        "pragma busy_timeout = 5000; pragma foreign_keys = on; pragma synchronous = normal; pragma query_only = on;";

    /// <summary>
    /// A checkpoint cuts a write-ahead log that has grown beyond 16 MB, as a load makes it, so that it does not keep the disk.
    /// </summary>
    private const string WritePragmas =
        "pragma busy_timeout = 5000; pragma foreign_keys = on; pragma synchronous = normal; pragma query_only = off; "
        + "pragma journal_mode = wal; pragma journal_size_limit = 16777216;";

    /// <summary>
    /// One thread at a time takes a connection from the pools, which all instances share. While a connection is handed out, it looks for a
    /// moment like one that nobody closed; a thread that then finds its pool empty takes it back and gets it too
    /// (Microsoft.Data.Sqlite 10: SqliteConnectionInternal.Activate, SqliteConnectionPool.ReclaimLeakedConnections). Two readers in one
    /// transaction would follow: "Safety level may not be changed inside a transaction".
    /// </summary>
    private static readonly Lock Handing = new();

    private volatile string _read = ConnectionString(path, SqliteOpenMode.ReadOnly);
    private readonly string _write = ConnectionString(path, SqliteOpenMode.ReadWriteCreate);

    public SqliteConnection OpenRead() => Open(_read, ReadPragmas);

    public SqliteConnection OpenWrite() => Open(_write, WritePragmas);

    /// <summary>
    /// Makes later readers open the file as immutable. SQLite opens a WAL database in a read-only folder in no other way. It then ignores
    /// the write-ahead log and takes no locks (sqlite.org/wal.html, 5. Read-Only Databases).
    /// </summary>
    public void ReadAsImmutable()
    {
        var url = new Uri(path).AbsoluteUri.Replace("?", "%3F", StringComparison.Ordinal);
        _read = ConnectionString($"{url}?immutable=1", SqliteOpenMode.ReadOnly);
    }

    /// <summary>Closes the pooled connections, so that the file can be moved or deleted.</summary>
    public void Clear()
    {
        using var read = new SqliteConnection(_read);
        using var write = new SqliteConnection(_write);
        lock (Handing)
        {
            SqliteConnection.ClearPool(read);
            SqliteConnection.ClearPool(write);
        }
    }

    private static SqliteConnection Open(string connectionString, string pragmas)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            lock (Handing)
            {
                connection.Open();
            }

            connection.Execute(pragmas);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Builds a connection string. Its timeout, in seconds, is for other processes: within this process, writes wait for a lock.
    /// </summary>
    private static string ConnectionString(string path, SqliteOpenMode mode) =>
        new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = true, DefaultTimeout = 5 }.ToString();
}
