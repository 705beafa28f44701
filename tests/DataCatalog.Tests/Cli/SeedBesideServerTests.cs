using DataCatalog.Storage;
using Microsoft.Data.Sqlite;

namespace DataCatalog.Tests.Cli;

/// <summary>A load may run beside a server, which shows what the load has changed.</summary>
public sealed class SeedBesideServerTests : IDisposable
{
    private const string Terms = "/vocabularies/access-regimes";

    private readonly CliFixture _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task What_a_load_changes_is_in_the_next_answer_that_is_made_and_soon_in_those_that_are_ready()
    {
        _cli.Fill();
        await using var app = new CatalogApp { Database = _cli.Database };
        var before = await AskAsync(app, Terms);
        Assert.DoesNotContain("Fermé à tous", before.Text, StringComparison.Ordinal);
        _cli.Edit("vocabularies/access-regimes.csv", text => text.Replace("Fermé", "Fermé à tous", StringComparison.Ordinal));

        Assert.Equal(0, _cli.Run("seed").Status);

        Assert.Contains("Fermé à tous", (await AskAsync(app, $"{Terms}.ttl")).Text, StringComparison.Ordinal);
        var after = before;
        for (var tries = 0; tries < 200 && after == before; tries++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TestContext.Current.CancellationToken);
            after = await AskAsync(app, Terms);
        }

        Assert.Contains("Fermé à tous", after.Text, StringComparison.Ordinal);
        Assert.NotEqual(before.Tag, after.Tag);
    }

    [Fact]
    public async Task A_load_of_bad_rows_beside_a_server_changes_nothing()
    {
        _cli.Fill();
        await using var app = new CatalogApp { Database = _cli.Database };
        var before = await AskAsync(app, $"{Terms}.ttl");
        _cli.Edit("vocabularies/access-regimes.csv", text => text.Replace("Fermé", "", StringComparison.Ordinal));

        Assert.Equal(1, _cli.Run("seed").Status);

        Assert.Equal(before, await AskAsync(app, $"{Terms}.ttl?utm_source=again"));
    }

    [Fact]
    public void A_database_of_an_older_schema_is_not_changed_under_a_server()
    {
        _cli.Fill();
        MakeOlder();
        using var held = DatabaseLock.Take(_cli.Database);

        var run = _cli.Run("seed");

        Assert.Equal((1, ""), (run.Status, run.Output));
        Assert.Contains("Stop the server if one runs", run.Error, StringComparison.Ordinal);
    }

    private void MakeOlder()
    {
        using var connection = new SqliteConnection($"Data Source={_cli.Database};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "pragma user_version = 8";
        command.ExecuteNonQuery();
    }

    private static async Task<(string Tag, string Text)> AskAsync(CatalogApp app, string address)
    {
        using var response = await app.GetAsync(address);
        Assert.True(response.IsSuccessStatusCode, $"{address}: {response.StatusCode}");
        return (response.Headers.ETag!.ToString(), await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
