using System.Globalization;
using System.Net;
using Dapper;
using DataCatalog.Datasets;
using DataCatalog.Dcat.Records;
using DataCatalog.Http;
using DataCatalog.Storage;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DataCatalog.Tests.Storage.PostgreSql;

/// <summary>
/// A primary that can be away, and a standby that can lag behind: <c>tests/postgres/run.sh</c> starts both, and names the standby in
/// <c>POSTGRES_STANDBY</c>.
/// </summary>
public sealed class StandbyTests : IDisposable
{
    private const string NoServer = "No standby of PostgreSQL: run tests/postgres/run.sh.";

    private static readonly string? Standby = Environment.GetEnvironmentVariable("POSTGRES_STANDBY");

    private readonly Forwarder? _primary;
    private readonly TestCatalog? _catalog;

    public StandbyTests()
    {
        if (Standby is not null)
        {
            _catalog = new TestCatalog();
            _primary = new Forwarder(EndPointOf(new NpgsqlConnectionStringBuilder(_catalog.Text)));
            CatchUp(_catalog.Text);
        }
    }

    [Fact]
    public void A_node_that_prefers_a_standby_shows_what_the_standby_has()
    {
        Assert.SkipUnless(Standby is not null, NoServer);
        using var node = Node("prefer-standby");
        node.Follow();
        using (Lagging())
        {
            Write("a");
            node.Follow();
            Assert.Equal(0, node.Sequence);
        }

        Eventually(() => Followed(node) == 1);
    }

    [Fact]
    public void A_node_that_prefers_the_primary_shows_what_the_primary_has()
    {
        Assert.SkipUnless(Standby is not null, NoServer);
        using var node = Node("prefer-primary");
        using (Lagging())
        {
            Write("a");
            Assert.Equal(1, Followed(node));
        }
    }

    [Fact]
    public void A_change_that_was_shown_elsewhere_is_read_from_the_primary_until_the_standby_has_it()
    {
        Assert.SkipUnless(Standby is not null, NoServer);
        using var node = Node("prefer-standby");
        node.Follow();
        using (Lagging())
        {
            Write("a");
            Assert.True(node.Reach(1));
            Assert.Equal((1, "a"), (node.Sequence, IdsOf(node)));
            node.FollowPreferred();
            Assert.Equal((1, "a"), (Followed(node), IdsOf(node)));
            Assert.Equal("primary", ReadBy(node));
            Assert.False(node.Reach(2));
        }

        Eventually(() =>
        {
            node.FollowPreferred();
            return ReadBy(node) == "standby";
        });
        Assert.Equal((1, "a"), (Followed(node), IdsOf(node)));
    }

    [Fact]
    public void A_change_that_nobody_has_moves_no_node_from_its_standby()
    {
        Assert.SkipUnless(Standby is not null, NoServer);
        using var node = Node("prefer-standby");
        node.Follow();
        Assert.False(node.Reach(9));
        Assert.Equal("standby", ReadBy(node));
    }

    [Fact]
    public void While_the_primary_is_away_a_node_reads_the_standby_and_then_the_primary_again()
    {
        Assert.SkipUnless(Standby is not null, NoServer);
        using var node = Node("prefer-primary");
        Write("a");
        CatchUp(_catalog!.Text);
        node.Follow();
        Assert.Equal("primary", ReadBy(node));

        _primary!.Shut();
        Assert.Equal((1, "a"), (Followed(node), IdsOf(node)));
        Assert.Equal("standby", ReadBy(node));
        var fault = Assert.ThrowsAny<NpgsqlException>(
            () => node.Write("test", session => session.Log(Kinds.Agent, "b", "create", 1, "{}")));
        Assert.True(StorageFaults.IsAway(fault));

        _primary.OpenAgain();
        Eventually(() =>
        {
            node.FollowPreferred();
            return ReadBy(node) == "primary";
        });
        Write("b");
        Assert.Equal((2, "a b"), (Followed(node), IdsOf(node)));
    }

    [Fact]
    public void A_node_whose_primary_goes_away_never_shows_what_a_late_standby_has()
    {
        Assert.SkipUnless(Standby is not null, NoServer);
        using var node = Node("prefer-primary");
        using (Lagging())
        {
            Write("a");
            node.Follow();
            _primary!.Shut();
            Assert.Throws<BusyException>(node.Follow);
            Assert.Equal(1, node.Sequence);
            Assert.True(node.Reach(1));
            Assert.Throws<BusyException>(() => node.Reach(2));
        }

        Eventually(() => Record.Exception(node.Follow) is null);
        Assert.Equal((1, "a", "standby"), (node.Sequence, IdsOf(node), ReadBy(node)));
    }

