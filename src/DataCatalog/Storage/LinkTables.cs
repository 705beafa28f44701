namespace DataCatalog.Storage;

/// <summary>The tables that hold the links of the records of one kind: <c>{kind}_{target}</c>.</summary>
internal sealed class LinkTables(string kind, IReadOnlyList<string> targets)
{
    private readonly Dictionary<string, string> _insert =
        targets.ToDictionary(target => target, target => InsertSql(kind, target), StringComparer.Ordinal);
    private readonly string[] _delete = [.. targets.Select(target => $"delete from {kind}_{target} where {kind}_id = @id")];

    /// <summary>Adds the links of one record, which has none yet.</summary>
    public void Add(WriteSession session, string id, IEnumerable<Link> links)
    {
        foreach (var link in links)
        {
            session.Execute(_insert[link.Kind], ("@id", id), ("@field", link.Field), ("@target", link.Id));
        }
    }

    public void Clear(WriteSession session, string id)
    {
        foreach (var sql in _delete)
        {
            session.Execute(sql, ("@id", id));
        }
    }

    private static string InsertSql(string kind, string target)
    {
        var column = string.Equals(kind, target, StringComparison.Ordinal) ? "other_id" : $"{target}_id";
        return $"insert into {kind}_{target} ({kind}_id, field, {column}) values (@id, @field, @target) on conflict do nothing";
    }
}
