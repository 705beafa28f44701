using System.Globalization;

namespace DataCatalog.Tests.Territories;

/// <summary>What people type, made by rule from all communes.</summary>
public sealed class PlaceQueryTests(ITestOutputHelper output)
{
    private const int Few = 200;
    private const int Many = 2_000;
    private const double Enough = 0.97;

    private static readonly Lazy<PlaceQueries> Queries = new(() => new PlaceQueries(WholeTerritories.Places));

    public static TheoryData<string> Rules => [.. PlaceQueries.Rules];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Nearly_all_texts_of_a_rule_find_what_they_mean_first(string rule)
    {
        var score = Queries.Value.Ask(rule, Few);
        Assert.True(score.Share >= Enough, $"{rule}: {score}\n{string.Join('\n', score.Wrong)}");
    }

    /// <summary>
    /// For the figures, run the test program with <c>-explicit only -method "*Figures_for_each_rule" -showLiveOutput</c>.
    /// </summary>
    [Fact(Explicit = true)]
    public void Figures_for_each_rule()
    {
        _ = Queries.Value.Ask("deletion", Few);
        var times = new List<double>();
        foreach (var rule in PlaceQueries.Rules)
        {
            var score = Queries.Value.Ask(rule, Many);
            times.AddRange(score.Milliseconds);
            output.WriteLine($"{rule}: {score}; {Percentiles([.. score.Milliseconds])}");
            score.Wrong.Take(5).ToList().ForEach(wrong => output.WriteLine($"    {wrong}"));
        }

        output.WriteLine($"all: {Percentiles(times)}");
    }

    private static string Percentiles(List<double> times)
    {
        times.Sort();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"p50 {times[times.Count / 2]:0.00} ms, p99 {times[times.Count * 99 / 100]:0.00} ms, slowest {times[^1]:0.0} ms");
    }
}
