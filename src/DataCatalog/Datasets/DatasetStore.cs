using System.Data.Common;
using Dapper;
using DataCatalog.Dcat;
using DataCatalog.Dcat.Records;
using DataCatalog.Index;
using DataCatalog.Storage;

namespace DataCatalog.Datasets;

/// <summary>Reads and writes the datasets with their distributions.</summary>
internal sealed class DatasetStore(Database database, RecordReader<Dataset> reader, CatalogIris iris)
{
    public static readonly RecordWriter<Dataset> Writer = new([Kinds.Agent, Kinds.Concept, Kinds.Territory, Kinds.Series], LinksOf)
    {
        Derive = Derive,
        Withdrawing = RemoveDerived,
    };

    private static readonly IdentifierTable Identifiers = new(Kinds.Dataset);

    private readonly Derived<IReadOnlyList<string>> _publishers = new(database.Epoch);

    /// <summary>Lists the ids of the agents that publish a dataset, in ordinal order.</summary>
    public IReadOnlyList<string> Publishers() => _publishers.Since(database.Sequence, _ =>
    {
        using var connection = database.OpenRead();
        return connection.Query<string>("select distinct agent_id from dataset_agent where field = 'publisher' order by 1").AsList();
    });

    /// <summary>Finds the ids of the datasets that identifiers or addresses name (<see cref="IdentifierQuery"/>).</summary>
    public IReadOnlySet<string> IdsOf(IEnumerable<string> identifiers) =>
        reader.Ids(new IdentifierQuery(identifiers, iris).Of(Kinds.Dataset)).ToHashSet(StringComparer.Ordinal);

    /// <summary>Finds the dataset of a distribution.</summary>
    public Entry<Dataset>? FindByDistribution(string distributionId) => reader
        .Linked("join distribution d on d.dataset_id = t.id where d.id = @id and t.withdrawn_at is null", distributionId)
        .SingleOrDefault();

    /// <summary>Finds the tombstone of the dataset of a distribution.</summary>
    public Tombstone? FindTombstoneOfDistribution(string distributionId)
    {
        if (!StoredText.CanBe(distributionId))
        {
            return null;
        }

        using var connection = database.OpenRead();
        var id = connection.ExecuteScalar<string?>(
            "select dataset_id from distribution where id = @distributionId", new { distributionId });
        return id is null ? null : reader.FindTombstone(id);
    }

    /// <summary>Lists the ids of the editions of a series, in ordinal order.</summary>
    public IReadOnlyList<string> IdsInSeries(string seriesId)
    {
        using var connection = database.OpenRead();
        return IdsInSeries(connection, seriesId);
    }

    /// <summary>Lists the ids of the editions of a series as a connection sees them, in ordinal order.</summary>
    public static IReadOnlyList<string> IdsInSeries(DbConnection connection, string seriesId) => connection
        .Query<string>("select dataset_id from dataset_series where series_id = @seriesId order by dataset_id", new { seriesId })
        .AsList();

    private static IEnumerable<Link> LinksOf(Dataset dataset) =>
    [
        .. Link.ToConcepts(dataset),
        .. Link.To(Kinds.Agent, "publisher", dataset.Publisher),
        .. Link.To(Kinds.Agent, "creator", dataset.Creator),
        .. Link.To(Kinds.Series, "series", dataset.Series),
        .. Link.To(Kinds.Territory, "territories", dataset.Territories),
        .. Link.To(Kinds.Territory, "territoriesExcept", dataset.TerritoriesExcept),
        .. Link.To(Kinds.Territory, "territoriesUnknown", dataset.TerritoriesUnknown),
        .. Link.To(
            Kinds.Territory,
            "distributions.template.except",
            dataset.Distributions.SelectMany(distribution => distribution.Template?.Except ?? [])),
        .. Link.To(Kinds.Territory, "reuseExample.territory", dataset.ReuseExample?.Territory),
    ];

    private static Action<WriteSession, SaveOutcome> Derive(Dataset dataset)
    {
        var row = new SearchRow(dataset);
        return (session, outcome) =>
        {
            if (outcome != SaveOutcome.Created)
            {
                session.Execute("delete from distribution where dataset_id = @id", ("@id", dataset.Id));
                Identifiers.Clear(session, dataset.Id);
                SearchRows.RemoveWords(session, dataset.Id);
            }

            AddDistributions(session, dataset);
            Identifiers.Add(session, dataset.Id, dataset.OtherIdentifiers);
            SearchRows.Add(session, row);
        };
    }

    /// <summary>
    /// Removes what is derived from a dataset. The ids of its distributions stay, so that their addresses answer 410 too.
    /// </summary>
    private static void RemoveDerived(WriteSession session, string id)
    {
        session.Execute("update distribution set service_id = null where dataset_id = @id", ("@id", id));
        Identifiers.Clear(session, id);
        SearchRows.Remove(session, id);
    }

    private static void AddDistributions(WriteSession session, Dataset dataset)
    {
        foreach (var distribution in dataset.Distributions)
        {
            session.Execute(
                "insert into distribution (id, dataset_id, service_id) values (@id, @dataset, @service)",
                ("@id", distribution.Id), ("@dataset", dataset.Id), ("@service", distribution.Service));
        }
    }
}
