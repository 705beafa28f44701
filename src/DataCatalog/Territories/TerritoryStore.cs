using DataCatalog.Dcat.Records;
using DataCatalog.Search;
using DataCatalog.Storage;

namespace DataCatalog.Territories;

/// <summary>The places.</summary>
internal sealed class TerritoryStore(Database database)
{
    private readonly RecordReader<Territory> _reader = new(Kinds.Territory, database);
    private readonly RecordWriter<Territory> _writer = new(Kinds.Territory, [Kinds.Territory], LinksOf);

    public Entry<Territory>? Find(string id) => _reader.Find(id);

    public Tombstone? FindTombstone(string id) => _reader.FindTombstone(id);

    public int Count() => _reader.Count();

    public IReadOnlyList<string> Ids() => _reader.Ids();

    public IReadOnlyList<Entry<Territory>> List(int offset, int limit) => _reader.List(offset, limit);

    public IEnumerable<Entry<Territory>> All() => _reader.All();

    public SaveOutcome Save(WriteSession session, Territory territory, DateOnly checkedOn)
    {
        var outcome = _writer.Save(session, territory, checkedOn);
        if (outcome == SaveOutcome.Changed)
        {
            SearchRows.SaveNaming(session, Kinds.Territory, territory.Id);
        }

        return outcome;
    }

    public bool Withdraw(WriteSession session, string id, string reason) => _writer.Withdraw(session, id, reason);

    private static IEnumerable<Link> LinksOf(Territory territory) =>
    [
        .. Link.To(Kinds.Territory, "parents", territory.Parents),
    ];
}
