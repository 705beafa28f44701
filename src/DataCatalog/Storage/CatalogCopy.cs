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
        ("search", "rowid, title, keywords, subjects, description"),
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
        using var insert = Insert(to, table, [.. Enumerable.Range(0, rows.FieldCount).Select(rows.GetName)]);
        var count = 0L;
        for (; rows.Read(); count++)
        {
            for (var column = 0; column < rows.FieldCount; column++)
            {
                insert.Parameters[column].Value = rows.GetValue(column);
            }

            insert.ExecuteNonQuery();
        }

        return count;
    }

    [SuppressMessage("Security", "CA2100", Justification = "Statements are built from the names of our own tables and columns.")]
    private static DbCommand Insert(DbConnection to, string table, IReadOnlyList<string> columns)
    {
        var command = to.CreateCommand();
        command.CommandText =
            $"insert into {table} ({string.Join(", ", columns)}) values ({string.Join(", ", columns.Select(column => $"@{column}"))})";
        foreach (var column in columns)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@{column}";
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static string Chosen(string table) => table is "setting" ? " where name <> 'schema'" : "";
}
