using DataCatalog.Storage;

namespace DataCatalog.Tests.Storage;

public sealed class PreparingTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(35)]
    public void Results_come_in_the_order_of_the_items(int count) =>
        Assert.Equal(Enumerable.Range(0, count).Select(number => number * 2), Enumerable.Range(0, count).Ahead(10, number => number * 2));

    [Fact]
    public void A_failed_computation_fails_after_the_results_before_its_chunk()
    {
        var taken = new List<int>();
        var failing = Enumerable.Range(0, 25).Ahead(10, number => number == 15 ? throw new FormatException("15") : number);
        Assert.Throws<FormatException>(() =>
        {
            foreach (var number in failing)
            {
                taken.Add(number);
            }
        });
        Assert.Equal(Enumerable.Range(0, 10), taken);
    }

    [Fact]
    public void No_more_than_two_chunks_are_computed_before_they_are_asked_for()
    {
        var computed = 0;
        using var results = Enumerable.Range(0, 1000).Ahead(10, number => Interlocked.Increment(ref computed)).GetEnumerator();
        Assert.True(results.MoveNext());
        Assert.InRange(Volatile.Read(ref computed), 10, 20);
    }
}
