using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace DataCatalog.Storage;

/// <summary>A transaction that writes. Each SQL statement is prepared once.</summary>
/// <param name="connection">A connection in a transaction.</param>
/// <param name="actor">Who writes, for the change log.</param>
/// <param name="at">The time of the changes, for the change log.</param>
internal sealed class WriteSession(DbConnection connection, string actor, DateTimeOffset at) : IDisposable
{
    /// <summary>Numbers changes without a gap, and in the order of the commits, since one transaction writes at a time.</summary>
    private const string LogSql = """
        insert into change (sequence, kind, id, operation, at, actor, version, document)
        values ((select coalesce(max(sequence), 0) + 1 from change), @kind, @id, @operation, @at, @actor, @version, @document)
        """;

    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Kind, string Id), object> _made = [];

    public DbConnection Connection => connection;

    /// <summary>The time of the transaction, as stored in the change log.</summary>
    public string At { get; } = StoredText.Of(at);

    public void Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        Bind(sql, parameters).ExecuteNonQuery();

    /// <summary>Returns the first row of a query, or null.</summary>
    public T? First<T>(string sql, Func<DbDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> parameters)
        where T : class
    {
        using var reader = Bind(sql, parameters).ExecuteReader();
        return reader.Read() ? read(reader) : null;
    }

    /// <summary>Returns all rows of a query.</summary>
    public IReadOnlyList<T> All<T>(string sql, Func<DbDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> parameters)
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
    public void Log(string kind, string id, string operation, long version, string? document)
    {
        _made.Remove((kind, id));
        Execute(
            LogSql,
            ("@kind", kind),
            ("@id", id),
            ("@operation", operation),
            ("@at", At),
            ("@actor", actor),
            ("@version", version),
            ("@document", document));
    }

    /// <summary>Returns what is made of one record. It is kept until this transaction writes that record.</summary>
    public T Made<T>(string kind, string id, Func<T> make)
        where T : class
    {
        if (_made.TryGetValue((kind, id), out var known))
        {
            return (T)known;
        }

        var made = make();
        _made.Add((kind, id), made);
        return made;
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Command.Dispose();
        }
    }

    /// <summary>Sets the parameters of a statement by name: callers may give them in any order.</summary>
    /// <exception cref="ArgumentException">A value is missing: the parameter would keep the value of the previous call.</exception>
    private DbCommand Bind(string sql, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            statement = Prepare(sql, parameters);
            _statements.Add(sql, statement);
        }

        statement.Bind(sql, parameters);
        return statement.Command;
    }

    [SuppressMessage(
        "Security", "CA2100", Justification = "Statements are built from the program's own table names; values are parameters.")]
    private Statement Prepare(string sql, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, _) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }

        return new Statement(command, [.. command.Parameters.Cast<DbParameter>()]);
    }

    private sealed record Statement(DbCommand Command, DbParameter[] Parameters)
    {
        public void Bind(string sql, ReadOnlySpan<(string Name, object? Value)> values)
        {
            if (values.Length != Parameters.Length)
            {
                throw new ArgumentException(
                    $"The statement has {Parameters.Length} parameters, and {values.Length} values were given: {sql}", nameof(values));
            }

            for (var index = 0; index < values.Length; index++)
            {
                var (parameter, (name, value)) = (Parameters[index], values[index]);
                var isNext = string.Equals(parameter.ParameterName, name, StringComparison.Ordinal);
                (isNext ? parameter : Command.Parameters[name]).Value = value ?? DBNull.Value;
            }
        }
    }
}
