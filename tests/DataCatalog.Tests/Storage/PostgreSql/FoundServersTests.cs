using System.Diagnostics.CodeAnalysis;
using DataCatalog.Storage;
using DataCatalog.Storage.PostgreSql;
using Npgsql;

namespace DataCatalog.Tests.Storage.PostgreSql;

/// <summary>Which of several servers is read, without a server.</summary>
[SuppressMessage("Reliability", "CA2000", Justification = "A server that is never asked has nothing open.")]
public sealed class FoundServersTests
{
    private static readonly (string Cluster, int Timeline) Nothing = ("", 0);

    [Theory]
    [InlineData(false, "primary")]
    [InlineData(true, "standby")]
    public void The_text_decides_whether_a_standby_is_read(bool prefersStandby, string name) =>
        Assert.Equal((name, Seen.AnotherServer), Choice(prefersStandby, Nothing, Primary("primary"), Standby("standby")));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Who_is_there_alone_is_read(bool prefersStandby)
    {
        Assert.Equal(("standby", Seen.AnotherServer), Choice(prefersStandby, Nothing, Standby("standby")));
        Assert.Equal(("primary", Seen.AnotherServer), Choice(prefersStandby, Nothing, Primary("primary")));
    }

    [Fact]
    public void A_standby_that_lags_behind_is_not_read()
    {
        Assert.Equal("primary", Choice(true, Nothing, Standby("late", hasLast: false), Primary("primary")).Name);
        Assert.Equal("standby", Choice(true, Nothing, Standby("late", hasLast: false), Standby("standby")).Name);
        Assert.Throws<BusyException>(() => Choice(true, Nothing, Standby("late", hasLast: false)));
    }

    [Fact]
    public void What_the_primary_has_not_is_lost_though_a_standby_of_another_one_has_it() => Assert.Equal(
        ("primary", Seen.AnotherHistory), Choice(true, Nothing, Standby("standby"), Primary("primary", hasLast: false)));

    [Fact]
    public void Of_two_primaries_the_one_that_took_over_is_read() =>
        Assert.Equal("new", Choice(false, Nothing, Primary("old", timeline: 1), Primary("new", timeline: 2)).Name);

    /// <summary>It has what was shown before the other took over, and perhaps more that was never acknowledged by it.</summary>
    [Fact]
    public void An_old_primary_is_not_read_again_when_the_new_one_was_seen()
    {
        var old = Primary("old", timeline: 1);
        Assert.Throws<BusyException>(() => Choice(false, ("1", 2), old));
        Assert.Throws<BusyException>(() => Choice(false, ("1", 2), old with { HasLast = false }));
        Assert.Equal("standby", Choice(false, ("1", 2), old, Standby("standby")).Name);
        Assert.Equal("old", Choice(false, ("another cluster", 2), old).Name);
    }

    [Fact]
    public void When_nobody_answers_the_reason_is_that_of_the_first()
    {
        using var found = new FoundServers([], new NpgsqlException("The first."));
        Assert.Equal("The first.", Assert.Throws<NpgsqlException>(() => found.Choose(prefersStandby: false, Nothing)).Message);
    }

    private static (string Name, Seen Seen) Choice(bool prefersStandby, (string, int) followed, params FoundServer[] servers)
    {
        using var found = new FoundServers(servers);
        var (server, seen) = found.Choose(prefersStandby, followed);
        return (server.Server.Name.Split(':')[0], seen);
    }

    private static FoundServer Primary(string name, int timeline = 1, bool hasLast = true) =>
        new(Named(name), new NpgsqlConnection(), IsStandby: false, "1", timeline, hasLast);

    private static FoundServer Standby(string name, bool hasLast = true) =>
        new(Named(name), new NpgsqlConnection(), IsStandby: true, "1", Timeline: 0, hasLast);

    private static ReadServer Named(string name) => new(ServerText.Read($"Host={name};Database=catalogue"));
}
