using Microsoft.Data.Sqlite;

namespace DataCatalog.Storage;

/// <summary>The whole database as it was at one moment, for reading that takes several queries.</summary>
internal sealed class Snapshot : IDisposable
{
    private readonly SqliteTransaction _transaction;

    /// <summary>Takes a snapshot.</summary>
    /// <param name="connection">A connection for reading, which the snapshot then owns.</param>
    /// <param name="counters">Reads the counters: the first query fixes the moment.</param>
    public Snapshot(SqliteConnection connection, Func<SqliteConnection, Counters> counters)
    {
        Connection = connection;
        _transaction = connection.BeginTransaction(deferred: true);
        Counters = counters(connection);
    }

    public SqliteConnection Connection { get; }

    /// <summary>The last changes that it holds.</summary>
    public Counters Counters { get; }

    /// <summary>The number of the last change that it holds.</summary>
    public long Sequence => Counters.Sequence;

    /// <summary>The number of the last change that it holds to what other records repeat in part.</summary>
    public long ReferenceRevision => Counters.ReferenceRevision;

    public void Dispose()
    {
        _transaction.Dispose();
        Connection.Dispose();
    }
}
