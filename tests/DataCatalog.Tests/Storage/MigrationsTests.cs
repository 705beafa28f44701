using Dapper;
using DataCatalog.Storage;
using Microsoft.Data.Sqlite;

namespace DataCatalog.Tests.Storage;

public sealed class MigrationsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string DatabasePath => _folder.PathOf("below", "catalog.db");

    [Fact]
    public void A_fresh_database_gets_folder_tables_and_version()
    {
        using var database = Migrated();
        using var connection = database.OpenRead();
        Assert.Equal(Migrations.Newest, connection.ExecuteScalar<long>("pragma user_version"));
        Assert.Equal(8, connection.ExecuteScalar<int>("""
            select count(*) from sqlite_schema
            where type = 'table' and name in ('dataset', 'service', 'series', 'model', 'agent', 'scheme', 'concept', 'territory')
            """));
        Assert.Equal(0, database.Sequence);
    }

    [Fact]
    public void Every_table_is_strict()
    {
        using var database = Migrated();
        using var connection = database.OpenRead();
        Assert.Empty(connection.Query<string>(
            "select name from pragma_table_list where schema = 'main' and type = 'table' and strict = 0 and name not like 'sqlite_%'"));
    }

    [Fact]
    public void Migrating_twice_changes_nothing()
    {
        using var database = Migrated();
        Execute("insert into setting (name, value) values ('kept', 'yes')");
        database.Migrate();
        using var connection = database.OpenRead();
        Assert.Equal("yes", connection.ExecuteScalar<string>("select value from setting where name = 'kept'"));
        Assert.Equal(Migrations.Newest, connection.ExecuteScalar<long>("pragma user_version"));
    }

    [Fact]
    public void A_database_of_a_newer_program_is_refused()
    {
        using var database = Migrated();
        Execute("pragma user_version = 9999");
        Assert.Contains("9999", Assert.Throws<RefusedException>(database.Migrate).Message, StringComparison.Ordinal);
        Assert.Contains("newer program", Assert.Throws<RefusedException>(database.OpenExisting).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reader_refuses_a_database_that_is_not_up_to_date()
    {
        using var database = Migrated();
        Execute("pragma user_version = 0");
        Assert.Contains("seed", Assert.Throws<RefusedException>(database.OpenExisting).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reader_does_not_create_a_database()
    {
        using var database = new Database(DatabasePath, TimeProvider.System);
        Assert.Contains(DatabasePath, Assert.Throws<RefusedException>(database.OpenExisting).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(DatabasePath));
    }

    [Fact]
    public void The_counters_are_read_again_when_an_existing_database_is_opened()
    {
        using var catalog = TestCatalog.Loaded();
        using var again = new Database(catalog.Path, TimeProvider.System);
        again.OpenExisting();
        Assert.True(again.Sequence > 0);
        Assert.Equal(catalog.Database.Sequence, again.Sequence);
        Assert.Equal(catalog.Database.ReferenceRevision, again.ReferenceRevision);
    }

    [Fact]
    public void An_older_database_gets_the_other_identifiers_of_the_entries_that_it_has()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(DatabasePath)!);
        Execute(File.ReadAllText(Repository.PathOf("schema", "0001-core.sql")));
        Execute("pragma user_version = 1");
        Execute("""
            insert into dataset (id, version, entered_on, changed_on, document)
            values ('a', 1, '2026-11-24', '2026-11-24', '{"otherIdentifiers":[{"platform":"data.gouv.fr","identifier":"b"}]}'),
              ('c', 1, '2026-11-24', '2026-11-24', '{}')
            """);
        using var database = Migrated();
        using var connection = database.OpenRead();
        Assert.Equal("a|data.gouv.fr|b", connection.QuerySingle<string>("select dataset_id || '|' || platform || '|' || identifier from dataset_identifier"));
    }

    public void Dispose() => _folder.Dispose();

    private Database Migrated()
    {
        var database = new Database(DatabasePath, TimeProvider.System);
        database.Migrate();
        return database;
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={DatabasePath}");
        connection.Execute(sql);
    }
}
