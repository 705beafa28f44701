using Dapper;
using DataCatalog.Dcat.Records;
using DataCatalog.Index.Columns;
using DataCatalog.Storage;
using Microsoft.Data.Sqlite;

namespace DataCatalog.Index;

/// <summary>
/// Writes the search index, in the transaction of the records that change: a dataset, or a publisher, concept or territory whose name is in
/// the index rows of datasets.
/// </summary>
internal static class SearchRows
{
    /// <summary>Selects the names of the records that a dataset (<c>@id</c>) links to, as one text; null when it links to none.</summary>
    public const string LabelsSql = """
        select group_concat(label, ' ') from (
          select a.document ->> '$.name.fr' as label from dataset_agent l join agent a on a.id = l.agent_id where l.dataset_id = @id
          union all
          select concat_ws(' ', c.document ->> '$.label.fr', (select group_concat(value, ' ') from json_each(c.document, '$.altLabels')))
          from dataset_concept l join concept c on c.id = l.concept_id where l.dataset_id = @id and l.field in ('competences', 'themes')
          union all
          select t.document ->> '$.name' from dataset_territory l join territory t on t.id = l.territory_id
          where l.dataset_id = @id and l.field = 'territories' and t.id not like 'country%')
        """;

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

    private const string SaveSql = """
        insert into search_row (dataset_id, sequence, changed_at, facts)
        select c.id, c.sequence, c.at, @facts from change c where c.kind = 'dataset' and c.id = @id order by c.version desc limit 1
        on conflict (dataset_id) do update set sequence = excluded.sequence, changed_at = excluded.changed_at, facts = excluded.facts
        """;

    /// <summary>Writes the index row of a dataset; call it after its links and its change are written.</summary>
    public static void Save(WriteSession session, Dataset dataset)
    {
        session.Execute("delete from search where rowid = (select id from search_row where dataset_id = @id)", ("@id", dataset.Id));
        session.Execute("insert into setting (name, value) values ('search-form', @form) on conflict (name) do nothing", ("@form", Form));
        session.Execute(SaveSql, ("@id", dataset.Id), ("@facts", DatasetFacts.Of(dataset).ToJson()));
        session.Execute(
            """
            insert into search (rowid, title, keywords, subjects, description)
            select id, @title, @keywords, @subjects, @description from search_row where dataset_id = @id
            """,
            ("@id", dataset.Id),
            ("@title", Normal(dataset.Title["fr"])),
            ("@keywords", Normal(string.Join(" . ", dataset.Keywords))),
            ("@subjects", Normal(session.First(LabelsSql, row => row.IsDBNull(0) ? "" : row.GetString(0), ("@id", dataset.Id)))),
            ("@description", Normal(dataset.Description["fr"])));
    }

    public static void Remove(WriteSession session, string id)
    {
        session.Execute("delete from search where rowid = (select id from search_row where dataset_id = @id)", ("@id", id));
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
            Save(session, dataset);
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
            Save(session, dataset);
        }

        session.Execute("insert into search (search) values ('optimize')");
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

    /// <summary>Returns a text as it is indexed. Other forms of its compounds stand at its end, where they part no phrase.</summary>
    private static string Normal(string? text) => text is null ? "" : string.Join(
        ' ', FrenchText.Terms(text).Concat(FrenchText.Compounds(text).Select(token => token.Term).Distinct(StringComparer.Ordinal)));

    private static Dataset Read(SqliteDataReader row) => RecordJson.Read<Dataset>(row.GetString(0));
}
