using System.Text.Json;
using DataCatalog.Dcat.Records;
using DataCatalog.Index;
using DataCatalog.Storage;

namespace DataCatalog.Territories;

/// <summary>Reads and writes the territories.</summary>
internal sealed class TerritoryStore(RecordReader<Territory> reader)
{
    public static readonly RecordWriter<Territory> Writer = new([Kinds.Territory], LinksOf)
    {
        Derive = territory => (session, outcome) => SearchRows.SaveRenamed(session, Kinds.Territory, territory.Id, outcome),
    };

    /// <summary>Reads present territories by their ids, in the order of the ids.</summary>
    /// <exception cref="KeyNotFoundException">
    /// One of the ids has no present territory. It is not skipped, since that would shorten a page.
    /// </exception>
    public IReadOnlyList<Entry<Territory>> Find(IReadOnlyList<string> ids)
    {
        var chosen = new Selection(
            "t.id in (select value from json_each(@ids))",
            new Dictionary<string, object>(StringComparer.Ordinal) { ["ids"] = JsonSerializer.Serialize(ids) });
        var found = reader.List(chosen, offset: 0, limit: ids.Count).ToDictionary(entry => entry.Record.Id, StringComparer.Ordinal);
        return [.. ids.Select(id => found[id])];
    }

    private static IEnumerable<Link> LinksOf(Territory territory) =>
    [
        .. Link.To(Kinds.Territory, "parents", territory.Parents),
    ];
}