    [Fact]
    public async Task Over_HTTP_a_client_gets_what_it_was_shown_from_the_primary_or_503()
    {
        Assert.SkipUnless(Standby is not null, NoServer);
        using var own = TestDatabase.Seeded("");
        CatchUp(own.Text);
        using var primary = new Forwarder(EndPointOf(new NpgsqlConnectionStringBuilder(own.Text)));
        await using var app = new CatalogApp { Database = TextOf(own.Text, primary.Port, "prefer-standby") };
        var node = app.Services.GetRequiredService<Database>();
        using var writer = new Database(own.Text, TimeProvider.System);
        writer.OpenExisting();
        var before = writer.Sequence;
        Eventually(() => Followed(node) == before && ReadBy(node) == "standby");
        using (Lagging())
        {
            Rename(writer, "Un nouveau titre");
            Assert.Equal(before, SequenceOf(await app.GetAsync("/datasets/arbres-rennes")));
            primary.Shut();
            using var late = await app.GetAsync("/datasets/arbres-rennes", $"Catalog-Sequence: {before + 1}");
            Assert.Equal((HttpStatusCode.ServiceUnavailable, true), (late.StatusCode, late.Headers.RetryAfter is not null));
            Assert.Equal(before, SequenceOf(await app.GetAsync("/datasets/arbres-rennes", $"Catalog-Sequence: {before}")));

            primary.OpenAgain();
            await EventuallyAsync(async () =>
                (await app.GetAsync("/datasets/arbres-rennes", $"Catalog-Sequence: {before + 1}")).StatusCode == HttpStatusCode.OK);
            using var shown = await app.GetAsync("/datasets/arbres-rennes", $"Catalog-Sequence: {before + 1}");
            Assert.Equal(before + 1, SequenceOf(shown));
            Assert.Contains(
                "Un nouveau titre",
                await shown.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
                StringComparison.Ordinal);
        }
    }

    public void Dispose()
    {
        _primary?.Dispose();
        _catalog?.Dispose();
    }

    internal static void Rename(Database database, string title)
    {
        var dataset = new RecordReader<Dataset>(database).Find("arbres-rennes")!.Record;
        database.Write(
            "test",
            session => DatasetStore.Writer.Save(session, dataset with { Title = LanguageMap.Of(title) }, new DateOnly(2026, 11, 24)));
    }

    internal static long SequenceOf(HttpResponseMessage answer) =>
        long.Parse(Assert.Single(answer.Headers.GetValues(ShownSequence.Header)), CultureInfo.InvariantCulture);

    private static IPEndPoint EndPointOf(NpgsqlConnectionStringBuilder text) => new(IPAddress.Parse(text.Host!), text.Port);

    private static string TextOf(string primary, int port, string preference) => new NpgsqlConnectionStringBuilder(primary)
    {
        Host = $"127.0.0.1:{port},{Standby}",
        TargetSessionAttributes = preference,
    }.ConnectionString;

    private static string OnStandby(string primary) =>
        new NpgsqlConnectionStringBuilder(primary) { Host = Standby, Pooling = false }.ConnectionString;

    /// <summary>Waits until the standby has all that the primary has written.</summary>
    private static void CatchUp(string primary) => Eventually(() =>
    {
        using var here = new NpgsqlConnection(primary);
        using var there = new NpgsqlConnection(OnStandby(primary));
        var written = here.ExecuteScalar<string>("select pg_current_wal_lsn()::text");
        return Record.Exception(there.Open) is null
            && there.ExecuteScalar<bool>("select pg_last_wal_replay_lsn() >= @written::pg_lsn", new { written });
    });

    private static string ReadBy(Database node)
    {
        using var connection = node.OpenRead();
        return connection.ExecuteScalar<bool>("select pg_is_in_recovery()") ? "standby" : "primary";
    }

    private static string IdsOf(Database node)
    {
        using var connection = node.OpenRead();
        return string.Join(' ', connection.Query<string>("select id from change order by sequence"));
    }

    private static long Followed(Database node)
    {
        node.Follow();
        return node.Sequence;
    }

    private static void Eventually(Func<bool> isSo) =>
        Assert.True(SpinWait.SpinUntil(() => isSo(), TimeSpan.FromSeconds(60)), "It did not come true within a minute.");

    private static async Task EventuallyAsync(Func<Task<bool>> isSo)
    {
        for (var tries = 0; !await isSo(); tries++)
        {
            Assert.True(tries < 300, "It did not come true.");
            await Task.Delay(TimeSpan.FromMilliseconds(200), TestContext.Current.CancellationToken);
        }
    }

    private Database Node(string preference)
    {
        var node = new Database(TextOf(_catalog!.Text, _primary!.Port, preference), _catalog.Time);
        node.Migrate();
        return node;
    }

    private void Write(string id) => _catalog!.Database.Write("test", session => session.Log(Kinds.Agent, id, "create", 1, "{}"));

    private static Lag Lagging() => new();

    /// <summary>The standby shows nothing new until this is disposed.</summary>
    private sealed class Lag : IDisposable
    {
        public Lag() => Execute("select pg_wal_replay_pause()");

        public void Dispose() => Execute("select pg_wal_replay_resume()");

        private static void Execute(string sql)
        {
            var text = new NpgsqlConnectionStringBuilder { Host = Standby, Username = "postgres", Database = "postgres", Pooling = false };
            using var connection = new NpgsqlConnection(text.ConnectionString);
            connection.Execute(sql);
        }
    }
}
