using System.Globalization;
using System.IO.Compression;
using Dapper;
using DataCatalog.Dcat.Records;
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
        var refusal = $"{DatabasePath} has schema version 9999, and this program reads none after 9. Use the newer program that made it.";
        Assert.Equal(refusal, Assert.Throws<RefusedException>(database.Migrate).Message);
        Assert.Equal(refusal, Assert.Throws<RefusedException>(database.OpenExisting).Message);
    }

    [Fact]
    public void A_reader_refuses_a_database_without_tables()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(DatabasePath)!);
        File.WriteAllBytes(DatabasePath, []);
        using var database = new Database(DatabasePath, TimeProvider.System);
        Assert.Equal(
            "The database has schema version 0, and this program needs 9. Stop the server if one runs; then start it or run "
            + "'seed', which brings the database up to date.",
            Assert.Throws<RefusedException>(database.OpenExisting).Message);
    }

    [Fact]
    public void A_reader_does_not_create_a_database()
    {
        using var database = new Database(DatabasePath, TimeProvider.System);
        Assert.Equal(
            $"There is no database at {DatabasePath}. Start the server or run 'seed' to make one.",
            Assert.Throws<RefusedException>(database.OpenExisting).Message);
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
    public void A_database_of_this_schema_that_an_earlier_program_made_opens_unchanged_but_for_the_digest_of_its_history()
    {
        Unpack("schema-5.db.gz");
        var before = Rows();
        using (var database = Migrated())
        {
            Assert.Equal(63, database.Sequence);
            Assert.Equal("Qualité de l'eau", new RecordReader<Dataset>(database).Find("water")!.Record.Title["fr"]);
        }

        Execute("delete from setting where name = 'history'");
        Assert.True(before.Count > 100);
        Assert.Equal(before, Rows());
    }

    [Fact]
    public void A_fresh_database_has_the_tables_of_one_that_an_earlier_program_made()
    {
        using var fresh = new TestCatalog();
        Unpack("schema-5.db.gz");
        using var database = Migrated();
        Assert.Equal(Tables(database), Tables(fresh.Database));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    public void A_database_of_an_older_schema_is_refused_with_what_to_do(int version)
    {
        using var database = Migrated();
        Execute($"pragma user_version = {version}");
        var refusal = $"{DatabasePath} has schema version {version}, and this program reads none before 5. "
            + $"Move the file away, with {DatabasePath}-wal if it is there, and start the server or run 'seed': "
            + "either makes a new database from the CSV files.";
        Assert.Equal(refusal, Assert.Throws<RefusedException>(database.Migrate).Message);
        Assert.Equal(refusal, Assert.Throws<RefusedException>(database.OpenExisting).Message);
    }

    public void Dispose() => _folder.Dispose();

    private Database Migrated()
    {
        var database = new Database(DatabasePath, TimeProvider.System);
        database.Migrate();
        return database;
    }

    private void Unpack(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(DatabasePath)!);
        var path = Repository.PathOf("tests", "DataCatalog.Tests", "Storage", file);
        using var packed = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var unpacked = File.Create(DatabasePath);
        packed.CopyTo(unpacked);
    }

    private static List<string> Tables(Database database)
    {
        using var connection = database.OpenRead();
        return [.. connection.Query<string>(
            "select type || ' ' || name || ': ' || coalesce(sql, '') from sqlite_schema order by type, name")];
    }

    /// <summary>All that the tables hold.</summary>
    private List<string> Rows()
    {
        using var connection = new SqliteConnection($"Data Source={DatabasePath};Pooling=False");
        var tables = connection.Query<string>("select name from sqlite_schema where type = 'table' order by name").AsList();
        return [.. tables.SelectMany(table => connection.Query($"select * from \"{table}\"")
            .Select(row => $"{table}: {string.Join('|', ((IDictionary<string, object?>)row).Values.Select(Text))}"))];
    }

    private static string? Text(object? value) =>
        value is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture);

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={DatabasePath}");
        connection.Execute(sql);
    }
}
