using System.Text.Json;
using DataCatalog.Storage;

namespace DataCatalog.Index;

/// <summary>
/// Writes the search synonyms. No record holds them, and they decide the answers of searches and suggestions, so the change log has one
/// entry for all of them together.
/// </summary>
internal static class SynonymStore
{
    /// <summary>Replaces the groups of terms; writes nothing when they are the same.</summary>
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

        var versions = session.All("select version from change where kind = @kind", row => row.GetInt64(0), ("@kind", Kinds.Synonyms));
        var version = versions.DefaultIfEmpty().Max() + 1;
        session.Log(Kinds.Synonyms, Kinds.Synonyms, version == 1 ? "create" : "update", version, JsonSerializer.Serialize(groups));
    }
}
