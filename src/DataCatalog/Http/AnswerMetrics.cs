using System.Diagnostics.Metrics;

namespace DataCatalog.Http;

/// <summary>The numbers of answers that were ready and of those that had to be made (System.Diagnostics.Metrics).</summary>
internal sealed class AnswerMetrics : IDisposable
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "DataCatalog.Answers";

    private readonly Meter _meter;
    private readonly Counter<long> _hits;
    private readonly Counter<long> _misses;
    private readonly Counter<long> _rendered;

    public AnswerMetrics(IMeterFactory meters)
    {
        _meter = meters.Create(MeterName);
        _hits = _meter.CreateCounter<long>("datacatalog.answers.hits", "{request}", "Requests whose answer was ready.");
        _misses = _meter.CreateCounter<long>("datacatalog.answers.misses", "{request}", "Requests whose answer was not ready.");
        _rendered = _meter.CreateCounter<long>("datacatalog.answers.rendered", "{answer}", "Answers that were rendered.");
    }

    /// <summary>Counts a request whose answer was ready.</summary>
    public void CountHit() => _hits.Add(1);

    /// <summary>Counts a request whose answer was not ready.</summary>
    public void CountMiss() => _misses.Add(1);

    /// <summary>Counts an answer that was rendered.</summary>
    public void CountRendering() => _rendered.Add(1);

    /// <summary>Publishes the memory of the answers that are ready.</summary>
    /// <param name="bytes">Returns it, in bytes.</param>
    public void ShowSize(Func<long> bytes) =>
        _meter.CreateObservableGauge("datacatalog.answers.size", bytes, "By", "The memory of the answers that are ready.");

    public void Dispose() => _meter.Dispose();
}
