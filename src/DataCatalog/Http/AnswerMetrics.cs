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
    private readonly Counter<long> _refused;
    private readonly Histogram<double> _renderings;

    public AnswerMetrics(IMeterFactory meters)
    {
        _meter = meters.Create(MeterName);
        _hits = _meter.CreateCounter<long>("datacatalog.answers.hits", "{request}", "Requests whose answer was ready.");
        _misses = _meter.CreateCounter<long>("datacatalog.answers.misses", "{request}", "Requests whose answer was not ready.");
        _rendered = _meter.CreateCounter<long>("datacatalog.answers.rendered", "{answer}", "Answers that were rendered.");
        _renderings = _meter.CreateHistogram<double>(
            "datacatalog.answers.rendering", "s", "The time of reading, mapping and writing an answer, by its syntax.");
        _refused = _meter.CreateCounter<long>(
            "datacatalog.work.refused", "{request}", "Requests that found no place to be worked on, by their cost.");
    }

    /// <summary>Counts a request whose answer was ready.</summary>
    public void CountHit() => _hits.Add(1);

    /// <summary>Counts a request whose answer was not ready.</summary>
    public void CountMiss() => _misses.Add(1);

    /// <summary>Counts an answer that was rendered.</summary>
    /// <param name="syntax">Its syntax.</param>
    /// <param name="time">The time that it took.</param>
    public void CountRendering(Syntax syntax, TimeSpan time)
    {
        _rendered.Add(1);
        _renderings.Record(time.TotalSeconds, new KeyValuePair<string, object?>("syntax", syntax.Name));
    }

    /// <summary>Counts a request that was refused because there is too much work.</summary>
    /// <param name="cost">The cost of its work.</param>
    public void CountRefusal(string cost) => _refused.Add(1, new KeyValuePair<string, object?>("cost", cost));

    /// <summary>Publishes the memory of the answers that are ready.</summary>
    /// <param name="bytes">Returns it, in bytes.</param>
    public void ShowSize(Func<long> bytes) =>
        _meter.CreateObservableGauge("datacatalog.answers.size", bytes, "By", "The memory of the answers that are ready.");

    public void Dispose() => _meter.Dispose();
}
