using DataCatalog.Dcat.Records;

namespace DataCatalog.Storage;

/// <summary>The table that holds the other identifiers of one kind of record.</summary>
internal sealed class IdentifierTable(string kind)
{
    private readonly string _delete = $"delete from {kind}_identifier where {kind}_id = @id";
    private readonly string _insert =
        $"insert into {kind}_identifier ({kind}_id, platform, identifier) values (@id, @platform, @identifier) on conflict do nothing";

    /// <summary>Replaces the identifiers of one record.</summary>
    public void Replace(WriteSession session, string id, IEnumerable<OtherIdentifier> identifiers)
    {
        Clear(session, id);
        Add(session, id, identifiers);
    }

    /// <summary>Adds the identifiers of one record, which has none yet.</summary>
    public void Add(WriteSession session, string id, IEnumerable<OtherIdentifier> identifiers)
    {
        foreach (var (platform, identifier) in identifiers)
        {
            session.Execute(_insert, ("@id", id), ("@platform", platform), ("@identifier", identifier));
        }
    }

    public void Clear(WriteSession session, string id) => session.Execute(_delete, ("@id", id));
}
