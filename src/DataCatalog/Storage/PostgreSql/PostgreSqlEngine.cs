using System.Data;
using System.Data.Common;
using System.Globalization;
using Dapper;
using Npgsql;

namespace DataCatalog.Storage.PostgreSql;

/// <summary>
/// A database of PostgreSQL. Writers of all nodes wait for one advisory lock, so one writes at a time and changes are numbered in the order
/// of their commits. With several hosts in its text, the primary is written, and one of them is read (<see cref="ReadServers"/>).
/// </summary>
internal sealed class PostgreSqlEngine : Engine
{
    /// <summary>How long a writer waits for others.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    /// <summary>How long a start waits for another node that brings the schema up to date.</summary>
    private static readonly TimeSpan LongestMigration = TimeSpan.FromSeconds(60);

    /// <summary>
    /// The most connections that are open at once. Readers are bounded by the places of work, and some have two; one writer works at a
    /// time.
    /// </summary>
    private const int MostReaders = 40;
    private const int MostWriters = 4;

    /// <summary>How long a statement of a writer may take, in seconds: the end of a large load checks all links.</summary>
    private const int LongestStatement = 600;

    private readonly Lazy<ReadServers> _read;
    private readonly Lazy<NpgsqlMultiHostDataSource> _write;

    /// <summary>Connects to nothing yet.</summary>
    /// <param name="database">A text that names a database on a server.</param>
    public PostgreSqlEngine(string database)
    {
        var text = ServerText.Read(database);
        Place = ServerText.PlaceOf(text);
        _write = new(() => new NpgsqlDataSourceBuilder(ForWriting(text).ConnectionString).BuildMultiHost());
        _read = new(() => new ReadServers(ServerText.HostsOf(ForReading(text)), ServerText.PrefersStandby(text)));
    }

    /// <summary>The servers and the name of the database, without user and password.</summary>
    public override string Place { get; }

    public override string? File => null;

    /// <summary>A database on a server is made by its administrator; opening it says whether it is there.</summary>
    public override bool IsThere => true;

    public override DbConnection? Migrate()
    {
        var connection = OpenWrite();
        try
        {
            if (connection.ExecuteScalar<bool>("select pg_is_in_recovery() or current_setting('transaction_read_only')::boolean"))
            {
                connection.Dispose();
                return null;
            }

            using var transaction = Begin(connection, LockPurpose.Migrating, LongestMigration);
            ServerMigrations.Apply(connection, Place);
            transaction.Commit();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public override void Verify(DbConnection connection) => ServerMigrations.Verify(connection, Place);

    public override bool HasCatalogue(DbConnection connection) => ServerMigrations.HasCatalogue(connection);

    public override DbConnection OpenFirst() => OpenRead();

    public override DbConnection OpenRead() => _read.Value.Open();

    public override DbConnection OpenWrite() => _write.Value.OpenConnection(TargetSessionAttributes.Primary);

    public override DbTransaction BeginSnapshot(DbConnection connection) => connection.BeginTransaction(IsolationLevel.RepeatableRead);

    public override DbTransaction BeginWrite(DbConnection connection) => Begin(connection, LockPurpose.Writing, LongestWait);

    public override DbTransaction BeginAside(DbConnection connection, TimeSpan longest) => Begin(connection, LockPurpose.Aside, longest);

    public override void Renumber(DbConnection connection) => connection.Execute(
        "select setval(pg_get_serial_sequence('report', 'number'), (select coalesce(max(number), 0) + 1 from report), false)");

    public override Seen Look(LastChange last) => _read.Value.Look(last);

    public override Seen LookFor(long sequence, LastChange last) => _read.Value.LookFor(sequence, last);

    public override void LookAnew()
    {
        if (_read.IsValueCreated)
        {
            _read.Value.Forget();
        }
    }

    public override Func<LastChange, Seen>? FindPreferred(LastChange last) => _read.Value.FindPreferred(last);

    public override void Close()
    {
        LookAnew();
        if (_write.IsValueCreated)
        {
            _write.Value.Clear();
        }
    }

    /// <summary>Begins a transaction that has a lock until it ends.</summary>
    private static DbTransaction Begin(DbConnection connection, LockPurpose purpose, TimeSpan longest)
    {
        var transaction = connection.BeginTransaction(IsolationLevel.ReadCommitted);
        try
        {
            connection.Execute(string.Create(
                CultureInfo.InvariantCulture, $"set local lock_timeout = {(int)longest.TotalMilliseconds}"));
            connection.Execute(ServerLock.TransactionSql(purpose));
            return transaction;
        }
        catch
        {
            transaction.Dispose();
            throw;
        }
    }

    private static NpgsqlConnectionStringBuilder ForReading(NpgsqlConnectionStringBuilder text) => new(text.ConnectionString)
    {
        Options = $"{text.Options} -c default_transaction_read_only=on".Trim(),
        MaxPoolSize = Math.Min(text.MaxPoolSize, MostReaders),
        TargetSessionAttributes = null,
    };

    private static NpgsqlConnectionStringBuilder ForWriting(NpgsqlConnectionStringBuilder text) => new(text.ConnectionString)
    {
        CommandTimeout = LongestStatement,
        MaxPoolSize = MostWriters,
        TargetSessionAttributes = null,
    };
}
