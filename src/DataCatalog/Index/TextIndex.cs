using System.Data.Common;
using DataCatalog.Index.PostgreSql;
using DataCatalog.Index.Sqlite;
using DataCatalog.Storage;

namespace DataCatalog.Index;

/// <summary>Receives a text of the index.</summary>
/// <param name="number">The number of the dataset's row.</param>
/// <param name="column">The column, from 0: title, keywords, subjects, description.</param>
/// <param name="text">The terms with spaces between, in UTF-8.</param>
internal delegate void TextFound(int number, int column, ReadOnlySpan<byte> text);

/// <summary>
/// The index of the words in the database. <see cref="SearchRows"/> writes its texts, with one SQL text for all engines; this is what each
/// engine does in its own way. Searches use the words in memory (<see cref="Words.WordIndex"/>).
/// </summary>
internal abstract class TextIndex
{
    /// <summary>The index of the database that a connection leads to.</summary>
    public static TextIndex Of(DbConnection connection) =>
        SqliteTextIndex.Has(connection) ? SqliteTextIndex.Instance : PostgreSqlTextIndex.Instance;

    /// <summary>Makes the index compact, after all of it was written.</summary>
    public abstract void Merge(WriteSession session);

    /// <summary>Whether a dataset has a term.</summary>
    public abstract bool Has(DbConnection connection, string term);

    /// <summary>Whether a dataset has a term that begins with a text.</summary>
    public abstract bool HasBeginning(DbConnection connection, string start);

    /// <summary>Lists all terms, and how many datasets have each: it reads the whole index.</summary>
    public abstract IEnumerable<(string Term, long Datasets)> Vocabulary(DbConnection connection);

    /// <summary>Returns the ids and documents of the first datasets that have a term, in the order of their rows.</summary>
    public abstract IReadOnlyList<(string Id, string Document)> First(DbConnection connection, string term, int limit);

    /// <summary>Reads texts, row by row and each column of a row, in the order of the rows.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="numbers">The numbers of the rows; null for all.</param>
    /// <param name="found">Receives them.</param>
    public abstract void Read(DbConnection connection, IReadOnlyList<int>? numbers, TextFound found);
}
