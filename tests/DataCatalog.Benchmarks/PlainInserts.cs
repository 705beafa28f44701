using System.Diagnostics.CodeAnalysis;
using Dapper;
using Microsoft.Data.Sqlite;

namespace DataCatalog.Benchmarks;

/// <summary>
/// Inserts rows that another database has into the same tables, with their indexes and foreign keys, and computes nothing.
/// </summary>
internal sealed class PlainInserts : IDisposable
{
    private const string Pragmas = "pragma foreign_keys = on; pragma synchronous = normal; pragma journal_mode = wal;";

    private const string OfDataset = "dataset_id between @first and @last";

    private static readonly Table[] Tables =
    [
        new("dataset", "id, version, entered_on, changed_on, withdrawn_at, withdrawn_why, document", "id between @first and @last"),
        new("change", "sequence, kind, id, operation, at, actor, version, document", "kind = 'dataset' and id between @first and @last"),
        new("distribution", "id, dataset_id, service_id", OfDataset),
        new("dataset_agent", "dataset_id, field, agent_id", OfDataset),
        new("dataset_concept", "dataset_id, field, concept_id", OfDataset),
        new("dataset_territory", "dataset_id, field, territory_id", OfDataset),
        new("dataset_series", "dataset_id, field, series_id", OfDataset),
        new("dataset_identifier", "dataset_id, platform, identifier", OfDataset),
        new("search_row", "id, dataset_id, sequence, changed_at, facts", OfDataset),
    ];

    private static readonly Table Words = new(
        "search",
        "rowid, title, keywords, subjects, description",
        $"rowid in (select id from search_row where {OfDataset})");

    private readonly SqliteConnection _from;
    private readonly SqliteConnection _to;
    private readonly Dictionary<Table, SqliteCommand> _commands;

    public PlainInserts(string from, string to)
    {
        _from = Open(from, SqliteOpenMode.ReadOnly);
        _to = Open(to, SqliteOpenMode.ReadWrite);
        _to.Execute(Pragmas);
        _commands = Tables.Append(Words).ToDictionary(table => table, table => CommandOf(_to, table));
    }

    /// <summary>Reads the rows of the datasets from one id to another, and those of the index of words apart.</summary>
    public (IReadOnlyList<TableRows> Rows, IReadOnlyList<TableRows> Words) Read(string first, string last) =>
        ([.. Tables.Select(table => Read(table, first, last))], [Read(Words, first, last)]);

    /// <summary>Inserts rows in one transaction.</summary>
    public void Insert(IReadOnlyList<TableRows> rows)
    {
        using var transaction = _to.BeginTransaction();
        foreach (var (table, values) in rows)
        {
            Insert(_commands[table], transaction, values);
        }

        transaction.Commit();
    }

    public void Dispose()
    {
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }

        _from.Dispose();
        _to.Dispose();
    }

    private static void Insert(SqliteCommand command, SqliteTransaction transaction, IReadOnlyList<object[]> rows)
    {
        command.Transaction = transaction;
        SqliteParameter[] parameters = [.. command.Parameters.Cast<SqliteParameter>()];
        foreach (var row in rows)
        {
            for (var column = 0; column < row.Length; column++)
            {
                parameters[column].Value = row[column];
            }

            command.ExecuteNonQuery();
        }
    }

    [SuppressMessage("Security", "CA2100", Justification = "The names of tables are the program's own; values are parameters.")]
    private TableRows Read(Table table, string first, string last)
    {
        using var command = _from.CreateCommand();
        command.CommandText = $"select {table.Columns} from {table.Name} where {table.Condition} order by 1";
        command.Parameters.AddWithValue("@first", first);
        command.Parameters.AddWithValue("@last", last);
        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return new TableRows(table, rows);
    }

    [SuppressMessage("Security", "CA2100", Justification = "The names of tables are the program's own; values are parameters.")]
    private static SqliteCommand CommandOf(SqliteConnection connection, Table table)
    {
        string[] columns = [.. table.Columns.Split(", ")];
        var command = connection.CreateCommand();
        command.CommandText =
            $"insert into {table.Name} ({table.Columns}) values ({string.Join(", ", columns.Select(column => $"@{column}"))})";
        command.Parameters.AddRange(columns.Select(column => new SqliteParameter { ParameterName = $"@{column}" }));
        command.Prepare();
        return command;
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    /// <summary>A table.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Columns">Its columns.</param>
    /// <param name="Condition">The condition for the rows of some datasets.</param>
    internal sealed record Table(string Name, string Columns, string Condition);

    /// <summary>Rows of a table.</summary>
    internal sealed record TableRows(Table Table, IReadOnlyList<object[]> Values);
}
