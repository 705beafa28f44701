using System.Data.Common;
using System.Text.Json;
using Dapper;
using DataCatalog.Index.Words;
using DataCatalog.Storage;

namespace DataCatalog.Index.Columns;

/// <summary>
/// Keeps the newest columns that were asked for. After changes of datasets, and of records whose names are in their texts, it reads only
/// the rows of these datasets. It reads all rows when facts of related records have changed: the group of a competence, the kind of a
/// publisher, the datasets of a service.
/// </summary>
internal sealed class ColumnsStore(Database database)
{
    /// <summary>The number of changed datasets from which reading all rows is faster.</summary>
    private const int ManyChanges = 5_000;

    private const string RowsSql = """
        select r.id as Number, r.dataset_id as Id, r.sequence as Sequence, r.changed_at as ChangedAt, r.facts as Facts
        from search_row r
        """;

    private const string BoundSql = "select coalesce(max(id), -1) + 1 from search_row";

    private const string ChangedRowsSql = $"{RowsSql} where r.dataset_id in (select value from json_each(@ids))";

    private const string ChangedSql = """
        select distinct id from (
          select id from change where kind = 'dataset' and sequence > @after
          union all
          select l.dataset_id from change c join dataset_agent l on l.agent_id = c.id where c.kind = 'agent' and c.sequence > @after
          union all
          select l.dataset_id from change c join dataset_concept l on l.concept_id = c.id where c.kind = 'concept' and c.sequence > @after
          union all
          select l.dataset_id from change c join dataset_territory l on l.territory_id = c.id
          where c.kind = 'territory' and c.sequence > @after) changed
        limit @limit
        """;

    private readonly Derived<Kept> _kept = new(database.Epoch);

    /// <summary>
    /// Returns the columns as of a snapshot of the database; null when newer columns are kept already, and the caller needs a newer
    /// snapshot.
    /// </summary>
    public CatalogColumns? At(Snapshot snapshot) => _kept.At(snapshot.Sequence, before => Renewed(snapshot, before))?.Columns;

    private Kept Renewed(Snapshot snapshot, Kept? before)
    {
        var (connection, sequence) = (snapshot.Connection, snapshot.Sequence);
        var related = RelatedFacts.Read(connection);
        if (before is null
            || !before.Related.SameAs(related)
            || Changed(connection, before.Columns.Sequence) is not { Count: < ManyChanges } changed)
        {
            return new Kept(All(snapshot, related), related);
        }

        StoredRow[] fresh = [.. Read(connection, ChangedRowsSql, new { ids = JsonSerializer.Serialize(changed) }, related)];
        int[] numbers = [.. before.Columns.NumbersOf(changed).Concat(fresh.Select(row => row.Number)).Distinct().Order()];
        var words = Words(connection, before.Columns.Words, numbers);
        return before with { Columns = before.Columns.With(sequence, changed, fresh, words) };
    }

    /// <summary>
    /// Reads all rows, and their words on another processor. That needs a second snapshot; when a change has come between the two, both are
    /// read from the first.
    /// </summary>
    private CatalogColumns All(Snapshot snapshot, RelatedFacts related)
    {
        var connection = snapshot.Connection;
        using var beside = database.OpenSnapshot();
        var words = beside.Sequence == snapshot.Sequence ? Task.Run(() => Words(beside.Connection)) : null;
        try
        {
            var rows = Read(connection, RowsSql, parameters: null, related);
            var bound = connection.ExecuteScalar<int>(BoundSql);
            return CatalogColumns.Of(snapshot.Sequence, bound, rows, () => words?.GetAwaiter().GetResult() ?? Words(connection));
        }
        finally
        {
            Task.WaitAny(words ?? Task.CompletedTask);
        }
    }

    private static WordIndex Words(DbConnection connection)
    {
        var terms = new TermBook.Builder(TermBook.Empty);
        var texts = new IndexedTexts(connection, terms).All();
        return WordIndex.Of(terms.ToBook(), texts);
    }

    private static WordIndex Words(DbConnection connection, WordIndex before, IReadOnlyList<int> changed)
    {
        var terms = new TermBook.Builder(before.Terms);
        var texts = new IndexedTexts(connection, terms).Of(changed);
        return before.With(terms.ToBook(), changed, texts);
    }

    private static HashSet<string> Changed(DbConnection connection, long after) =>
        connection.Query<string>(ChangedSql, new { after, limit = ManyChanges }).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<StoredRow> Read(DbConnection connection, string sql, object? parameters, RelatedFacts related) =>
        connection.Query<Stored>($"{sql} order by r.id", parameters, buffered: false).Select(row => row.ToRow(related));

    /// <summary>The columns, and the facts of related records in them.</summary>
    private sealed record Kept(CatalogColumns Columns, RelatedFacts Related);

    private sealed record Stored
    {
        public long Number { get; init; }

        public string Id { get; init; } = "";

        public long Sequence { get; init; }

        public string ChangedAt { get; init; } = "";

        public string Facts { get; init; } = "";

        public StoredRow ToRow(RelatedFacts related) =>
            new((int)Number, Id, Sequence, StoredText.Instant(ChangedAt), related.Complete(Id, DatasetFacts.Read(Facts)));
    }
}
