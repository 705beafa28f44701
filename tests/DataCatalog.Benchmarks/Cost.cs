using System.Diagnostics;
using System.Globalization;

namespace DataCatalog.Benchmarks;

/// <summary>The time that some work took, of the clock and of the processor: all threads, those of the collector too.</summary>
internal sealed class Cost
{
    public TimeSpan Time { get; private set; }

    public TimeSpan Processor { get; private set; }

    public void Add(Action work)
    {
        var (clock, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        work();
        Time += Stopwatch.GetElapsedTime(clock);
        Processor += Environment.CpuUsage.TotalTime - processor;
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Processor.TotalSeconds:0.00} s of processor time, {Time.TotalSeconds:0.00} s");
}
