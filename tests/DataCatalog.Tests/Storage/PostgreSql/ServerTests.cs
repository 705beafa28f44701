using System.Net;
using Dapper;
using DataCatalog.Storage;
using DataCatalog.Storage.PostgreSql;
using DataCatalog.Storage.Sqlite;

namespace DataCatalog.Tests.Storage.PostgreSql;

/// <summary>What only a database on a server does: <c>tests/postgres/run.sh</c> starts one, and names it in <c>POSTGRES</c>.</summary>
public sealed class ServerTests
{
    private const string NoServer = "No server of PostgreSQL: run tests/postgres/run.sh.";

    [Fact]
    public void Both_engines_have_the_same_tables_and_columns()
    {
        Assert.SkipUnless(TestDatabase.IsOnServer, NoServer);
        using var folder = new TemporaryFolder();
        using var file = new Database(folder.PathOf("catalog.db"), TimeProvider.System);
        file.Migrate();
        using var server = new TestCatalog();
        using var there = server.Database.OpenRead();
        using var here = file.OpenRead();

        Assert.Equal(Migrations.Newest, ServerMigrations.Newest);
        Assert.Equal(
            here.Query<string>("""
                select t.name || '.' || c.name || ': ' || lower(c.type) || case when c."notnull" or c.pk > 0 then ' not null' else '' end
                from pragma_table_list t join pragma_table_info(t.name) c
                where t.schema = 'main' and t.type = 'table' and t.name not like 'sqlite_%' order by 1
                """),
            there.Query<string>("""
                select table_name || '.' || column_name || ': ' || case data_type when 'bigint' then 'integer' else data_type end
                  || case is_nullable when 'NO' then ' not null' else '' end
                from information_schema.columns join information_schema.tables using (table_schema, table_name)
                where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'search'
                order by (table_name || '.' || column_name) collate "C"
                """).Order(StringComparer.Ordinal));
        Assert.Equal(
            here.Query<string>("select name from sqlite_schema where type = 'view' order by 1"),
            there.Query<string>("""
                select table_name from information_schema.views
                where table_schema = 'public' and table_name <> 'search_vocabulary'
                """).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_table_of_a_catalogue_is_copied()
    {
        Assert.SkipUnless(TestDatabase.IsOnServer, NoServer);
        using var catalog = new TestCatalog();
        using var connection = catalog.Database.OpenRead();
        Assert.Equal(
            connection.Query<string>(
                "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'")
                .Order(StringComparer.Ordinal),
            CatalogCopy.Tables.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Ids_sort_by_ordinal_whatever_the_locale_of_the_database()
    {
        Assert.SkipUnless(TestDatabase.IsOnServer, NoServer);
        using var catalog = new TestCatalog();
        string[] names = ["a-b", "ab", "a.c", "B", "é", "Z", "a", "e"];
        catalog.Database.Write("test", session =>
        {
            foreach (var name in names)
            {
                session.Execute("insert into synonym (terms) values (@terms)", ("@terms", name));
            }
        });
        Assert.Equal(names.Order(StringComparer.Ordinal), catalog.Rows("select terms from synonym order by terms"));
        Assert.NotEqual(
            names.Order(StringComparer.Ordinal), catalog.Rows("select terms from synonym order by terms collate \"default\""));
    }

    [Fact]
    public void A_newer_schema_is_refused_and_tables_of_others_stay_alone()
    {
        Assert.SkipUnless(TestDatabase.IsOnServer, NoServer);
        using var newer = new TestCatalog();
        newer.Database.Write("test", session => session.Execute("update setting set value = '999' where name = 'schema'"));
        using var again = new Database(newer.Text, TimeProvider.System);
        Assert.EndsWith("Use the newer program that made it.", Refusal(again), StringComparison.Ordinal);

        using var other = TestDatabase.Empty("");
        using var engine = new PostgreSqlEngine(other.Text);
        using (var connection = engine.OpenWrite())
        {
            connection.Execute("create table bookmark (address text)");
        }

        using var database = new Database(other.Text, TimeProvider.System);
        Assert.Contains("is the database of another program", Refusal(database), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_server_is_away_what_is_ready_is_sent_and_the_rest_is_503_and_then_all_heals()
    {
        Assert.SkipUnless(TestDatabase.IsOnServer, NoServer);
        using var own = TestDatabase.Seeded("");
        await using var app = new CatalogApp { Database = own.Text };
        Assert.Equal(HttpStatusCode.OK, (await app.GetAsync("/datasets?q=eau")).StatusCode);

        TestDatabase.Execute($"alter database {own.Name} with allow_connections false");
        TestDatabase.Execute($"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{own.Name}'");
        Assert.Equal(HttpStatusCode.OK, (await app.GetAsync("/datasets?q=eau")).StatusCode);
        using (var made = await app.GetAsync("/datasets?q=bois"))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, made.StatusCode);
            Assert.NotNull(made.Headers.RetryAfter);
            Assert.Equal("application/problem+json", made.Content.Headers.ContentType!.MediaType);
        }

        TestDatabase.Execute($"alter database {own.Name} with allow_connections true");
        for (var tries = 0; (await app.GetAsync("/datasets?q=bois")).StatusCode != HttpStatusCode.OK; tries++)
        {
            Assert.True(tries < 300, "The service did not heal.");
            await Task.Delay(TimeSpan.FromMilliseconds(100), TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public void A_command_that_writes_keeps_others_from_it()
    {
        Assert.SkipUnless(TestDatabase.IsOnServer, NoServer);
        using var own = TestDatabase.Empty("");
        using (DatabaseLock.TakeWriting(own.Text))
        {
            var refusal = Assert.Throws<RefusedException>(() => DatabaseLock.TakeWriting(own.Text));
            Assert.StartsWith("Another command writes the database", refusal.Message, StringComparison.Ordinal);
        }

        DatabaseLock.TakeWriting(own.Text).Dispose();
    }

    private static string Refusal(Database database) => Assert.Throws<RefusedException>(database.Migrate).Message;
}
