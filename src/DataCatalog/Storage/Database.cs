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
          (select coalesce(max((select max(sequence) from change where kind = k.value)), 0) from json_each(@kinds) k) as ReferenceRevision
        """;

    private static readonly string ReferenceKinds = "[\"" + string.Join("\",\"", Kinds.References) + "\"]";

    private readonly Connections _connections = new(System.IO.Path.GetFullPath(path));
    private readonly Lock _gate = new();
    private long _sequence;
    private long _referenceRevision;

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>The number of the last change; 0 for an empty catalogue. It is in memory: reading it asks SQLite nothing.</summary>
    public long Sequence => Volatile.Read(ref _sequence);

    /// <summary>The number of the last change to what other records repeat in part: agents, vocabularies, territories, services, series.</summary>
    public long ReferenceRevision => Volatile.Read(ref _referenceRevision);

    /// <summary>Creates the file when there is none and brings its schema up to date. To be called once, before anything is read.</summary>
    /// <exception cref="RefusedException">A newer program made the file.</exception>
    public void Migrate()
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        using var connection = _connections.OpenWrite();
        Migrations.Apply(connection);
        SetCounters(ReadCounters(connection));
    }

    /// <summary>Opens a file that exists, for reading only; the other way to begin.</summary>
    /// <exception cref="RefusedException">There is no such file, or it is of another version.</exception>
    public void OpenExisting()
    {
        if (!File.Exists(Path))
        {
            throw new RefusedException($"There is no database at {Path}. Start the server or run 'seed' to make one.");
        }

        using var connection = OpenRead();
        Migrations.Verify(connection);
        SetCounters(ReadCounters(connection));
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
            using var session = new WriteSession(connection, actor, time.GetUtcNow());
            var result = work(session);
            Dangling.Refuse(connection);
            var counters = ReadCounters(connection);
            transaction.Commit();
            SetCounters(counters);
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

    private static Counters ReadCounters(SqliteConnection connection) =>
        connection.QuerySingle<Counters>(CountersSql, new { kinds = ReferenceKinds });

    private void SetCounters(Counters counters)
    {
        Volatile.Write(ref _referenceRevision, counters.ReferenceRevision);
        Volatile.Write(ref _sequence, counters.Sequence);
    }
}
