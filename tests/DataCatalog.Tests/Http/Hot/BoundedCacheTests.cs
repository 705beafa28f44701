using System.Globalization;
using DataCatalog.Http;

namespace DataCatalog.Tests.Http.Hot;

public sealed class BoundedCacheTests
{
    private const int Capacity = 10_000;
    private const int Size = 100;

    private readonly BoundedCache<string, byte[]> _cache = new(Capacity);

    [Fact]
    public void What_is_kept_is_found_and_counted()
    {
        Put("one", Size);
        Put("two", Size);

        Assert.Equal(Size, _cache.Find("one")!.Length);
        Assert.Null(_cache.Find("three"));
        Assert.Equal(2 * Size, _cache.Bytes);
    }

    [Fact]
    public void A_new_value_of_a_key_takes_the_place_of_the_old_one()
    {
        Put("one", Size);
        Put("one", 2 * Size);

        Assert.Equal(2 * Size, _cache.Find("one")!.Length);
        Assert.Equal(2 * Size, _cache.Bytes);
    }

    [Fact]
    public void It_never_takes_more_than_its_capacity()
    {
        for (var number = 0; number < 1000; number++)
        {
            Put($"{number}", 1 + (number % 1250));
            _cache.Find($"{number / 2}");
            Assert.InRange(_cache.Bytes, 1, Capacity);
        }
    }

    [Fact]
    public void A_value_larger_than_an_eighth_is_not_kept_and_removes_nothing()
    {
        Put("small", Size);
        Put("large", (Capacity / 8) + 1);

        Assert.Null(_cache.Find("large"));
        Assert.NotNull(_cache.Find("small"));
    }

    [Fact]
    public void What_is_used_stays_while_values_that_nobody_uses_again_flow_through()
    {
        string[] used = [.. Enumerable.Range(0, 20).Select(number => string.Create(CultureInfo.InvariantCulture, $"used {number}"))];
        Use(used);
        for (var junk = 0; junk < 20_000; junk++)
        {
            Put($"junk {junk}", Size);
            if (junk % 500 == 0)
            {
                Use(used);
            }
        }

        Assert.All(used, key => Assert.NotNull(_cache.Find(key)));
    }

    [Fact]
    public void What_was_asked_for_once_makes_room_for_what_comes_later()
    {
        for (var number = 0; number < 1000; number++)
        {
            Put($"{number}", Size);
        }

        Assert.Null(_cache.Find("0"));
        Assert.NotNull(_cache.Find("999"));
    }

    [Fact]
    public void What_was_popular_once_leaves_in_the_end()
    {
        Use(["popular"]);
        Use(["popular"]);
        for (var round = 0; round < 10; round++)
        {
            string[] others = [.. Enumerable.Range(0, Capacity / Size).Select(number => $"{round} {number}")];
            Use(others);
            Use(others);
        }

        Assert.Null(_cache.Find("popular"));
    }

    [Fact]
    public void Nothing_is_left_after_a_clearing()
    {
        Use(["one", "two"]);
        _cache.Clear();

        Assert.Null(_cache.Find("one"));
        Assert.Equal(0, _cache.Bytes);
    }

    [Fact]
    public async Task Its_bytes_are_those_of_its_values_after_many_threads_used_it()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(thread => Task.Run(
            () =>
            {
                var random = new Random(thread);
                for (var turn = 0; turn < 5000; turn++)
                {
                    var key = random.Next(500).ToString(CultureInfo.InvariantCulture);
                    if (_cache.Find(key) is null)
                    {
                        Put(key, 1 + random.Next(Size));
                    }
                }
            },
            TestContext.Current.CancellationToken)));
        var found = Enumerable.Range(0, 500).Sum(key => _cache.Find(key.ToString(CultureInfo.InvariantCulture))?.Length ?? 0);

        Assert.Equal(found, _cache.Bytes);
        Assert.InRange(found, Capacity / 2, Capacity);
    }

    private void Put(string key, int size) => _cache.Set(key, _ => new byte[size], value => value.Length);

    /// <summary>Uses values as a client does: what is not found is made and put in.</summary>
    private void Use(IEnumerable<string> keys)
    {
        foreach (var key in keys)
        {
            for (var times = 0; times < 3; times++)
            {
                if (_cache.Find(key) is null)
                {
                    Put(key, Size);
                }
            }
        }
    }
}
