using System.Net;
using System.Net.Sockets;
using DataCatalog.Http.Bounds;
using DataCatalog.Tests.Cli;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace DataCatalog.Tests.Http.Bounds;

public sealed class OpenConnectionsTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly List<FakeConnection> _opened = [];

    [Fact]
    public void One_too_many_takes_the_place_of_the_one_that_is_silent_the_longest()
    {
        var all = new OpenConnections(2, _time);
        var (first, second, third) = (Open(all), Open(all), Open(all));

        Assert.True(first.IsAborted);
        Assert.False(second.IsAborted);
        Assert.False(third.IsAborted);
        Assert.Equal(2, all.Open);
    }

    [Fact]
    public void A_request_is_not_given_up_for_silence()
    {
        var all = new OpenConnections(2, _time);
        var (busy, idle) = (Open(all), Open(all));
        busy.Begin();
        Open(all);

        Assert.False(busy.IsAborted);
        Assert.True(idle.IsAborted);
    }

    [Fact]
    public void A_connection_with_several_requests_is_busy_until_the_last_one_ends()
    {
        var all = new OpenConnections(2, _time);
        var (several, idle) = (Open(all), Open(all));
        several.Begin();
        several.Begin();
        several.End();
        Open(all);

        Assert.False(several.IsAborted);
        Assert.True(idle.IsAborted);
    }

    [Fact]
    public void A_connection_is_silent_from_the_end_of_its_last_request()
    {
        var all = new OpenConnections(2, _time);
        var (recent, silent) = (Open(all), Open(all));
        recent.Begin();
        recent.End();
        Open(all);

        Assert.False(recent.IsAborted);
        Assert.True(silent.IsAborted);
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(6, true)]
    public void Where_all_are_busy_the_longest_request_gives_way_once_it_has_had_its_time(int seconds, bool givesWay)
    {
        var all = new OpenConnections(2, _time);
        var (first, second) = (Open(all), Open(all));
        first.Begin();
        _time.Advance(TimeSpan.FromSeconds(seconds));
        second.Begin();
        var third = New();

        Assert.Equal(givesWay, all.TryTake(third));
        Assert.Equal(givesWay, first.IsAborted);
        Assert.False(second.IsAborted);
        Assert.Equal(2, all.Open);
    }

    [Fact]
    public void A_closed_connection_leaves_its_place()
    {
        var all = new OpenConnections(2, _time);
        var (first, second) = (Open(all), Open(all));
        first.Close();
        Open(all);

        Assert.False(second.IsAborted);
        Assert.Equal(2, all.Open);
    }

    [Fact]
    public void A_request_that_ends_on_a_connection_that_gave_way_takes_no_place()
    {
        var all = new OpenConnections(1, _time);
        var first = Open(all);
        Open(all);
        first.Begin();
        first.End();

        Assert.Equal(1, all.Open);
    }

    [Fact]
    public void One_address_opens_so_many_connections_in_a_second_and_keeps_no_other_out()
    {
        using var rate = new ConnectionRate(10, _time, NullLogger<ConnectionRate>.Instance);
        var (greedy, other) = (new IPEndPoint(IPAddress.Parse("192.0.2.1"), 1), new IPEndPoint(IPAddress.Parse("192.0.2.2"), 1));

        Assert.InRange(Enumerable.Range(0, 10_000).Count(_ => rate.Allows(greedy)), 20, 5000);
        Assert.True(rate.Allows(other));
        Assert.True(rate.Allows(remote: null));
    }

    [Fact]
    public async Task The_log_says_once_that_connections_are_closed_and_what_to_do()
    {
        using var cli = new CliFixture();
        cli.Fill();
        using var server = ServerProcess.Start(
            cli, "--urls=http://127.0.0.1:0", "--Catalog:ConnectionsPerSecond=10", "--Catalog:DumpMinutes=0");
        var port = (await server.Address()).Port;
        for (var number = 0; number < 100; number++)
        {
            using var client = new TcpClient("127.0.0.1", port);
        }

        var said = await server.ReadUntil("One address opens more than 10 connections a second");
        Assert.Contains("Catalog:ConnectionsPerSecond", said, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connections_that_ask_nothing_keep_nobody_out()
    {
        using var cli = new CliFixture();
        cli.Fill();
        using var server = ServerProcess.Start(cli, "--urls=http://127.0.0.1:0", "--Catalog:MaxConnections=20", "--Catalog:DumpMinutes=0");
        var port = (await server.Address()).Port;
        var silent = new List<TcpClient>();
        try
        {
            for (var number = 0; number < 200; number++)
            {
                silent.Add(new TcpClient("127.0.0.1", port));
            }

            using var client = new HttpClient();
            for (var number = 0; number < 5; number++)
            {
                var address = new Uri($"http://127.0.0.1:{port}/datasets/arbres-rennes");
                Assert.NotEmpty(await client.GetStringAsync(address, TestContext.Current.CancellationToken));
            }
        }
        finally
        {
            silent.ForEach(connection => connection.Dispose());
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in _opened)
        {
            await connection.DisposeAsync();
        }
    }

    private FakeConnection New()
    {
        _opened.Add(new FakeConnection());
        return _opened[^1];
    }

    private FakeConnection Open(OpenConnections all)
    {
        var connection = New();
        Assert.True(all.TryTake(connection));
        return connection;
    }

    private sealed class FakeConnection : DefaultConnectionContext
    {
        private readonly CancellationTokenSource _closed = new();

        public FakeConnection() => ConnectionClosed = _closed.Token;

        public bool IsAborted { get; private set; }

        private OpenConnection Open => Features.Get<OpenConnection>()!;

        public override void Abort(ConnectionAbortedException abortReason) => IsAborted = true;

        public void Close() => _closed.Cancel();

        public override async ValueTask DisposeAsync()
        {
            _closed.Dispose();
            await base.DisposeAsync();
        }

        public void Begin() => Open.Begin();

        public void End() => Open.End();
    }
}
