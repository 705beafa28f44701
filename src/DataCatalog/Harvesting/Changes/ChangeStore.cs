using Dapper;
using DataCatalog.Storage;

namespace DataCatalog.Harvesting.Changes;

/// <summary>One row of the change log.</summary>
internal sealed record LoggedChange(long Sequence, DateTimeOffset At, string Kind, string Operation, string Id, long Version);

/// <summary>The last change of an entry, with its title and description, or with the reason when it was withdrawn.</summary>
internal sealed record LatestChange(
    long Sequence, DateTimeOffset At, string Kind, string Operation, string Id, string? Title, string? Description, string? Reason);

/// <summary>Reads the change log.</summary>
internal sealed class ChangeStore(Database database)
{
    private const string LastSql = "select at from change order by sequence desc limit 1";

    private const string SinceSql = """
        select sequence as Sequence, at as At, kind as Kind, operation as Operation, id as Id, version as Version
        from change
        where sequence > @since and sequence <= @last and (@kind is null or kind = @kind) and kind <> @hidden
        order by sequence
        limit @limit
        """;

    private const string LatestSql = """
        select c.sequence as Sequence, c.at as At, c.kind as Kind, c.operation as Operation, c.id as Id,
          c.document ->> '$.title.fr' as Title, c.document ->> '$.description.fr' as Description,
          coalesce(d.withdrawn_why, s.withdrawn_why, r.withdrawn_why) as Reason
        from change c
        left join dataset d on c.kind = 'dataset' and d.id = c.id
        left join service s on c.kind = 'service' and s.id = c.id
        left join series r on c.kind = 'series' and r.id = c.id
        where c.kind in ('dataset', 'service', 'series') and c.sequence < @before
          and not exists (select 1 from change later where later.kind = c.kind and later.id = c.id and later.version > c.version)
        order by c.sequence desc
        limit @limit
        """;

    /// <summary>Lists the changes of records after a sequence number, oldest first.</summary>
    /// <param name="since">The sequence number.</param>
    /// <param name="last">The sequence number of the last change to list.</param>
    /// <param name="kind">The kind of record; null for all kinds.</param>
    /// <param name="limit">The maximal number of changes.</param>
    public IReadOnlyList<LoggedChange> Since(long since, long last, string? kind, int limit)
    {
        using var connection = database.OpenRead();
        return [.. connection.Query<LoggedRow>(SinceSql, new { since, last, kind, hidden = Kinds.Synonyms, limit })
            .Select(row => new LoggedChange(row.Sequence, StoredText.Instant(row.At), row.Kind, row.Operation, row.Id, row.Version))];
    }

    /// <summary>Lists the last change of each dataset, service and series, newest first.</summary>
    /// <param name="before">Only changes before this sequence number.</param>
    /// <param name="limit">The maximal number of changes.</param>
    public IReadOnlyList<LatestChange> Latest(long before, int limit)
    {
        using var connection = database.OpenRead();
        return [.. connection.Query<LatestRow>(LatestSql, new { before, limit }).Select(row => new LatestChange(
            row.Sequence, StoredText.Instant(row.At), row.Kind, row.Operation, row.Id, row.Title, row.Description, row.Reason))];
    }

    /// <summary>Returns the time of the last change of anything; null in an empty catalogue.</summary>
    public DateTimeOffset? LastAt()
    {
        using var connection = database.OpenRead();
        return connection.ExecuteScalar<string?>(LastSql) is { } at ? StoredText.Instant(at) : null;
    }

    private sealed record LoggedRow(long Sequence, string At, string Kind, string Operation, string Id, long Version);

    /// <summary>A row with settable properties instead of a constructor: Dapper knows no type of a computed column that is null.</summary>
    private sealed record LatestRow
    {
        public long Sequence { get; init; }

        public string At { get; init; } = "";

        public string Kind { get; init; } = "";

        public string Operation { get; init; } = "";

        public string Id { get; init; } = "";

        public string? Title { get; init; }

        public string? Description { get; init; }

        public string? Reason { get; init; }
    }
}
