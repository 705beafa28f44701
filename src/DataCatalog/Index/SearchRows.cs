using System.Data.Common;
using Dapper;
using DataCatalog.Dcat.Records;
using DataCatalog.Storage;

namespace DataCatalog.Index;

/// <summary>
/// Writes the search index, in the transaction of the records that change: a dataset, or a publisher, concept or territory whose name is in
/// the index rows of datasets.
/// </summary>
internal static class SearchRows
{
    private const string IsCompleteSql = """
        select (select count(*) from search_row) = (select count(*) from dataset where withdrawn_at is null)
          and exists (select 1 from setting where name = 'search-form' and value = @form)
        """;

    /// <summary>
    /// Selects the living datasets in the order of their row numbers, which is the fastest to index; datasets without a number come last.
    /// </summary>
    private const string LivingSql = """
        select d.document from dataset d left join search_row r on r.dataset_id = d.id
        where d.withdrawn_at is null
        order by r.id is null, r.id, d.id
        """;

    /// <summary>
    /// The version of the index. Raise it with every change of what this class writes or of <see cref="FrenchText"/>: the next start
    /// rebuilds an index of another version.
    /// </summary>
    private const string Form = "7";

    private const string LastChange = "from change where kind = 'dataset' and id = @id order by version desc limit 1";

    /// <summary>
    /// Inserts values and not the rows of a query: SQLite makes a savepoint for those, and FTS5 then writes a segment for every dataset
    /// instead of one for many.
    /// </summary>
    private const string SaveSql = $"""
        insert into search_row (id, dataset_id, sequence, changed_at, facts)
        values ((select coalesce(max(id), 0) + 1 from search_row), @id, (select sequence {LastChange}), (select at {LastChange}), @facts)
        on conflict (dataset_id) do update set sequence = excluded.sequence, changed_at = excluded.changed_at, facts = excluded.facts
        """;

    /// <summary>
    /// Writes the index row of a dataset whose words are not in the index; call it after its links and its change are written.
    /// </summary>
    public static void Add(WriteSession session, SearchRow row)
    {
        session.Execute("insert into setting (name, value) values ('search-form', @form) on conflict (name) do nothing", ("@form", Form));
        session.Execute(SaveSql, ("@id", row.Id), ("@facts", row.Facts));
        session.Execute(
            """
            insert into search (rowid, title, keywords, subjects, description)
            values ((select id from search_row where dataset_id = @id), @title, @keywords, @subjects, @description)
            """,
            ("@id", row.Id),
            ("@title", row.Title),
            ("@keywords", row.Keywords),
            ("@subjects", IndexedText.Join(Labels.Of(session, row.Id))),
            ("@description", row.Description));
    }

    /// <summary>Removes the words of a dataset from the index, and leaves its number.</summary>
    public static void RemoveWords(WriteSession session, string id) =>
        session.Execute("delete from search where rowid = (select id from search_row where dataset_id = @id)", ("@id", id));

    public static void Remove(WriteSession session, string id)
    {
        RemoveWords(session, id);
        session.Execute("delete from search_row where dataset_id = @id", ("@id", id));
    }

    /// <summary>Rewrites the index rows of all datasets that link to a record, if it has changed.</summary>
    /// <param name="session">The transaction.</param>
    /// <param name="kind">The kind of record: agent, concept or territory.</param>
    /// <param name="id">The id of the record.</param>
    /// <param name="outcome">The effect of saving the record: no dataset links to a new record yet.</param>
    public static void SaveRenamed(WriteSession session, string kind, string id, SaveOutcome outcome)
    {
        if (outcome != SaveOutcome.Changed)
        {
            return;
        }

        var sql = $"""
            select d.document from dataset d
            where d.withdrawn_at is null and d.id in (select dataset_id from dataset_{kind} where {kind}_id = @id)
            """;
        foreach (var dataset in session.All(sql, Read, ("@id", id)))
        {
            RemoveWords(session, dataset.Id);
            Add(session, new SearchRow(dataset));
        }
    }

    /// <summary>
    /// Rebuilds all rows and merges the index into one segment: finding words in many segments, with deleted rows among them, takes up to
    /// twice the time. Rows keep their numbers, which order equal results, so no answer changes.
    /// </summary>
    /// <returns>The number of rows.</returns>
    public static int Rebuild(WriteSession session)
    {
        session.Execute("delete from search");
        session.Execute("delete from search_row where dataset_id not in (select id from dataset where withdrawn_at is null)");
        var datasets = session.All(LivingSql, Read);
        foreach (var dataset in datasets)
        {
            Add(session, new SearchRow(dataset));
        }

        TextIndex.Of(session.Connection).Merge(session);
        session.Execute(
            "insert into setting (name, value) values ('search-form', @form) on conflict (name) do update set value = excluded.value",
            ("@form", Form));
        return datasets.Count;
    }

    /// <summary>Rebuilds the index when rows are missing or its version differs.</summary>
    public static void Complete(Database database)
    {
        if (!AreComplete(database))
        {
            database.Write("server", session => Rebuild(session));
        }
    }

    /// <summary>Whether every dataset has a row of this version.</summary>
    public static bool AreComplete(Database database)
    {
        using var connection = database.OpenRead();
        return connection.ExecuteScalar<bool>(IsCompleteSql, new { form = Form });
    }

    private static Dataset Read(DbDataReader row) => RecordJson.Read<Dataset>(row.GetString(0));
}
