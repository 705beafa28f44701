using System.Data.Common;
using System.Text.Json;
using Dapper;
using DataCatalog.Measuring;

namespace DataCatalog.Storage;

/// <summary>
/// The database of the catalogue. Each reader sees its own snapshot, and writers wait for one lock. Another process may write the database
/// too; <see cref="Follow"/> notices it. Calls are synchronous, as SQLite is.
/// </summary>
/// <param name="database">A file, or a text that names a database on a server.</param>
/// <param name="time">The clock that dates the change log.</param>
internal sealed class Database(string database, TimeProvider time) : IDisposable
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

    private readonly Engine _engine = Engine.Of(database);
    private readonly Lock _gate = new();
    private readonly Lock _remembering = new();
    private readonly Lock _following = new();
    private volatile Counters _counters = Counters.None;
    private volatile History _history = History.None;
    private volatile LastChange _last = LastChange.None;
    private long _commits;

    /// <summary>What messages and logs call the database.</summary>
    public string Place => _engine.Place;

    /// <summary>The file, with symbolic links resolved; null when the database is no file of this machine.</summary>
    public string? File => _engine.File;

    /// <summary>The write-ahead log beside the file; null when the database is no file of this machine.</summary>
    public string? LogFile => File is { } file ? file + "-wal" : null;

    /// <summary>Whether there is a database.</summary>
    public bool IsThere => _engine.IsThere;

    /// <summary>
    /// The numbers of the last changes, kept in memory: reading them costs no query. A later query sees these changes or newer ones.
    /// </summary>
    public Counters Counters => _counters;

    /// <summary>The history of changes, kept in memory too.</summary>
    public History History => _history;

    /// <summary>Counts the histories that were followed: what was computed in another epoch is of no use.</summary>
    public Epoch Epoch { get; } = new();

    /// <summary>
    /// Counts the beginnings and the ends of commits, so it is odd during one. Nothing has changed between two reads of the same even
    /// number, neither in the database nor in the counters and the history.
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

    /// <summary>Creates a file that does not exist, and brings its schema up to date. Call this once, before anything is read.</summary>
    /// <exception cref="RefusedException">
    /// A newer version of this program or another program created the file, or it is read-only.
    /// </exception>
    public void Migrate()
    {
        if (!TryMigrate())
        {
            throw new RefusedException(StorageFaults.ReadOnlyText(Place));
        }
    }

    /// <summary>Opens an existing database for reading only; the alternative to <see cref="Migrate"/>.</summary>
    /// <exception cref="RefusedException">It does not exist, or its schema has another version.</exception>
    public void OpenExisting()
    {
        if (!IsThere)
        {
            throw new RefusedException($"There is no database at {Place}. Start the server or run 'seed' to make one.");
        }

        using var connection = _engine.OpenFirst();
        _engine.Verify(connection);
        Remember(ReadCounters(connection), History.Read(connection), LastChange.Read(connection));
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
        catch (DbException exception) when (StorageFaults.IsReadOnly(exception) && IsThere)
        {
            _engine.Close();
        }

        OpenExisting();
        return false;
    }

    /// <summary>Refuses a database whose schema this program cannot read.</summary>
    /// <exception cref="RefusedException">The schema has another version.</exception>
    public void Verify(DbConnection connection) => _engine.Verify(connection);

    /// <summary>Reads one text from a database that may be of any program; returns null when our tables are missing.</summary>
    public string? Peek(string sql, object parameters)
    {
        using var connection = _engine.OpenFirst();
        return _engine.HasCatalogue(connection) ? connection.ExecuteScalar<string?>(sql, parameters) : null;
    }

    /// <summary>Opens a connection that cannot write; the caller disposes it.</summary>
    public DbConnection OpenRead() => Operation.UntilClosed(Operation.Read, _engine.OpenRead());

    /// <summary>Opens a snapshot of the database as it is now, unaffected by later writes; the caller disposes it.</summary>
    /// <exception cref="BusyException">A standby is read, which lacks changes that this process has shown.</exception>
    public Snapshot OpenSnapshot()
    {
        var least = Sequence;
        var snapshot = NewSnapshot();
        if (snapshot.Sequence >= least)
        {
            return snapshot;
        }

        snapshot.Dispose();
        throw new BusyException("The database lacks changes that were shown.");
    }

    /// <summary>Does work in one transaction, which is rolled back when the work throws.</summary>
    /// <param name="actor">Who writes, for the change log.</param>
    /// <param name="work">What to write; it must not start another write.</param>
    /// <exception cref="RefusedException">A living record would point to a withdrawn one.</exception>
    public T Write<T>(string actor, Func<WriteSession, T> work)
    {
        using var operation = Operation.Begin(Operation.Write);
        lock (_gate)
        {
            using var connection = _engine.OpenWrite();
            using var transaction = _engine.BeginWrite(connection);
            using var session = new WriteSession(connection, actor, Now(connection));
            var result = work(session);
            Dangling.Refuse(connection);
            var (counters, history, last) = (ReadCounters(connection), _history.Following(connection), LastChange.Read(connection));
            history.Save(connection);
            Interlocked.Increment(ref _commits);
            try
            {
                transaction.Commit();
                Remember(counters, history, last);
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
    /// <exception cref="DbException">Another process, or another thread, writes for more than a second.</exception>
    public T WriteAside<T>(Func<DbConnection, DateTimeOffset, T> work)
    {
        if (!_gate.TryEnter(LongestWaitAside))
        {
            throw new BusyException();
        }

        try
        {
            using var connection = _engine.OpenWrite();
            using var transaction = _engine.BeginAside(connection, LongestWaitAside);
            var result = work(connection, time.GetUtcNow());
            transaction.Commit();
            return result;
        }
        finally
        {
            _gate.Exit();
        }
    }

    /// <summary>Copies all rows of another database into this one, whose tables are empty, in one transaction.</summary>
    public IReadOnlyList<CopiedTable> CopyFrom(Database other)
    {
        lock (_gate)
        {
            using var snapshot = other.OpenSnapshot();
            using var connection = _engine.OpenWrite();
            using var transaction = _engine.BeginWrite(connection);
            var tables = CatalogCopy.Run(snapshot.Connection, connection);
            _engine.Renumber(connection);
            transaction.Commit();
            return tables;
        }
    }

    /// <summary>Computes the history of all changes from the change log alone, without the part that is stored.</summary>
    public History ComputeHistory()
    {
        using var connection = OpenRead();
        return History.None.Following(connection);
    }

    /// <summary>
    /// Looks whether another process has changed the database, and then remembers the state that it has left. Costs some microseconds when
    /// nothing has changed.
    /// </summary>
    /// <exception cref="DbException">The database cannot be reached, or lacks changes that were shown.</exception>
    public void Follow() => FollowBy(_engine.Look);

    /// <summary>
    /// Follows until a change is seen that another process has shown. The server that is read may lag behind; then the one that is written
    /// is asked, and read from then on if it has the change.
    /// </summary>
    /// <returns>Whether the change is seen; if not, no server has it.</returns>
    /// <exception cref="DbException">The server that would know cannot be reached.</exception>
    public bool Reach(long sequence)
    {
        if (Sequence < sequence)
        {
            Follow();
        }

        if (Sequence < sequence)
        {
            FollowBy(last => _engine.LookFor(sequence, last));
        }

        return Sequence >= sequence;
    }

    /// <summary>Goes back to the server that is read by preference, if another one is read and that one can be reached.</summary>
    public void FollowPreferred()
    {
        if (_engine.FindPreferred(_last) is { } move)
        {
            FollowBy(move);
        }
    }

    public void Dispose()
    {
        lock (_following)
        {
            _engine.Dispose();
        }
    }

    /// <summary>Applies the migrations; returns false for a read-only database.</summary>
    private bool TryMigrate()
    {
        using var connection = _engine.Migrate();
        if (connection is null)
        {
            return false;
        }

        var history = History.Read(connection);
        history.Save(connection);
        Remember(ReadCounters(connection), history, LastChange.Read(connection));
        return IsWritable = true;
    }

    /// <summary>
    /// Returns the time of a change, which is never before that of the last change. If the clock went back, a client that asks for changes
    /// since a moment would otherwise miss some.
    /// </summary>
    private DateTimeOffset Now(DbConnection connection)
    {
        var now = time.GetUtcNow();
        var last = connection.ExecuteScalar<string?>("select at from change order by sequence desc limit 1");
        return last is not null && StoredText.Instant(last) is var before && before > now ? before : now;
    }

    private void FollowBy(Func<LastChange, Seen> look)
    {
        lock (_following)
        {
            try
            {
                if (look(_last) is var seen && seen != Seen.Nothing)
                {
                    RememberWhatIsThere(seen);
                }
            }
            catch
            {
                _engine.LookAnew();
                throw;
            }
        }
    }

    /// <summary>An answer in the making may have read two servers: it is made again, though nothing may have changed.</summary>
    private void RememberWhatIsThere(Seen seen)
    {
        using var snapshot = seen == Seen.AnotherHistory ? NewSnapshot() : OpenSnapshot();
        if (snapshot.Sequence > Sequence || seen != Seen.Changes)
        {
            var (history, last) = (History.Read(snapshot.Connection), LastChange.Read(snapshot.Connection));
            Interlocked.Increment(ref _commits);
            Remember(snapshot.Counters, history, last, isAnother: seen == Seen.AnotherHistory);
            Interlocked.Increment(ref _commits);
        }
    }

    /// <summary>
    /// Remembers a state, unless it or a newer one of the same history is remembered already: ready answers belong to an object, and stay.
    /// </summary>
    private void Remember(Counters counters, History history, LastChange last, bool isAnother = false)
    {
        lock (_remembering)
        {
            if (isAnother || (counters.Sequence >= Sequence && history != _history))
            {
                (_history, _counters, _last) = (history, counters, last);
            }

            if (isAnother)
            {
                Epoch.End();
            }
        }
    }

    private Snapshot NewSnapshot() => new(OpenRead(), _engine.BeginSnapshot, ReadCounters);

    private static Counters ReadCounters(DbConnection connection) =>
        connection.QuerySingle<Counters>(CountersSql, CountedKinds);
}
