using System.Collections.Concurrent;
using DataCatalog.Storage;

namespace DataCatalog.Tests.Storage;

public sealed class DerivedTests
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(20);

    private readonly Epoch _epoch = new();
    private readonly Derived<string> _derived;

    public DerivedTests() => _derived = new(_epoch);

    [Fact]
    public void A_value_of_an_epoch_that_has_ended_is_made_anew_and_has_none_before_it()
    {
        _derived.Since(5, _ => "lost");
        _epoch.End();
        Assert.Equal("none", _derived.Since(4, before => before ?? "none"));
        Assert.Equal("none", _derived.Since(4, _ => "never made"));
        Assert.Equal("none, renewed", _derived.Since(5, before => $"{before}, renewed"));
    }

    /// <summary>Its revision is a number of the history that has ended.</summary>
    [Fact]
    public void A_value_that_is_made_while_its_epoch_ends_is_not_kept()
    {
        _derived.Since(5, _ =>
        {
            _epoch.End();
            return "between";
        });
        Assert.Equal("made", _derived.Since(3, _ => "made"));
    }

    [Fact]
    public void A_value_is_made_once_for_a_revision_and_anew_for_a_newer_one()
    {
        var before = _derived.Since(1, _ => new string('a', 3));
        Assert.Same(before, _derived.Since(1, _ => "never made"));
        Assert.Same(before, _derived.Since(0, _ => "never made"));
        Assert.Equal("aaab", _derived.Since(2, known => known + "b"));
        Assert.Equal("aaa", before);
    }

    [Fact]
    public void The_first_making_has_no_value_before_it() => Assert.Equal("none", _derived.Since(0, before => before ?? "none"));

    [Fact]
    public void A_value_at_a_revision_is_that_of_no_other()
    {
        Assert.Equal("five", _derived.At(5, _ => "five"));
        Assert.Null(_derived.At(4, _ => "never made"));
        Assert.Equal("six", _derived.At(6, _ => "six"));
    }

    [Fact]
    public void After_a_failure_the_next_one_who_asks_tries_again()
    {
        Assert.Equal("the disk", Assert.Throws<IOException>(() => _derived.Since(1, _ => throw new IOException("the disk"))).Message);
        Assert.Equal("the file", Assert.Throws<IOException>(() => _derived.Since(1, _ => throw new IOException("the file"))).Message);
        Assert.Equal("read", _derived.Since(1, _ => "read"));
    }

    [Fact]
    public void After_a_failure_to_renew_it_the_value_before_is_still_there_for_its_revision()
    {
        _derived.Since(1, _ => "old");
        Assert.Throws<IOException>(() => _derived.Since(2, _ => throw new IOException()));
        Assert.Equal("old", _derived.Since(1, _ => "never made"));
        Assert.Equal("old, renewed", _derived.Since(2, before => $"{before}, renewed"));
    }

    [Fact]
    public async Task Many_who_ask_at_once_have_it_made_once_and_get_the_same()
    {
        var made = 0;
        var values = await AllAtOnce(16, () => _derived.Since(1, _ => Slowly(() => $"made {Interlocked.Increment(ref made)}")));
        Assert.Equal(1, made);
        Assert.All(values, value => Assert.Same(values[0], value));
    }

    [Fact]
    public async Task Those_who_waited_for_a_failed_attempt_share_its_failure()
    {
        var attempts = 0;
        var failures = await AllAtOnce(16, () => Record.Exception(() => _derived.Since(1, _ => Slowly<string>(() =>
            throw new IOException($"attempt {Interlocked.Increment(ref attempts)}")))));
        Assert.Equal(1, attempts);
        Assert.All(failures, failure => Assert.Equal("attempt 1", Assert.IsType<IOException>(failure).Message));
        Assert.Equal("read", _derived.Since(1, _ => "read"));
    }

    [Fact]
    public async Task Who_asks_for_a_newer_revision_while_an_older_one_is_made_gets_one_made_after_it()
    {
        using var begun = new ManualResetEventSlim();
        using var mayEnd = new ManualResetEventSlim();
        var older = Task.Run(() => _derived.Since(1, _ =>
        {
            begun.Set();
            Assert.True(mayEnd.Wait(Long));
            return "as of 1";
        }));
        Assert.True(begun.Wait(Long, TestContext.Current.CancellationToken));
        var newer = Task.Run(() => _derived.Since(2, before => $"{before}, then 2"));
        await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.False(newer.IsCompleted);
        mayEnd.Set();
        Assert.Equal(("as of 1", "as of 1, then 2"), (await older, await newer));
        Assert.Null(_derived.At(1, _ => "never made"));
    }

    [Fact]
    public async Task Who_asks_for_a_newer_revision_does_not_share_the_failure_of_an_older_one()
    {
        using var begun = new ManualResetEventSlim();
        using var mayEnd = new ManualResetEventSlim();
        var older = Task.Run(() => Record.Exception(() => _derived.Since(1, _ =>
        {
            begun.Set();
            Assert.True(mayEnd.Wait(Long));
            throw new IOException();
        })));
        Assert.True(begun.Wait(Long, TestContext.Current.CancellationToken));
        var newer = Task.Run(() => _derived.Since(2, _ => "as of 2"));
        mayEnd.Set();
        Assert.IsType<IOException>(await older);
        Assert.Equal("as of 2", await newer);
    }

    [Fact]
    public async Task No_one_gets_a_value_older_than_what_was_there_when_they_asked()
    {
        var revision = 0L;
        var faults = new ConcurrentBag<string>();
        var changes = Task.Run(() =>
        {
            for (var change = 0; change < 2_000; change++)
            {
                Interlocked.Increment(ref revision);
                Thread.SpinWait(200);
            }
        }, TestContext.Current.CancellationToken);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            while (!changes.IsCompleted)
            {
                var asked = Interlocked.Read(ref revision);
                var shown = long.Parse(
                    _derived.Since(asked, _ => $"{Interlocked.Read(ref revision)}"), System.Globalization.CultureInfo.InvariantCulture);
                if (shown < asked)
                {
                    faults.Add($"{asked}: {shown}");
                }
            }
        })));
        Assert.Empty(faults);
    }

    [Fact]
    public void Values_by_name_are_made_anew_for_a_newer_revision_each_for_itself()
    {
        var values = new DerivedByName(10_000, new Epoch());
        Assert.Equal((1, 2), (values.Since("one", 1, () => 1), values.Since("two", 1, () => 2)));
        Assert.Equal((3, 2), (values.Since("one", 2, () => 3), values.Since("two", 1, () => 4)));
    }

    [Fact]
    public void Values_by_name_take_no_more_than_their_budget()
    {
        var values = new DerivedByName(1_000, new Epoch());
        for (var round = 0; round < 3; round++)
        {
            Assert.Equal("kept", values.Since("first", 1, () => round == 0 ? "kept" : "forgotten"));
        }

        Assert.Equal(2_000, values.Since("long", 1, () => new string('x', 2_000)).Length);
        Assert.Equal("made anew", values.Since("first", 1, () => "made anew"));
        Assert.Equal("made anew", values.Since("first", 1, () => "never made"));
    }

    private static T Slowly<T>(Func<T> make)
    {
        Thread.Sleep(200);
        return make();
    }

    /// <summary>What each of some threads gets that begin together.</summary>
    private static async Task<T[]> AllAtOnce<T>(int count, Func<T> ask)
    {
        using var start = new Barrier(count);
        return await Task.WhenAll(Enumerable.Range(0, count).Select(_ => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait(Long);
                return ask();
            },
            TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
    }
}
