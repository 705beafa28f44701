using System.Text.Json;
using DataCatalog.Storage;

namespace DataCatalog.Index;

/// <summary>
/// Writes the synonyms. They stand in no record, and they decide what searches and suggestions answer: so the change log has them, all together
/// as one thing.
/// </summary>
internal static class SynonymStore
{
    /// <summary>Puts groups of terms in the place of those before; the same ones write nothing.</summary>
    public static void Replace(WriteSession session, IReadOnlyList<string> groups)
    {
        var known = session.All("select terms from synonym", row => row.GetString(0));
        if (known.ToHashSet(StringComparer.Ordinal).SetEquals(groups))
        {
            return;
        }

        session.Execute("delete from synonym");
        foreach (var group in groups)
        {
            session.Execute("insert into synonym (terms) values (@terms)", ("@terms", group));
        }

        var version = session.All("select version from change where kind = @kind", row => row.GetInt64(0), ("@kind", Kinds.Synonyms)).DefaultIfEmpty().Max() + 1;
        session.Log(Kinds.Synonyms, Kinds.Synonyms, version == 1 ? "create" : "update", version, JsonSerializer.Serialize(groups));
    }
}
