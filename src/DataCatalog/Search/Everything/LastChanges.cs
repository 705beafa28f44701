using System.Data.Common;
using System.Text.Json;
using Dapper;
using DataCatalog.Dcat.Mapping;
using DataCatalog.Storage;

namespace DataCatalog.Search.Everything;

/// <summary>Reads when entries were last changed here, out of the change log.</summary>
internal static class LastChanges
{
    private const string Sql = """
        select c.kind as Kind, c.id as Id, c.at as At
        from json_each(@keys) key join change c on c.kind = key.value ->> 0 and c.id = key.value ->> 1
        where not exists (select 1 from change later where later.kind = c.kind and later.id = c.id and later.version > c.version)
        """;

    /// <summary>Returns the time of the last change of each entry, in the order of the entries.</summary>
    public static IReadOnlyList<DateTimeOffset> Of(DbConnection connection, IReadOnlyList<FoundEntry> entries)
    {
        var keys = JsonSerializer.Serialize(entries.Select(entry => new[] { Kinds.Of(entry.Record), entry.Record.Id }));
        var times = connection.Query<Row>(Sql, new { keys }).ToDictionary(row => (row.Kind, row.Id), row => StoredText.Instant(row.At));
        return [.. entries.Select(entry => times[(Kinds.Of(entry.Record), entry.Record.Id)])];
    }

    private sealed record Row(string Kind, string Id, string At);
}
