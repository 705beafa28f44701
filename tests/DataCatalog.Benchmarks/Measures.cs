using System.Diagnostics;
using System.Globalization;

namespace DataCatalog.Benchmarks;

/// <summary>Times of one kind of work, in milliseconds.</summary>
internal sealed class Measures
{
    private readonly List<double> _milliseconds = [];

    public double Median => At(0.5);

    public int Count => _milliseconds.Count;

    /// <summary>Repeats some work, each time with the next number, until there are enough times or the time is up.</summary>
    public static Measures Of(int count, TimeSpan atMost, Action<int> work)
    {
        var measures = new Measures();
        var all = Stopwatch.StartNew();
        for (var number = 0; number < count && all.Elapsed < atMost; number++)
        {
            var before = all.Elapsed;
            work(number);
            measures.Add(all.Elapsed - before);
        }

        return measures;
    }

    public void Add(TimeSpan time)
    {
        lock (_milliseconds)
        {
            _milliseconds.Add(time.TotalMilliseconds);
        }
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"p50 {At(0.5),8:0.000} ms  p95 {At(0.95),8:0.000} ms  p99 {At(0.99),8:0.000} ms  ({_milliseconds.Count} times)");

    private double At(double share)
    {
        _milliseconds.Sort();
        return _milliseconds.Count == 0 ? 0 : _milliseconds[(int)(share * (_milliseconds.Count - 1))];
    }
}
