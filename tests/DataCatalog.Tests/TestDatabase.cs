using System.Diagnostics.CodeAnalysis;
using DataCatalog.Cli;
using Npgsql;

namespace DataCatalog.Tests;

/// <summary>
/// A database for one test: a file of SQLite or, when the variable <c>POSTGRES</c> names a server (a connection string of a user who may
/// create databases), one of PostgreSQL, which ends with the test.
/// </summary>
internal sealed class TestDatabase : IDisposable
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("POSTGRES");

    private static readonly Lazy<string> SeededOnServer = new(Seed);

    private readonly string? _name;

    private TestDatabase(string text, string? name) => (Text, _name) = (text, name);

    /// <summary>Whether tests run on PostgreSQL.</summary>
    public static bool IsOnServer => Server is not null;

    /// <summary>The name of the database on the server.</summary>
    public string Name => _name ?? throw new InvalidOperationException("The database is a file.");

    /// <summary>What <c>Catalog:Database</c> is.</summary>
    public string Text { get; }

    /// <summary>Makes a database without tables.</summary>
    /// <param name="file">The file, where it is one.</param>
    public static TestDatabase Empty(string file) => IsOnServer ? OnServer("template0") : new TestDatabase(file, name: null);

    /// <summary>Makes a database with the entries of <see cref="TestSeed"/>.</summary>
    /// <param name="file">The file, where it is one.</param>
    public static TestDatabase Seeded(string file)
    {
        if (IsOnServer)
        {
            return OnServer(SeededOnServer.Value);
        }

        SeededDatabase.CopyTo(file);
        return new TestDatabase(file, name: null);
    }

    public void Dispose()
    {
        if (_name is not null)
        {
            Drop(_name);
        }
    }

    /// <summary>Executes a statement on the server, outside the database of a test.</summary>
    [SuppressMessage("Security", "CA2100", Justification = "Names of databases cannot be parameters; the tests make them.")]
    public static void Execute(string sql)
    {
        using var connection = new NpgsqlConnection(Server);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Its texts sort as in French, so that a test sees an order that is not ordinal.</summary>
    private static TestDatabase OnServer(string template)
    {
        var name = $"test_{Guid.NewGuid():N}";
        Execute($"create database {name} template {template} strategy file_copy locale_provider icu icu_locale 'fr' encoding 'UTF8'");
        return new TestDatabase(TextOf(name), name);
    }

    /// <summary>Loads the entries once; other databases are copies of this one.</summary>
    private static string Seed()
    {
        var database = OnServer("template0");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => database.Dispose();
        using var error = new StringWriter();
        var settings = SeededDatabase.SettingsFor(database.Text);
        Assert.True(new CommandLine(settings, ["seed"]).Invoke(TextWriter.Null, error) == 0, error.ToString());
        return database._name!;
    }

    private static string TextOf(string database) => new NpgsqlConnectionStringBuilder(Server!)
    {
        Database = database,
        MaxPoolSize = 30,
    }.ConnectionString;

    private static void Drop(string name) => Execute($"drop database if exists {name} with (force)");
}
