using System.Text.Json;
using Dapper;
using DataCatalog.Measuring;
using Microsoft.Data.Sqlite;

namespace DataCatalog.Storage;

/// <summary>
/// The SQLite file of the catalogue. Each reader sees its own snapshot (WAL), and writers wait for one lock. Another process may write the
/// file too; <see cref="Follow"/> notices it. Calls are synchronous, as SQLite is.
/// </summary>
/// <param name="path">The file; a relative path starts from the current directory.</param>
/// <param name="time">The clock that dates the change log.</param>
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

    /// <summary>How long a writer of what no answer shows waits for others: a request waits with it, in a place of work.</summary>
    private static readonly TimeSpan LongestWaitAside = TimeSpan.FromSeconds(1);

    private readonly Connections _connections = new(DatabaseFile.Of(path));
    private readonly Lock _gate = new();
    private readonly Lock _remembering = new();
    private readonly Lock _following = new();
    private readonly Watch _watch = new();
    private volatile Counters _counters = Counters.None;
    private volatile History _history = History.None;
    private long _commits;

    /// <summary>The path of the file, with symbolic links resolved.</summary>
    public string Path { get; } = DatabaseFile.Of(path);

    /// <summary>
    /// The numbers of the last changes, kept in memory: reading them costs no query. A later query sees these changes or newer ones.
    /// </summary>
    public Counters Counters => _counters;

    /// <summary>The history of changes, kept in memory too.</summary>
    public History History => _history;

    /// <summary>
    /// Counts the beginnings and the ends of commits, so it is odd during one. Nothing has changed between two reads of the same even
    /// number, neither in the file nor in the counters and the history.
    /// </summary>
    public long Commits => Volatile.Read(ref _commits);

    /// <summary>Whether this process may write: it has brought the schema up to date.</summary>
    public bool IsWritable { get; private set; }

    /// <summary>The number of the last change; 0 for an empty catalogue.</summary>
    public long Sequence => _counters.Sequence;

    /// <summary>
    /// The number of the last change of a record whose names other records repeat: the catalogue itself, agents, vocabularies,
    /// territories, services, series, models.
    /// </summary>
    public long ReferenceRevision => _counters.ReferenceRevision;

    /// <summary>Creates the file if it does not exist, and brings its schema up to date. Call this once, before anything is read.</summary>
    /// <exception cref="RefusedException">
    /// A newer version of this program or another program created the file, or it is read-only.
    /// </exception>
    public void Migrate()
    {
        if (!TryMigrate())
        {
            throw new RefusedException(StorageFaults.ReadOnlyText(Path));
        }
    }

    /// <summary>Opens an existing file for reading only; the alternative to <see cref="Migrate"/>.</summary>
    /// <exception cref="RefusedException">The file does not exist, or its schema has another version.</exception>
    public void OpenExisting()
    {
        if (!File.Exists(Path))
        {
            throw new RefusedException($"There is no database at {Path}. Start the server or run 'seed' to make one.");
        }

        using var connection = OpenReadFirst();
        Migrations.Verify(connection);
        Remember(ReadCounters(connection), History.Read(connection));
    }

    /// <summary>Brings the schema up to date if the file can be written; otherwise opens the file for reading only.</summary>
    /// <param name="mayWrite">Whether the caller holds the lock of the database.</param>
    /// <returns>Whether the file can be written.</returns>
    /// <exception cref="RefusedException">The file can be neither written nor read as it is.</exception>
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

    /// <summary>Reads one text from a file that may be any SQLite database; returns null when our tables are missing.</summary>
    public string? Peek(string sql, object parameters)
    {
        using var connection = OpenReadFirst();
        return connection.ExecuteScalar<long>("select count(*) from sqlite_schema where name in ('change', 'setting')") == 2
            ? connection.ExecuteScalar<string?>(sql, parameters)
            : null;
    }

    /// <summary>Opens a connection that cannot write; the caller disposes it.</summary>
    public SqliteConnection OpenRead() => Operation.UntilClosed(Operation.Read, _connections.OpenRead());

    /// <summary>Opens a snapshot of the database as it is now, unaffected by later writes; the caller disposes it.</summary>
    public Snapshot OpenSnapshot() => new(OpenRead(), ReadCounters);

    /// <summary>Does work in one transaction, which is rolled back when the work throws.</summary>
    /// <param name="actor">Who writes, for the change log.</param>
    /// <param name="work">What to write; it must not start another write.</param>
    /// <exception cref="RefusedException">A living record would point to a withdrawn one.</exception>
    public T Write<T>(string actor, Func<WriteSession, T> work)
    {
        using var operation = Operation.Begin(Operation.Write);
        lock (_gate)
        {
            using var connection = _connections.OpenWrite();
            using var transaction = connection.BeginTransaction();
            using var session = new WriteSession(connection, actor, Now(connection));
            var result = work(session);
            Dangling.Refuse(connection);
            var (counters, history) = (ReadCounters(connection), _history.Following(connection));
            history.Save(connection);
            Interlocked.Increment(ref _commits);
            try
            {
                transaction.Commit();
                Remember(counters, history);
            }
            finally
            {
                Interlocked.Increment(ref _commits);
            }

            return result;
        }
    }

    /// <summary>Does work that returns nothing in one transaction.</summary>
    public void Write(string actor, Action<WriteSession> work) => Write(actor, session =>
    {
        work(session);
        return true;
    });

    /// <summary>
    /// Writes to a table that no answer shows, in one transaction. The change log, the counters and all tags stay as they are, so another
    /// process may do this while a server runs.
    /// </summary>
    /// <param name="work">What to write, given the time.</param>
    /// <exception cref="SqliteException">Another process, or another thread, writes for more than a second.</exception>
    public T WriteAside<T>(Func<SqliteConnection, DateTimeOffset, T> work)
    {
        if (!_gate.TryEnter(LongestWaitAside))
        {
            throw StorageFaults.IsBeingWritten();
        }

        try
        {
            using var connection = _connections.OpenWrite();
            connection.DefaultTimeout = (int)LongestWaitAside.TotalSeconds;
            connection.Execute("pragma busy_timeout = 0");
            using var transaction = connection.BeginTransaction();
            var result = work(connection, time.GetUtcNow());
            transaction.Commit();
            return result;
        }
        finally
        {
            _gate.Exit();
        }
    }

    /// <summary>
    /// Looks whether another process has changed the file, and then remembers the state that it has left. Costs some microseconds when
    /// nothing has changed.
    /// </summary>
    public void Follow()
    {
        lock (_following)
        {
            try
            {
                if (_watch.HasChanged(_connections.OpenRead))
                {
                    RememberWhatIsThere();
                }
            }
            catch
            {
                _watch.Forget();
                throw;
            }
        }
    }

    public void Dispose()
    {
        lock (_following)
        {
            _watch.Dispose();
        }

        _connections.Clear();
    }

    /// <summary>
    /// Applies the migrations; returns false for a read-only file. SQLite opens such a file and reports nothing before the first write.
    /// </summary>
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
        Remember(ReadCounters(connection), history);
        return IsWritable = true;
    }

    /// <summary>
    /// Returns the time of a change, which is never before that of the last change. If the clock went back, a client that asks for changes
    /// since a moment would otherwise miss some.
    /// </summary>
    private DateTimeOffset Now(SqliteConnection connection)
    {
        var now = time.GetUtcNow();
        var last = connection.ExecuteScalar<string?>("select at from change order by sequence desc limit 1");
        return last is not null && StoredText.Instant(last) is var before && before > now ? before : now;
    }

    /// <summary>
    /// Opens the file for the first time. In a read-only folder, a database with an empty write-ahead log is read as immutable.
    /// </summary>
    private SqliteConnection OpenReadFirst()
    {
        try
        {
            return OpenAndQuery();
        }
        catch (SqliteException exception) when (StorageFaults.IsReadOnly(exception))
        {
            _connections.Clear();
            if (new FileInfo(Path + "-wal") is { Exists: true, Length: > 0 })
            {
                throw new RefusedException(
                    $"{Path} cannot be read where it is: changes are in its log ({Path}-wal), and the folder is read-only. "
                    + "Start the server once where the folder can be written, or copy both files there.");
            }

            _connections.ReadAsImmutable();
            return OpenAndQuery();
        }
    }

    /// <summary>Opens a connection and runs a first query, because SQLite opens the file only then.</summary>
    private SqliteConnection OpenAndQuery()
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

    private void RememberWhatIsThere()
    {
        using var snapshot = OpenSnapshot();
        if (snapshot.Sequence > Sequence)
        {
            var history = History.Read(snapshot.Connection);
            Interlocked.Increment(ref _commits);
            Remember(snapshot.Counters, history);
            Interlocked.Increment(ref _commits);
        }
    }

    /// <summary>Remembers a state, unless a newer one is remembered already.</summary>
    private void Remember(Counters counters, History history)
    {
        lock (_remembering)
        {
            if (counters.Sequence >= Sequence)
            {
                (_history, _counters) = (history, counters);
            }
        }
    }

    private static Counters ReadCounters(SqliteConnection connection) =>
        connection.QuerySingle<Counters>(CountersSql, CountedKinds);
}
