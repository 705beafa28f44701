using System.Net;
using DataCatalog.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DataCatalog.Tests.Storage.PostgreSql;

/// <summary>A standby that takes over may lack the last changes: another database takes the place of the one that was read.</summary>
public sealed class LostChangesTests
{
    private const string NoServer = "No server of PostgreSQL: run tests/postgres/run.sh.";
    private const string Address = "/datasets/arbres-rennes";

    [Fact]
    public async Task A_node_shows_the_database_that_took_over_though_it_has_fewer_changes()
    {
        Assert.SkipUnless(TestDatabase.IsOnServer, NoServer);
        using var own = TestDatabase.Seeded("");
        using var taking = TestDatabase.Seeded("");
        await using var app = new CatalogApp { Database = own.Text };
        var database = app.Services.GetRequiredService<Database>();
        var (before, first) = (database.Sequence, await TextOfAsync(app));
        Write(own.Text, "Perdu");
        await UntilAsync(async () => (await TextOfAsync(app)).Contains("Perdu", StringComparison.Ordinal));
        Assert.Equal((before + 1, 0), (database.Sequence, database.Epoch.Number));

        TakeOver(own, taking);
        await UntilAsync(async () => await TextOfAsync(app) == first);
        Assert.Equal((before, 1), (database.Sequence, database.Epoch.Number));
        using var lost = await app.GetAsync(Address, $"Catalog-Sequence: {before + 1}");
        Assert.Equal(HttpStatusCode.BadRequest, lost.StatusCode);
    }

    /// <summary>The number of the last change is the same, so only the change itself tells.</summary>
    [Fact]
    public async Task A_node_notices_another_change_under_the_number_of_one_that_was_lost()
    {
        Assert.SkipUnless(TestDatabase.IsOnServer, NoServer);
        using var own = TestDatabase.Seeded("");
        using var taking = TestDatabase.Seeded("");
        await using var app = new CatalogApp { Database = own.Text };
        Write(own.Text, "Perdu");
        Write(own.Text, "Perdu aussi");
        Assert.Contains("Perdu aussi", await TextOfAsync(app), StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(app, "perdu"));

        Write(taking.Text, "Autre");
        Write(taking.Text, "Nouveau");
        Write(taking.Text, "Trouvaille");
        TakeOver(own, taking);
        await UntilAsync(async () => (await TextOfAsync(app)).Contains("Trouvaille", StringComparison.Ordinal));
        Assert.Equal((1, 0), (await CountAsync(app, "trouvaille"), await CountAsync(app, "perdu")));
        await using var fresh = new CatalogApp { Database = own.Text };
        Assert.Equal(await TagAsync(fresh), await TagAsync(app));
        Assert.Equal(await TextOfAsync(fresh), await TextOfAsync(app));
    }

    [Fact]
    public async Task A_database_that_comes_back_as_it_was_is_the_same()
    {
        Assert.SkipUnless(TestDatabase.IsOnServer, NoServer);
        using var own = TestDatabase.Seeded("");
        await using var app = new CatalogApp { Database = own.Text };
        var database = app.Services.GetRequiredService<Database>();
        Write(own.Text, "Gardé");
        var text = await TextOfAsync(app);
        TestDatabase.Execute($"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{own.Name}'");
        database.Follow();
        Assert.Equal((0, text), (database.Epoch.Number, await TextOfAsync(app)));
    }

    /// <summary>Puts a database in the place of another one.</summary>
    private static void TakeOver(TestDatabase own, TestDatabase taking)
    {
        TestDatabase.Execute($"alter database {own.Name} with allow_connections false");
        End(own);
        End(taking);
        var aside = $"{own.Name}_aside";
        TestDatabase.Execute($"alter database {own.Name} rename to {aside}");
        TestDatabase.Execute($"alter database {taking.Name} rename to {own.Name}");
        TestDatabase.Execute($"drop database {aside} with (force)");
    }

    private static void End(TestDatabase database) =>
        TestDatabase.Execute($"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{database.Name}'");

    private static void Write(string text, string title)
    {
        using var database = new Database(text, TimeProvider.System);
        database.OpenExisting();
        StandbyTests.Rename(database, title);
    }

    private static async Task<string> TextOfAsync(CatalogApp app)
    {
        using var answer = await app.GetAsync(Address);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<string> TagAsync(CatalogApp app)
    {
        using var answer = await app.GetAsync(Address);
        return answer.Headers.ETag!.Tag;
    }

    private static async Task<int> CountAsync(CatalogApp app, string word) =>
        (await app.JsonAsync($"/datasets.json?q={word}&pageSize=1")).GetProperty("totalItems").GetInt32();

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var tries = 0; !await isSo(); tries++)
        {
            Assert.True(tries < 300, "The service did not heal.");
            await Task.Delay(TimeSpan.FromMilliseconds(100), TestContext.Current.CancellationToken);
        }
    }
}
