using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace DataCatalog.Storage;

/// <summary>One transaction that writes, with its statements prepared once each.</summary>
/// <param name="connection">A connection in a transaction.</param>
/// <param name="actor">Who writes, for the change log.</param>
/// <param name="at">When, for the change log.</param>
internal sealed class WriteSession(SqliteConnection connection, string actor, DateTimeOffset at) : IDisposable
{
    private const string LogSql = """
        insert into change (kind, id, operation, at, actor, version, document)
        values (@kind, @id, @operation, @at, @actor, @version, @document)
        """;

    private readonly Dictionary<string, SqliteCommand> _statements = new(StringComparer.Ordinal);

    /// <summary>The instant of the transaction as it is stored.</summary>
    public string At { get; } = StoredText.Of(at);

    public void Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) => Bind(sql, parameters).ExecuteNonQuery();

    /// <summary>The first row of a query, or null.</summary>
    public T? First<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> parameters)
        where T : class
    {
        using var reader = Bind(sql, parameters).ExecuteReader();
        return reader.Read() ? read(reader) : null;
    }

    /// <summary>All rows of a query.</summary>
    public IReadOnlyList<T> All<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var rows = new List<T>();
        using var reader = Bind(sql, parameters).ExecuteReader();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>Appends a row to the change log.</summary>
    public void Log(string kind, string id, string operation, long version, string? document) => Execute(
        LogSql,
        ("@kind", kind), ("@id", id), ("@operation", operation), ("@at", At), ("@actor", actor), ("@version", version), ("@document", document));

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }
    }

    /// <summary>Gives each parameter of a statement its value, by name: the order in which a caller names them does not matter.</summary>
    /// <exception cref="ArgumentException">A value is missing: the statement would keep that of the call before.</exception>
    private SqliteCommand Bind(string sql, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            statement = Prepare(sql, parameters);
            _statements.Add(sql, statement);
        }

        if (parameters.Length != statement.Parameters.Count)
        {
            throw new ArgumentException($"A statement has {statement.Parameters.Count} parameters and is given {parameters.Length} values: {sql}", nameof(parameters));
        }

        foreach (var (name, value) in parameters)
        {
            statement.Parameters[name].Value = value ?? DBNull.Value;
        }

        return statement;
    }

    [SuppressMessage("Security", "CA2100", Justification = "Statements are built from the program's own table names; values are parameters.")]
    private SqliteCommand Prepare(string sql, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var statement = connection.CreateCommand();
        statement.CommandText = sql;
        foreach (var (name, _) in parameters)
        {
            statement.Parameters.Add(new SqliteParameter { ParameterName = name });
        }

        return statement;
    }
}
