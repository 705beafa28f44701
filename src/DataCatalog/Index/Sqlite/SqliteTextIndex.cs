using System.Data.Common;
using System.Text.Json;
using Dapper;
using DataCatalog.Index.Text;
using DataCatalog.Index.Words;
using DataCatalog.Storage;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace DataCatalog.Index.Sqlite;

/// <summary>The index as a table of FTS5.</summary>
internal sealed class SqliteTextIndex : TextIndex
{
    public static readonly SqliteTextIndex Instance = new();

    private const string TextsSql = "select rowid, title, keywords, subjects, description from search";

    private const string HasSql = "select exists (select 1 from search_vocabulary where term = @term)";

    private const string HasBeginningSql =
        "select exists (select 1 from search_vocabulary where term >= @start and term < @start || char(0x10ffff))";

    private const string FirstSql = """
        select d.id, d.document
        from search s join search_row r on r.id = s.rowid join dataset d on d.id = r.dataset_id
        where s.search match @expression
        order by s.rowid
        limit @limit
        """;

    private SqliteTextIndex()
    {
    }

    /// <summary>Whether a connection leads to such an index.</summary>
    public static bool Has(DbConnection connection) => connection is SqliteConnection;

    /// <summary>Merges all segments into one.</summary>
    public override void Merge(WriteSession session) => session.Execute("insert into search (search) values ('optimize')");

    public override bool Has(DbConnection connection, string term) => connection.ExecuteScalar<bool>(HasSql, new { term });

    public override bool HasBeginning(DbConnection connection, string start) =>
        connection.ExecuteScalar<bool>(HasBeginningSql, new { start });

    public override IEnumerable<(string Term, long Datasets)> Vocabulary(DbConnection connection) =>
        connection.Query<(string Term, long Datasets)>("select term, doc from search_vocabulary");

    public override IReadOnlyList<(string Id, string Document)> First(DbConnection connection, string term, int limit) =>
        connection.Query<(string Id, string Document)>(
            FirstSql, new { expression = new SearchTerm([term]).Expression, limit }).AsList();

    /// <summary>
    /// Reads by SQLite's own interface: through ADO.NET, the strings of 100,000 datasets would be made only to be split.
    /// </summary>
    public override void Read(DbConnection connection, IReadOnlyList<int>? numbers, TextFound found)
    {
        var handle = ((SqliteConnection)connection).Handle!;
        var sql = numbers is null ? $"{TextsSql} order by rowid" : $"{TextsSql} where rowid in (select value from json_each(?1))";
        Check(raw.sqlite3_prepare_v2(handle, sql, out var statement), handle);
        using (statement)
        {
            Check(numbers is null ? raw.SQLITE_OK : raw.sqlite3_bind_text(statement, 1, JsonSerializer.Serialize(numbers)), handle);
            int result;
            while ((result = raw.sqlite3_step(statement)) == raw.SQLITE_ROW)
            {
                for (var column = 0; column < PackedText.Columns; column++)
                {
                    found(raw.sqlite3_column_int(statement, 0), column, raw.sqlite3_column_blob(statement, column + 1));
                }
            }

            Check(result == raw.SQLITE_DONE ? raw.SQLITE_OK : result, handle);
        }
    }

    private static void Check(int result, sqlite3 handle) => SqliteException.ThrowExceptionForRC(result, handle);
}
