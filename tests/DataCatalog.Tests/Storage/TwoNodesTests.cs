using DataCatalog.Storage;

namespace DataCatalog.Tests.Storage;

/// <summary>Two processes write one database; each has its own <see cref="Database"/>.</summary>
public sealed class TwoNodesTests : IDisposable
{
    private readonly TestCatalog _catalog = new();
    private readonly Database _other;

    public TwoNodesTests()
    {
        _other = new Database(_catalog.Text, _catalog.Time);
        _other.Migrate();
    }

    /// <summary>A sequence of the engine would let the second writer commit number 2 before number 1.</summary>
    [Fact]
    public async Task Changes_are_numbered_in_the_order_of_their_commits()
    {
        using var isLogged = new ManualResetEventSlim();
        using var mayCommit = new ManualResetEventSlim();
        var late = Task.Run(
            () => _catalog.Database.Write("late", session =>
            {
                session.Log(Kinds.Agent, "late", "create", 1, "{}");
                isLogged.Set();
                mayCommit.Wait(TestContext.Current.CancellationToken);
            }),
            TestContext.Current.CancellationToken);
        isLogged.Wait(TestContext.Current.CancellationToken);

        var next = Task.Run(
            () => _other.Write("next", session => session.Log(Kinds.Agent, "next", "create", 1, "{}")),
            TestContext.Current.CancellationToken);
        var isFirst = await Task.WhenAny(next, Task.Delay(TimeSpan.FromMilliseconds(300), TestContext.Current.CancellationToken)) == next;
        var before = Logged();
        mayCommit.Set();
        await Task.WhenAll(late, next);

        Assert.False(isFirst, "A second writer did not wait for the first.");
        Assert.Empty(before);
        Assert.Equal(["1|late", "2|next"], Logged());
    }

    [Fact]
    public void A_write_that_fails_leaves_no_gap()
    {
        Assert.Throws<InvalidOperationException>(() => _other.Write("test", session =>
        {
            session.Log(Kinds.Agent, "lost", "create", 1, "{}");
            throw new InvalidOperationException();
        }));
        _catalog.Database.Write("test", session => session.Log(Kinds.Agent, "a", "create", 1, "{}"));
        _other.Write("test", session => session.Log(Kinds.Agent, "b", "create", 1, "{}"));
        Assert.Equal(["1|a", "2|b"], Logged());
    }

    [Fact]
    public void Each_follows_what_the_other_writes_and_both_have_one_history()
    {
        _other.Follow();
        _catalog.Database.Write("test", session => session.Log(Kinds.Agent, "a", "create", 1, "{}"));
        Assert.Equal(0, _other.Sequence);
        _other.Follow();
        Assert.Equal(1, _other.Sequence);
        Assert.Equal(_catalog.Database.History, _other.History);

        _other.Write("test", session => session.Log(Kinds.Agent, "b", "create", 1, "{}"));
        _catalog.Database.Follow();
        Assert.Equal((2, _other.History), (_catalog.Database.Sequence, _catalog.Database.History));
    }

    [Fact]
    public async Task A_report_does_not_wait_long_for_a_writer_of_the_other()
    {
        using var inside = new ManualResetEventSlim();
        using var end = new ManualResetEventSlim();
        var writer = Task.Run(
            () => _other.WriteAside((_, _) =>
            {
                inside.Set();
                return end.Wait(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
            }),
            TestContext.Current.CancellationToken);
        inside.Wait(TestContext.Current.CancellationToken);
        var fault = Record.Exception(() => _catalog.Database.WriteAside((_, _) => true));
        end.Set();

        Assert.True(StorageFaults.IsBusy(Assert.IsAssignableFrom<System.Data.Common.DbException>(fault)));
        Assert.True(await writer);
    }

    public void Dispose()
    {
        _other.Dispose();
        _catalog.Dispose();
    }

    private IReadOnlyList<string> Logged() => _catalog.Rows("select sequence, id from change order by sequence");
}
