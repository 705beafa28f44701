using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;

namespace DataCatalog.Storage;

/// <summary>
/// The one SQLite file. Readers see a snapshot of it each (WAL), writers queue behind one gate. Calls are synchronous, as SQLite is.
/// </summary>
/// <param name="path">The file; relative to the current directory.</param>
/// <param name="time">The clock of the change log.</param>
internal sealed class Database(string path, TimeProvider time) : IDisposable
{
    private const string CountersSql = """
        select
          (select coalesce(max(sequence), 0) from change) as Sequence,
          (select coalesce(max((select max(sequence) from change where kind = k.value)), 0) from json_each(@references) k)
            as ReferenceRevision,
          (select coalesce(max(sequence), 0) from change where kind = @territory) as TerritoryRevision,
          (select coalesce(max(sequence), 0) from change where kind = @synonyms) as SynonymRevision
        """;

    private static readonly object CountedKinds = new
    {
        references = JsonSerializer.Serialize(Kinds.References),
        territory = Kinds.Territory,
        synonyms = Kinds.Synonyms,
    };

    private readonly Connections _connections = new(DatabaseFile.Of(path));
    private readonly Lock _gate = new();
    private volatile Counters _counters = Counters.None;
    private volatile History _history = History.None;

    /// <summary>The one path of the file, without links in it.</summary>
    public string Path { get; } = DatabaseFile.Of(path);

    /// <summary>
    /// The last changes. They are in memory: reading them asks SQLite nothing. What is read afterwards is as new as they say, or newer.
    /// </summary>
    public Counters Counters => _counters;

    /// <summary>What was changed so far; in memory too.</summary>
    public History History => _history;

    /// <summary>The number of the last change; 0 for an empty catalogue.</summary>
    public long Sequence => _counters.Sequence;

    /// <summary>The number of the last change to what other records repeat in part: agents, vocabularies, territories, services, series.</summary>
    public long ReferenceRevision => _counters.ReferenceRevision;

    /// <summary>Creates the file when there is none and brings its schema up to date. To be called once, before anything is read.</summary>
    /// <exception cref="RefusedException">A newer program or another one made the file, or it is read-only.</exception>
    public void Migrate()
    {
        if (!TryMigrate())
        {
            throw new RefusedException(StorageFaults.ReadOnlyText(Path));
        }
    }

    /// <summary>Opens a file that exists, for reading only; the other way to begin.</summary>
    /// <exception cref="RefusedException">There is no such file, or it is of another version.</exception>
    public void OpenExisting()
    {
        if (!File.Exists(Path))
        {
            throw new RefusedException($"There is no database at {Path}. Start the server or run 'seed' to make one.");
        }

        using var connection = OpenReadFirst();
        Migrations.Verify(connection);
        Take(ReadCounters(connection), History.Read(connection));
    }

    /// <summary>Brings the file up to date where it can be written; otherwise opens it for reading only.</summary>
    /// <param name="mayWrite">Whether the caller holds its lock.</param>
    /// <returns>Whether it can be written.</returns>
    /// <exception cref="RefusedException">It can neither be written nor read as it is.</exception>
    public bool MigrateOrOpen(bool mayWrite)
    {
        try
        {
            if (mayWrite && TryMigrate())
            {
                return true;
            }
        }
        catch (SqliteException exception) when (StorageFaults.IsReadOnly(exception) && File.Exists(Path))
        {
            _connections.Clear();
        }

        OpenExisting();
        return false;
    }

    /// <summary>A text in a file that nothing else is known of yet; null when it has not our tables.</summary>
    public string? Peek(string sql, object parameters)
    {
        using var connection = OpenReadFirst();
        return connection.ExecuteScalar<long>("select count(*) from sqlite_schema where name in ('change', 'setting')") == 2
            ? connection.ExecuteScalar<string?>(sql, parameters)
            : null;
    }

    /// <summary>A connection that cannot write; to be disposed after use.</summary>
    public SqliteConnection OpenRead() => _connections.OpenRead();

    /// <summary>The database as it is now, unmoved by later writes; to be disposed after use.</summary>
    public Snapshot OpenSnapshot() => new(OpenRead(), ReadCounters);

    /// <summary>Does all of some work in one transaction, or nothing of it when it throws.</summary>
    /// <param name="actor">Who writes, for the change log.</param>
    /// <param name="work">What to write; it must not start another write.</param>
    /// <exception cref="RefusedException">A living record would point to a withdrawn one.</exception>
    public T Write<T>(string actor, Func<WriteSession, T> work)
    {
        lock (_gate)
        {
            using var connection = _connections.OpenWrite();
            using var transaction = connection.BeginTransaction();
            using var session = new WriteSession(connection, actor, Now(connection));
            var result = work(session);
            Dangling.Refuse(connection);
            var (counters, history) = (ReadCounters(connection), _history.Following(connection));
            history.Save(connection);
            transaction.Commit();
            Take(counters, history);
            return result;
        }
    }

    /// <summary>The same for work without a result.</summary>
    public void Write(string actor, Action<WriteSession> work) => Write(actor, session =>
    {
        work(session);
        return true;
    });

    public void Dispose() => _connections.Clear();

    /// <summary>SQLite opens a file that is write-protected for reading, and says so nowhere before the first write.</summary>
    private bool TryMigrate()
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        using var connection = _connections.OpenWrite();
        if (SQLitePCL.raw.sqlite3_db_readonly(connection.Handle, "main") == 1)
        {
            return false;
        }

        Migrations.Apply(connection);
        var history = History.Read(connection);
        history.Save(connection);
        Take(ReadCounters(connection), history);
        return true;
    }

    /// <summary>
    /// The time of a change: never before that of the last one, whatever the clock says now. Who asks for all that changed since a moment
    /// would otherwise miss what was written after a clock went back.
    /// </summary>
    private DateTimeOffset Now(SqliteConnection connection)
    {
        var now = time.GetUtcNow();
        var last = connection.ExecuteScalar<string?>("select at from change order by sequence desc limit 1");
        return last is not null && StoredText.Instant(last) is var before && before > now ? before : now;
    }

    /// <summary>In a folder where nothing can be made, a database without a log can be read as one that nobody changes.</summary>
    private SqliteConnection OpenReadFirst()
    {
        try
        {
            return OpenAndLook();
        }
        catch (SqliteException exception) when (StorageFaults.IsReadOnly(exception))
        {
            _connections.Clear();
            if (new FileInfo(Path + "-wal") is { Exists: true, Length: > 0 })
            {
                throw new RefusedException(
                    $"{Path} cannot be read where it is: changes are in its log ({Path}-wal), and the folder is read-only. Start the server once where the folder can be written, or copy both files there.");
            }

            _connections.TakeAsImmutable();
            return OpenAndLook();
        }
    }

    /// <summary>The first look at the file is when SQLite opens it.</summary>
    private SqliteConnection OpenAndLook()
    {
        var connection = OpenRead();
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

    private void Take(Counters counters, History history) => (_history, _counters) = (history, counters);

    private static Counters ReadCounters(SqliteConnection connection) =>
        connection.QuerySingle<Counters>(CountersSql, CountedKinds);
}
