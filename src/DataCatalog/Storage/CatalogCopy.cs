using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Dapper;

namespace DataCatalog.Storage;

/// <summary>A table that was copied.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Rows">How many rows were read and written.</param>
internal sealed record CopiedTable(string Name, long Rows);

/// <summary>
/// Copies the rows of all tables as they are: versions, change log, numbers and the index. All engines have the same tables and columns.
/// </summary>
internal static class CatalogCopy
{
    /// <summary>How many rows are inserted by one statement: a server is far away.</summary>
    private const int Together = 100;

    /// <summary>The index of words: FTS5 writes a segment for each row when it gets several at once.</summary>
    private const string Words = "search";

    /// <summary>What is copied, in an order in which a table comes after those that it refers to at once.</summary>
    private static readonly (string Table, string Columns)[] Sources =
    [
        .. new[]
        {
            "dataset", "service", "series", "model", "agent", "scheme", "concept", "territory", "rule", "change", "distribution",
            "dataset_agent", "dataset_concept", "dataset_territory", "dataset_series", "service_agent", "service_concept",
            "service_dataset", "series_agent", "series_concept", "series_territory", "model_concept", "agent_concept", "concept_scheme",
            "concept_concept", "territory_territory", "rule_concept", "rule_model", "rule_territory", "rule_dataset",
            "dataset_identifier", "service_identifier", "search_row", "synonym", "report",
        }.Select(table => (table, "*")),
        (Words, "rowid, title, keywords, subjects, description"),
        ("setting", "*"),
    ];

    /// <summary>The names of the tables.</summary>
    public static IEnumerable<string> Tables => Sources.Select(source => source.Table);

    /// <summary>Copies all tables.</summary>
    /// <param name="from">A connection that sees one state of a database.</param>
    /// <param name="to">A connection in a transaction, to a database with empty tables.</param>
    public static IReadOnlyList<CopiedTable> Run(DbConnection from, DbConnection to) =>
        [.. Sources.Select(source => new CopiedTable(source.Table, Copy(from, to, source.Table, source.Columns)))];

    /// <summary>Counts the rows that a copy has of each table. The number of the schema belongs to an engine, and is not counted.</summary>
    public static long Count(DbConnection connection, string table) =>
        connection.ExecuteScalar<long>($"select count(*) from {table}{Chosen(table)}");

    private static long Copy(DbConnection from, DbConnection to, string table, string columns)
    {
        using var rows = (DbDataReader)from.ExecuteReader($"select {columns} from {table}{Chosen(table)}");
        string[] names = [.. Enumerable.Range(0, rows.FieldCount).Select(rows.GetName)];
        var size = table is Words ? 1 : Together;
        using var many = Insert(to, table, names, size);
        using var one = Insert(to, table, names, 1);
        var (count, waiting) = (0L, new List<object>());
        for (; rows.Read(); count++)
        {
            waiting.AddRange(Enumerable.Range(0, names.Length).Select(rows.GetValue));
            if (waiting.Count == size * names.Length)
            {
                Execute(many, waiting);
                waiting.Clear();
            }
        }

        foreach (var rest in waiting.Chunk(names.Length))
        {
            Execute(one, rest);
        }

        return count;
    }

    private static void Execute(DbCommand insert, IReadOnlyList<object> values)
    {
        for (var index = 0; index < values.Count; index++)
        {
            insert.Parameters[index].Value = values[index];
        }

        insert.ExecuteNonQuery();
    }

    [SuppressMessage("Security", "CA2100", Justification = "Statements are built from the names of our own tables and columns.")]
    private static DbCommand Insert(DbConnection to, string table, string[] columns, int rows)
    {
        var command = to.CreateCommand();
        var places = Enumerable.Range(0, rows).Select(row =>
            $"({string.Join(", ", Enumerable.Range(row * columns.Length, columns.Length).Select(index => $"@p{index}"))})");
        command.CommandText = $"insert into {table} ({string.Join(", ", columns)}) values {string.Join(", ", places)}";
        for (var index = 0; index < rows * columns.Length; index++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{index}";
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static string Chosen(string table) => table is "setting" ? " where name <> 'schema'" : "";
}
