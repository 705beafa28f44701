using System.Text.Json;
using Dapper;
using DataCatalog.Storage;
using Microsoft.Data.Sqlite;

namespace DataCatalog.Search.Columns;

/// <summary>
/// Keeps the columns of the newest state that was asked for. After changes of datasets only their rows are read; all of them when what they
/// take from others has changed (a group of competences, the kind of a publisher, what services serve).
/// </summary>
internal sealed class ColumnsStore
{
    /// <summary>From this many changes on, reading all is quicker.</summary>
    private const int ManyChanges = 5_000;

    private const string RowsSql = "select r.id as Number, r.dataset_id as Id, r.sequence as Sequence, r.changed_at as ChangedAt, r.facts as Facts from search_row r";

    private const string ChangedSql = "select distinct id from change where kind = 'dataset' and sequence > @after limit @limit";

    private readonly Lock _gate = new();
    private volatile CatalogColumns? _kept;
    private OthersFacts? _others;

    /// <summary>The columns of the state that a snapshot of the database has; null when newer ones are kept already: take a newer snapshot.</summary>
    public CatalogColumns? At(Snapshot snapshot)
    {
        var revision = new Revision(snapshot.Sequence, snapshot.ReferenceRevision);
        if (_kept is { } kept && kept.Revision == revision)
        {
            return kept;
        }

        lock (_gate)
        {
            if (_kept is { } newest && newest.Revision.Sequence >= revision.Sequence)
            {
                return newest.Revision == revision ? newest : null;
            }

            return _kept = Renewed(snapshot.Connection, revision);
        }
    }

    private CatalogColumns Renewed(SqliteConnection connection, Revision revision)
    {
        var others = OthersFacts.Read(connection);
        if (_kept is { } before && _others is { } known && known.SameAs(others)
            && Changed(connection, before.Revision.Sequence) is { Count: < ManyChanges } changed)
        {
            return before.With(revision, changed, Read(connection, $"{RowsSql} where r.dataset_id in (select value from json_each(@ids))", new { ids = JsonSerializer.Serialize(changed) }, known));
        }

        var columns = CatalogColumns.Of(revision, Read(connection, RowsSql, parameters: null, others));
        _others = others;
        return columns;
    }

    private static HashSet<string> Changed(SqliteConnection connection, long after) =>
        connection.Query<string>(ChangedSql, new { after, limit = ManyChanges }).ToHashSet(StringComparer.Ordinal);

    private static IReadOnlyList<StoredRow> Read(SqliteConnection connection, string sql, object? parameters, OthersFacts others) =>
        [.. connection.Query<Stored>($"{sql} order by r.id", parameters, buffered: false).Select(row => row.ToRow(others))];

    private sealed record Stored
    {
        public long Number { get; init; }

        public string Id { get; init; } = "";

        public long Sequence { get; init; }

        public string ChangedAt { get; init; } = "";

        public string Facts { get; init; } = "";

        public StoredRow ToRow(OthersFacts others) =>
            new((int)Number, Id, Sequence, StoredText.Instant(ChangedAt), others.Complete(Id, DatasetFacts.Read(Facts)));
    }
}
