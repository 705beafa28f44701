using System.Collections;
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

    private const string AllSql = "select group_concat(rowid, ',') from search where search match ?1";

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

    /// <summary>
    /// Returns all rows that match an expression, in any order. SQLite writes their numbers into one text, so that there is one call for
    /// all rows and not one for each.
    /// </summary>
    public static List<int> All(SqliteConnection connection, string expression)
    {
        var rows = new RowNumbers(connection, expression);
        rows.Check(raw.sqlite3_prepare_v2(connection.Handle, AllSql, out var statement));
        using (statement)
        {
            rows.Check(raw.sqlite3_bind_text(statement, 1, expression));
            var result = raw.sqlite3_step(statement);
            rows.Check(result == raw.SQLITE_ROW ? raw.SQLITE_OK : result);
            return Read(raw.sqlite3_column_blob(statement, 0));
        }
    }

    private static List<int> Read(ReadOnlySpan<byte> text)
    {
        var (numbers, number) = (new List<int>(), 0);
        foreach (var sign in text)
        {
            if (sign == ',')
            {
                numbers.Add(number);
                number = 0;
            }
            else
            {
                number = (number * 10) + sign - '0';
            }
        }

        if (!text.IsEmpty)
        {
            numbers.Add(number);
        }

        return numbers;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, connection.Handle);
}
