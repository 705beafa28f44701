using System.Globalization;

namespace DataCatalog.Tests.Territories;

/// <summary>What people type, made by rule from all communes.</summary>
public sealed class PlaceQueryTests(ITestOutputHelper output)
{
    private const double Enough = 0.97;

    /// <summary>The number of communes of which each rule makes texts; <c>PLACE_QUERIES</c> sets another one, for the figures.</summary>
    private static readonly int Count =
        int.TryParse(Environment.GetEnvironmentVariable("PLACE_QUERIES"), CultureInfo.InvariantCulture, out var count) ? count : 200;

    private static readonly Lazy<PlaceQueries> Queries = new(() => new PlaceQueries(WholeTerritories.Places));

    public static TheoryData<string> Rules => [.. PlaceQueries.Rules];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Nearly_all_texts_of_a_rule_find_what_they_mean_first(string rule)
    {
        var score = Queries.Value.Ask(rule, Count);
        output.WriteLine($"{rule}: {score}; {Percentiles([.. score.Milliseconds])}");
        Assert.True(score.Share >= Enough, $"{rule}: {score}\n{string.Join('\n', score.Wrong)}");
    }

    private static string Percentiles(List<double> times)
    {
        times.Sort();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"p50 {times[times.Count / 2]:0.00} ms, p99 {times[times.Count * 99 / 100]:0.00} ms, slowest {times[^1]:0.0} ms");
    }
}
