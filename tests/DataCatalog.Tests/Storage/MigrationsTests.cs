using System.Globalization;
using System.IO.Compression;
using Dapper;
using DataCatalog.Dcat.Records;
using DataCatalog.Storage;
using DataCatalog.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace DataCatalog.Tests.Storage;

[Trait("Engine", "SQLite")]
public sealed class MigrationsTests : IDisposable
{
    private const int First = 5;
    private const int FirstWithRules = 6;

    /// <summary>The samples of that time had no rule.</summary>
    private const string Rule =
        """
        insert into rule (id, version, entered_on, changed_on, document)
        values ('kept', 1, '2026-11-29', '2026-11-29', '{"title": {"fr": "Une obligation"}}');
        insert into rule_concept (rule_id, field, concept_id) select 'kept', 'competences', min(id) from concept;
        """;

    private readonly TemporaryFolder _folder = new();

    /// <summary>
    /// Every schema before the newest. The last program with it made a database from the samples of these tests; who adds a script adds
    /// that of the schema before (<c>vacuum into</c>).
    /// </summary>
    public static TheoryData<long> Earlier => [.. Enumerable.Range(First, (int)Migrations.Newest - First).Select(version => (long)version)];

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

    [Theory]
    [MemberData(nameof(Earlier))]
    public void A_database_that_an_earlier_program_made_keeps_every_row_but_the_digest_of_its_history(long version)
    {
        Unpack(version);
        if (version >= FirstWithRules)
        {
            Execute(Rule);
        }

        var before = Rows();
        using (var database = Migrated())
        {
            Assert.Equal(before.Count(row => row.StartsWith("change: ", StringComparison.Ordinal)), database.Sequence);
            var datasets = new RecordReader<Dataset>(database).List(0, limit: -1);
            Assert.NotEmpty(datasets);
            Assert.All(datasets, dataset => Assert.NotNull(dataset.Record.Title["fr"]));
        }

        Execute("delete from setting where name = 'history'");
        Assert.True(before.Count > 100, "There are too few rows to lose any.");
        Assert.Equal(before.Where(row => !row.StartsWith("setting: history", StringComparison.Ordinal)), Rows());
    }

    [Theory]
    [MemberData(nameof(Earlier))]
    public void A_database_that_an_earlier_program_made_gets_the_tables_of_a_fresh_one(long version)
    {
        using var fresh = new TestCatalog();
        Unpack(version);
        using var database = Migrated();
        Assert.Equal(Tables(fresh.Database), Tables(database));
        using var connection = database.OpenRead();
        Assert.Equal(Migrations.Newest, connection.ExecuteScalar<long>("pragma user_version"));
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

    private void Unpack(long version)
    {
        var file = string.Create(CultureInfo.InvariantCulture, $"schema-{version}.db.gz");
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
