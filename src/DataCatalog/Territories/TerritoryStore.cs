using System.Text.Json;
using DataCatalog.Dcat.Records;
using DataCatalog.Index;
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

    /// <summary>Living territories by their ids, in the order of these.</summary>
    /// <exception cref="KeyNotFoundException">One of them is not there, or no more: leaving it out would shorten a page.</exception>
    public IReadOnlyList<Entry<Territory>> Find(IReadOnlyList<string> ids)
    {
        var chosen = new Selection(
            "t.id in (select value from json_each(@ids))", new Dictionary<string, object>(StringComparer.Ordinal) { ["ids"] = JsonSerializer.Serialize(ids) });
        var found = _reader.List(chosen, offset: 0, limit: ids.Count).ToDictionary(entry => entry.Record.Id, StringComparer.Ordinal);
        return [.. ids.Select(id => found[id])];
    }

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
