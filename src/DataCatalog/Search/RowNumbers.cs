using System.Collections;
using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace DataCatalog.Search;

/// <summary>
/// The numbers of the rows that match an expression, read by SQLite's own interface. A frequent word is in most of the datasets, and for
/// each row the reader of ADO.NET costs as much as the search itself.
/// </summary>
/// <param name="connection">A connection for reading.</param>
/// <param name="expression">An FTS5 expression.</param>
internal sealed class RowNumbers(SqliteConnection connection, string expression) : IEnumerable<int>
{
    private const string Sql = "select rowid from search where search match ?1";

    public IEnumerator<int> GetEnumerator()
    {
        Check(raw.sqlite3_prepare_v2(connection.Handle, Sql, out var statement));
        using (statement)
        {
            Check(raw.sqlite3_bind_text(statement, 1, expression));
            int result;
            while ((result = raw.sqlite3_step(statement)) == raw.SQLITE_ROW)
            {
                yield return raw.sqlite3_column_int(statement, 0);
            }

            Check(result == raw.SQLITE_DONE ? raw.SQLITE_OK : result);
        }
    }

    /// <summary>Returns the number of rows that match an expression, which SQLite counts faster than it returns them.</summary>
    public static int Count(SqliteConnection connection, string expression) => connection.ExecuteScalar<int>(
        "select count(*) from search where search match @expression", new { expression });

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, connection.Handle);
}
