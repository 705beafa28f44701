using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace DataCatalog.Index.Words;

/// <summary>
/// Reads the texts of the index by SQLite's own interface: through ADO.NET, the strings of 100,000 datasets would be made only to be
/// split.
/// </summary>
/// <param name="connection">A connection for reading.</param>
/// <param name="terms">Numbers the terms.</param>
internal sealed class IndexedTexts(SqliteConnection connection, TermBook.Builder terms)
{
    private const string Sql = "select rowid, title, keywords, subjects, description from search";

    private readonly List<byte> _text = [];
    private char[] _characters = new char[1_024];

    /// <summary>Reads all texts; returns them packed, by row number.</summary>
    public byte[]?[] All()
    {
        var texts = new List<byte[]?>();
        Read($"{Sql} order by rowid", numbers: null, (number, text) =>
        {
            while (texts.Count < number)
            {
                texts.Add(null);
            }

            texts.Add(text);
        });
        return [.. texts];
    }

    /// <summary>Reads the texts of some rows; returns them packed, by row number.</summary>
    public Dictionary<int, byte[]> Of(IReadOnlyList<int> numbers)
    {
        var texts = new Dictionary<int, byte[]>();
        Read($"{Sql} where rowid in (select value from json_each(?1))", JsonSerializer.Serialize(numbers), texts.Add);
        return texts;
    }

    private void Read(string sql, string? numbers, Action<int, byte[]> found)
    {
        Check(raw.sqlite3_prepare_v2(connection.Handle, sql, out var statement));
        using (statement)
        {
            Check(numbers is null ? raw.SQLITE_OK : raw.sqlite3_bind_text(statement, 1, numbers));
            int result;
            while ((result = raw.sqlite3_step(statement)) == raw.SQLITE_ROW)
            {
                found(raw.sqlite3_column_int(statement, 0), Packed(statement));
            }

            Check(result == raw.SQLITE_DONE ? raw.SQLITE_OK : result);
        }
    }

    private byte[] Packed(sqlite3_stmt statement)
    {
        _text.Clear();
        for (var column = 1; column <= PackedText.Columns; column++)
        {
            Add(raw.sqlite3_column_blob(statement, column));
            PackedText.EndColumn(_text);
        }

        return [.. _text];
    }

    private void Add(ReadOnlySpan<byte> utf8)
    {
        if (_characters.Length < utf8.Length)
        {
            _characters = new char[utf8.Length * 2];
        }

        var characters = _characters.AsSpan(0, Encoding.UTF8.GetChars(utf8, _characters));
        foreach (var term in characters.Split(' '))
        {
            if (!characters[term].IsEmpty)
            {
                PackedText.AddTerm(_text, terms.NumberOf(characters[term]));
            }
        }
    }

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, connection.Handle);
}
