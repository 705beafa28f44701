using System.Data.Common;
using System.Text.Json;
using Dapper;
using DataCatalog.Index.Words;
using DataCatalog.Storage;

namespace DataCatalog.Index.PostgreSql;

/// <summary>The index as a table with a <c>tsvector</c>, which has an index of its own (GIN).</summary>
internal sealed class PostgreSqlTextIndex : TextIndex
{
    public static readonly PostgreSqlTextIndex Instance = new();

    private const string TextsSql = "select rowid, title, keywords, subjects, description from search";

    private const string HasSql = "select exists (select 1 from search where words @@ cast(@query as tsquery))";

    private const string FirstSql = """
        select d.id, d.document
        from search s join search_row r on r.id = s.rowid join dataset d on d.id = r.dataset_id
        where s.words @@ cast(@query as tsquery)
        order by s.rowid
        limit @limit
        """;

    private PostgreSqlTextIndex()
    {
    }

    /// <summary>Tells the planner how many rows and words there are now.</summary>
    public override void Merge(WriteSession session) => session.Execute("analyze search");

    public override bool Has(DbConnection connection, string term) => connection.ExecuteScalar<bool>(HasSql, new { query = Quoted(term) });

    public override bool HasBeginning(DbConnection connection, string start) =>
        connection.ExecuteScalar<bool>(HasSql, new { query = $"{Quoted(start)}:*" });

    public override IEnumerable<(string Term, long Datasets)> Vocabulary(DbConnection connection) =>
        connection.Query<(string Term, long Datasets)>("select term, doc from search_vocabulary");

    public override IReadOnlyList<(string Id, string Document)> First(DbConnection connection, string term, int limit) =>
        connection.Query<(string Id, string Document)>(FirstSql, new { query = Quoted(term), limit }).AsList();

    public override void Read(DbConnection connection, IReadOnlyList<int>? numbers, TextFound found)
    {
        var sql = numbers is null
            ? $"{TextsSql} order by rowid"
            : $"{TextsSql} where rowid in (select cast(value as bigint) from json_each(@numbers)) order by rowid";
        using var rows = (DbDataReader)connection.ExecuteReader(sql, new { numbers = JsonSerializer.Serialize(numbers) });
        while (rows.Read())
        {
            for (var column = 0; column < PackedText.Columns; column++)
            {
                found((int)rows.GetInt64(0), column, rows.GetFieldValue<byte[]>(column + 1));
            }
        }
    }

    /// <summary>Returns a query for one word, whatever its letters.</summary>
    private static string Quoted(string term) =>
        $"'{term.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'";
}
