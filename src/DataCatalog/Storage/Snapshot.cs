using System.Data.Common;

namespace DataCatalog.Storage;

/// <summary>The whole database as it was at one moment, for reads that take several queries.</summary>
internal sealed class Snapshot : IDisposable
{
    private readonly DbTransaction _transaction;

    /// <summary>Opens a snapshot.</summary>
    /// <param name="connection">A connection for reading, which the snapshot disposes.</param>
    /// <param name="begin">Begins its transaction.</param>
    /// <param name="counters">Reads the counters; this first query fixes the moment of the snapshot.</param>
    public Snapshot(DbConnection connection, Func<DbConnection, DbTransaction> begin, Func<DbConnection, Counters> counters)
    {
        Connection = connection;
        _transaction = begin(connection);
        Counters = counters(connection);
    }

    public DbConnection Connection { get; }

    /// <summary>The numbers of the last changes in the snapshot.</summary>
    public Counters Counters { get; }

    /// <summary>The number of the last change in the snapshot.</summary>
    public long Sequence => Counters.Sequence;

    /// <summary>The number of the last change in the snapshot of a record whose names other records repeat.</summary>
    public long ReferenceRevision => Counters.ReferenceRevision;

    public void Dispose()
    {
        _transaction.Dispose();
        Connection.Dispose();
    }
}
