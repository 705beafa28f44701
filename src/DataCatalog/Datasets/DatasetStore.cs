using Dapper;
using DataCatalog.Dcat.Records;
using DataCatalog.Index;
using DataCatalog.Storage;
using Microsoft.Data.Sqlite;

namespace DataCatalog.Datasets;

/// <summary>The datasets with their distributions.</summary>
internal sealed class DatasetStore(Database database)
{
    private readonly RecordReader<Dataset> _reader = new(Kinds.Dataset, database);
    private readonly RecordWriter<Dataset> _writer =
        new(Kinds.Dataset, [Kinds.Agent, Kinds.Concept, Kinds.Territory, Kinds.Series], DatasetLinks.Of);

    private readonly IdentifierTable _identifiers = new(Kinds.Dataset);
    private readonly Derived<IReadOnlyList<string>> _publishers = new();

    public Entry<Dataset>? Find(string id) => _reader.Find(id);

    public Tombstone? FindTombstone(string id) => _reader.FindTombstone(id);

    public int Count() => _reader.Count();

    public IReadOnlyList<string> Ids() => _reader.Ids();

    public IReadOnlyList<Entry<Dataset>> List(int offset, int limit) => _reader.List(offset, limit);

    public IEnumerable<Entry<Dataset>> All() => _reader.All();

    /// <summary>The living datasets among some ids, in the order of these, over a connection of the caller's.</summary>
    public IReadOnlyList<Entry<Dataset>> Find(SqliteConnection connection, IReadOnlyList<string> ids) => _reader.Find(connection, ids);

    /// <summary>The ids of the agents that publish a dataset, in ordinal order.</summary>
    public IReadOnlyList<string> Publishers() => _publishers.Since(database.Sequence, _ =>
    {
        using var connection = database.OpenRead();
        return connection.Query<string>("select distinct agent_id from dataset_agent where field = 'publisher' order by 1").AsList();
    });

    /// <summary>The dataset that a distribution belongs to.</summary>
    public Entry<Dataset>? FindByDistribution(string distributionId) => _reader
        .Linked("join distribution d on d.dataset_id = t.id where d.id = @id and t.withdrawn_at is null", distributionId)
        .SingleOrDefault();

    /// <summary>The end of the dataset that a distribution belonged to.</summary>
    public Tombstone? FindTombstoneOfDistribution(string distributionId)
    {
        using var connection = database.OpenRead();
        var id = connection.ExecuteScalar<string?>("select dataset_id from distribution where id = @distributionId", new { distributionId });
        return id is null ? null : FindTombstone(id);
    }

    /// <summary>The ids of the editions of a series, in ordinal order.</summary>
    public IReadOnlyList<string> IdsInSeries(string seriesId)
    {
        using var connection = database.OpenRead();
        return IdsInSeries(connection, seriesId);
    }

    /// <summary>The same over a connection of the caller's.</summary>
    public static IReadOnlyList<string> IdsInSeries(SqliteConnection connection, string seriesId) => connection
        .Query<string>("select dataset_id from dataset_series where series_id = @seriesId order by dataset_id", new { seriesId })
        .AsList();

    public SaveOutcome Save(WriteSession session, Dataset dataset, DateOnly checkedOn)
    {
        var outcome = _writer.Save(session, dataset, checkedOn);
        if (outcome != SaveOutcome.Unchanged)
        {
            ReplaceDistributions(session, dataset);
            _identifiers.Replace(session, dataset.Id, dataset.OtherIdentifiers);
            SearchRows.Save(session, dataset);
        }

        return outcome;
    }

    /// <summary>Withdraws a dataset. Its distributions are remembered, so that their addresses answer 410 too.</summary>
    public bool Withdraw(WriteSession session, string id, string reason)
    {
        session.Execute("update distribution set service_id = null where dataset_id = @id", ("@id", id));
        _identifiers.Clear(session, id);
        SearchRows.Remove(session, id);
        return _writer.Withdraw(session, id, reason);
    }

    private static void ReplaceDistributions(WriteSession session, Dataset dataset)
    {
        RemoveDistributions(session, dataset.Id);
        foreach (var distribution in dataset.Distributions)
        {
            session.Execute(
                "insert into distribution (id, dataset_id, service_id) values (@id, @dataset, @service)",
                ("@id", distribution.Id), ("@dataset", dataset.Id), ("@service", distribution.Service));
        }
    }

    private static void RemoveDistributions(WriteSession session, string id) =>
        session.Execute("delete from distribution where dataset_id = @id", ("@id", id));
}
