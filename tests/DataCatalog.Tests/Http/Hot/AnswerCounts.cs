using System.Diagnostics.Metrics;
using DataCatalog.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DataCatalog.Tests.Http.Hot;

/// <summary>Counts what a service publishes of its answers.</summary>
internal sealed class AnswerCounts : IDisposable
{
    private readonly MeterListener _listener = new();
    private long _hits;
    private long _misses;
    private long _rendered;

    public AnswerCounts(CatalogApp app)
    {
        var meters = app.Services.GetRequiredService<IMeterFactory>();
        app.Services.GetRequiredService<AnswerMetrics>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == AnswerMetrics.MeterName && ReferenceEquals(instrument.Meter.Scope, meters))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, count, _, _) => Interlocked.Add(ref Counter(instrument.Name), count));
        _listener.Start();
    }

    public long Hits => Interlocked.Read(ref _hits);

    public long Misses => Interlocked.Read(ref _misses);

    public long Rendered => Interlocked.Read(ref _rendered);

    public void Dispose() => _listener.Dispose();

    private ref long Counter(string name)
    {
        switch (name)
        {
            case "datacatalog.answers.hits":
                return ref _hits;
            case "datacatalog.answers.misses":
                return ref _misses;
            default:
                return ref _rendered;
        }
    }
}
