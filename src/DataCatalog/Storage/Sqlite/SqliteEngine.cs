using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace DataCatalog.Storage.Sqlite;

/// <summary>A file of SQLite. Each reader sees its own snapshot (WAL).</summary>
/// <param name="path">The file; a relative path starts from the current directory.</param>
internal sealed class SqliteEngine(string path) : Engine
{
    private readonly Connections _connections = new(DatabaseFile.Of(path));
    private readonly Watch _watch = new();
    private readonly string _file = DatabaseFile.Of(path);

    public override string Place => _file;

    public override string File => _file;

    public override bool IsThere => System.IO.File.Exists(_file);

    /// <summary>SQLite opens a read-only file and reports nothing before the first write, so that is asked first.</summary>
    public override DbConnection? Migrate()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
        var connection = _connections.OpenWrite();
        try
        {
            if (SQLitePCL.raw.sqlite3_db_readonly(connection.Handle, "main") == 1)
            {
                connection.Dispose();
                return null;
            }

            Migrations.Apply(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public override void Verify(DbConnection connection) => Migrations.Verify(connection);

    public override bool HasCatalogue(DbConnection connection) =>
        connection.ExecuteScalar<long>("select count(*) from sqlite_schema where name in ('change', 'setting')") == 2;

    /// <summary>In a read-only folder, a database with an empty write-ahead log is read as immutable.</summary>
    public override DbConnection OpenFirst()
    {
        try
        {
            return OpenAndQuery();
        }
        catch (SqliteException exception) when (StorageFaults.IsReadOnly(exception))
        {
            _connections.Clear();
            if (new FileInfo(_file + "-wal") is { Exists: true, Length: > 0 })
            {
                throw new RefusedException(
                    $"{_file} cannot be read where it is: changes are in its log ({_file}-wal), and the folder is read-only. "
                    + "Start the server once where the folder can be written, or copy both files there.");
            }

            _connections.ReadAsImmutable();
            return OpenAndQuery();
        }
    }

    public override DbConnection OpenRead() => _connections.OpenRead();

    public override DbConnection OpenWrite() => _connections.OpenWrite();

    public override DbTransaction BeginSnapshot(DbConnection connection) =>
        ((SqliteConnection)connection).BeginTransaction(deferred: true);

    public override DbTransaction BeginWrite(DbConnection connection) => connection.BeginTransaction();

    /// <summary>The provider tries again for as long as its timeout says, so SQLite itself does not wait.</summary>
    public override DbTransaction BeginAside(DbConnection connection, TimeSpan longest)
    {
        ((SqliteConnection)connection).DefaultTimeout = (int)longest.TotalSeconds;
        connection.Execute("pragma busy_timeout = 0");
        return connection.BeginTransaction();
    }

    public override Seen Look(LastChange last) => _watch.HasChanged(_connections.OpenRead) ? Seen.Changes : Seen.Nothing;

    public override void LookAnew() => _watch.Forget();

    public override void Close() => _connections.Clear();

    /// <summary>Opens a connection and runs a first query, because SQLite opens the file only then.</summary>
    private SqliteConnection OpenAndQuery()
    {
        var connection = _connections.OpenRead();
        try
        {
            connection.ExecuteScalar<long>("pragma schema_version");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
