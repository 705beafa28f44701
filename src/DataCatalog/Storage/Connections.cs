using Dapper;
using Microsoft.Data.Sqlite;

namespace DataCatalog.Storage;

/// <summary>
/// Opens connections. Pooled connections keep the pragmas of whoever had them before, so every pragma is set at every opening, and
/// readers and writers have pools of their own.
/// </summary>
/// <param name="path">The file.</param>
internal sealed class Connections(string path)
{
    private const string ReadPragmas =
        "pragma busy_timeout = 5000; pragma foreign_keys = on; pragma synchronous = normal; pragma query_only = on;";

    private const string WritePragmas =
        "pragma busy_timeout = 5000; pragma foreign_keys = on; pragma synchronous = normal; pragma query_only = off; pragma journal_mode = wal;";

    private volatile string _read = ConnectionString(path, SqliteOpenMode.ReadOnly);
    private readonly string _write = ConnectionString(path, SqliteOpenMode.ReadWriteCreate);

    public SqliteConnection OpenRead() => Open(_read, ReadPragmas);

    public SqliteConnection OpenWrite() => Open(_write, WritePragmas);

    /// <summary>
    /// From now on reads the file as one that nobody changes: in a folder in which nothing can be made, SQLite opens a database with a
    /// write-ahead log in no other way. It then looks at no log and takes no locks (sqlite.org/wal.html, 5. Read-Only Databases).
    /// </summary>
    public void TakeAsImmutable() => _read = ConnectionString($"{new Uri(path).AbsoluteUri.Replace("?", "%3F", StringComparison.Ordinal)}?immutable=1", SqliteOpenMode.ReadOnly);

    /// <summary>Closes the pooled connections, so that the file can be moved or deleted.</summary>
    public void Clear()
    {
        using var read = new SqliteConnection(_read);
        using var write = new SqliteConnection(_write);
        SqliteConnection.ClearPool(read);
        SqliteConnection.ClearPool(write);
    }

    private static SqliteConnection Open(string connectionString, string pragmas)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            connection.Execute(pragmas);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>The timeout, in seconds, is for other processes: within this one, writes queue behind a gate.</summary>
    private static string ConnectionString(string path, SqliteOpenMode mode) =>
        new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = true, DefaultTimeout = 5 }.ToString();
}
