using System.Data.Common;
using System.Text.Json;
using Dapper;
using DataCatalog.Dcat.Records;

namespace DataCatalog.Storage;

/// <summary>Reads the records of one kind. Each record is one row. A living record is one that is not withdrawn.</summary>
internal sealed class RecordReader<T>(Database database)
    where T : class, IRecord
{
    private const string Columns = "t.version, t.entered_on, t.changed_on, t.document";

    private static readonly string Kind = Kinds.Of<T>();
    private static readonly string FindSql = $"select {Columns} from {Kind} t where t.id = @id and t.withdrawn_at is null";
    private static readonly string HasSql = $"select exists (select 1 from {Kind} where id = @id and withdrawn_at is null)";
    private static readonly string ListSql =
        $"select {Columns} from {Kind} t where t.withdrawn_at is null order by t.id limit @limit offset @offset";
    private static readonly string SelectSql = $"select {Columns} from {Kind} t where t.withdrawn_at is null and ";
    private static readonly string IdsSql = $"select id from {Kind} where withdrawn_at is null order by id";
    private static readonly string CountSql = $"select count(*) from {Kind} where withdrawn_at is null";
    private static readonly string TombstoneSql =
        $"select id as Id, withdrawn_at as At, withdrawn_why as Why from {Kind} where id = @id and withdrawn_at is not null";

    public Entry<T>? Find(string id)
    {
        if (!StoredText.CanBe(id))
        {
            return null;
        }

        using var connection = database.OpenRead();
        return Read(connection, FindSql, new { id }).FirstOrDefault();
    }

    /// <summary>Whether a living record has this id; does not read its document.</summary>
    public bool Has(string id)
    {
        using var connection = database.OpenRead();
        return StoredText.CanBe(id) && connection.ExecuteScalar<bool>(HasSql, new { id });
    }

    public Tombstone? FindTombstone(string id)
    {
        if (!StoredText.CanBe(id))
        {
            return null;
        }

        using var connection = database.OpenRead();
        return connection.QueryFirstOrDefault<TombstoneRow>(TombstoneSql, new { id })?.ToTombstone();
    }

    public int Count()
    {
        using var connection = database.OpenRead();
        return connection.ExecuteScalar<int>(CountSql);
    }

    /// <summary>Returns the ids of the living records, in ordinal order.</summary>
    public IReadOnlyList<string> Ids()
    {
        using var connection = database.OpenRead();
        return connection.Query<string>(IdsSql).AsList();
    }

    /// <summary>Returns a part of the living records in the ordinal order of their ids.</summary>
    public IReadOnlyList<Entry<T>> List(int offset, int limit)
    {
        using var connection = database.OpenRead();
        return [.. Read(connection, ListSql, new { offset, limit })];
    }

    /// <summary>Reads all living records in the ordinal order of their ids, from one snapshot, row by row.</summary>
    public IEnumerable<Entry<T>> All()
    {
        using var connection = database.OpenRead();
        foreach (var entry in All(connection))
        {
            yield return entry;
        }
    }

    /// <summary>
    /// Reads all living records in the ordinal order of their ids over a connection of the caller, which asks nothing else meanwhile.
    /// </summary>
    public static IEnumerable<Entry<T>> All(DbConnection connection) =>
        Read(connection, ListSql, new { offset = 0, limit = int.MaxValue });

    /// <summary>
    /// Reads all living records in the ordinal order of their ids over a connection of the caller, some at a time: the caller may ask for
    /// something else between them. One snapshot is up to the caller.
    /// </summary>
    public static IEnumerable<IReadOnlyList<Entry<T>>> Slices(DbConnection connection, int size)
    {
        for (var after = ""; Slice(connection, after, size) is { Count: > 0 } slice; after = slice[^1].Record.Id)
        {
            yield return slice;
        }
    }

    /// <summary>Returns the ids of the living records of a selection, in ordinal order.</summary>
    public IReadOnlyList<string> Ids(Selection selection)
    {
        using var connection = database.OpenRead();
        return connection.Query<string>(
            $"select t.id from {Kind} t where t.withdrawn_at is null and {selection.Condition} order by t.id",
            new DynamicParameters(selection.Parameters)).AsList();
    }

    /// <summary>Counts the records of a selection.</summary>
    public int Count(Selection selection)
    {
        using var connection = database.OpenRead();
        return connection.ExecuteScalar<int>(
            $"select count(*) from {Kind} t where t.withdrawn_at is null and {selection.Condition}",
            new DynamicParameters(selection.Parameters));
    }

    /// <summary>Returns a part of a selection by its position in the ordinal order of the ids.</summary>
    public IReadOnlyList<Entry<T>> List(Selection selection, int offset, int limit) =>
        Select(selection, "true", "order by t.id limit @limit offset @offset", ("limit", limit), ("offset", offset));

    /// <summary>Returns the part of a selection that follows an id, whether or not that id still exists.</summary>
    public IReadOnlyList<Entry<T>> After(Selection selection, string id, int limit) =>
        Select(selection, "t.id > @after", "order by t.id limit @limit", ("after", id), ("limit", limit));

    /// <summary>Returns the living records among some ids, in the order of these ids, over a connection of the caller.</summary>
    public static IReadOnlyList<Entry<T>> Find(DbConnection connection, IReadOnlyList<string> ids)
    {
        const string Condition = "t.id in (select value from json_each(@ids))";
        var found = Read(connection, $"{SelectSql}{Condition}", new { ids = JsonSerializer.Serialize(ids) })
            .ToDictionary(entry => entry.Record.Id, StringComparer.Ordinal);
        return [.. ids.Where(found.ContainsKey).Select(id => found[id])];
    }

    /// <summary>Returns the records that are joined to another record by a link table or another derived table.</summary>
    /// <param name="joins">What follows <c>from {Kind} t</c>: joins and conditions on <paramref name="id"/> as <c>@id</c>.</param>
    /// <param name="id">The id of the other record.</param>
    public IReadOnlyList<Entry<T>> Linked(string joins, string id)
    {
        if (!StoredText.CanBe(id))
        {
            return [];
        }

        using var connection = database.OpenRead();
        return [.. Read(connection, $"select {Columns} from {Kind} t {joins} order by t.id", new { id })];
    }

    private IReadOnlyList<Entry<T>> Select(
        Selection selection, string condition, string order, params ReadOnlySpan<(string Name, object Value)> more)
    {
        var parameters = new DynamicParameters(selection.Parameters);
        foreach (var (name, value) in more)
        {
            parameters.Add(name, value);
        }

        using var connection = database.OpenRead();
        return [.. Read(connection, $"{SelectSql}{condition} and {selection.Condition} {order}", parameters)];
    }

    private static List<Entry<T>> Slice(DbConnection connection, string after, int limit) =>
        [.. Read(connection, $"{SelectSql}t.id > @after order by t.id limit @limit", new { after, limit })];

    /// <summary>
    /// Reads entries row by row. Documents are read as UTF-8, as they are stored: strings of them would be made for nothing.
    /// </summary>
    private static IEnumerable<Entry<T>> Read(DbConnection connection, string sql, object parameters)
    {
        using var rows = (DbDataReader)connection.ExecuteReader(sql, parameters);
        while (rows.Read())
        {
            yield return new Entry<T>(
                RecordJson.Read<T>(rows.GetFieldValue<byte[]>(3)),
                rows.GetInt64(0),
                StoredText.Day(rows.GetString(1)),
                StoredText.Day(rows.GetString(2)));
        }
    }

    private sealed record TombstoneRow(string Id, string At, string Why)
    {
        public Tombstone ToTombstone() => new(Id, StoredText.Instant(At), Why);
    }
}
