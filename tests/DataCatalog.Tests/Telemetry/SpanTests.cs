using System.Collections.Concurrent;
using System.Diagnostics;
using DataCatalog.Measuring;

namespace DataCatalog.Tests.Telemetry;

/// <summary>
/// A trace shows what the time of a request went into. Only spans below one of our own are looked at: other tests run too.
/// </summary>
public sealed class SpanTests : IAsyncDisposable
{
    private readonly ConcurrentBag<Activity> _ended = [];
    private readonly ActivityListener _listener;
    private readonly Activity _caller = new("caller");
    private readonly CatalogApp _app = new();

    public SpanTests()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is Operation.Source or "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = _ended.Add,
        };
        ActivitySource.AddActivityListener(_listener);
        _caller.SetIdFormat(ActivityIdFormat.W3C).Start();
    }

    [Fact]
    public async Task An_answer_that_is_made_has_spans_for_the_search_the_readings_and_the_rendering()
    {
        await AskAsync("/datasets?q=arbres");

        Assert.Single(Named(Operation.Search));
        Assert.Single(Named(Operation.Render));
        Assert.NotEmpty(Named(Operation.Read));
        Assert.All(Named(Operation.Read), read => Assert.DoesNotContain(Ours, span => span.ParentSpanId == read.SpanId));
    }

    [Fact]
    public async Task An_answer_that_is_ready_has_none()
    {
        await AskAsync("/datasets?q=arbres");
        var before = Ours.Count;
        await AskAsync("/datasets?q=arbres");

        Assert.Equal(before, Ours.Count);
    }

    public async ValueTask DisposeAsync()
    {
        _caller.Dispose();
        _listener.Dispose();
        await _app.DisposeAsync();
    }

    private List<Activity> Ours => [.. _ended.Where(span => span.Source.Name is Operation.Source && span.TraceId == _caller.TraceId)];

    private List<Activity> Named(string name) => Ours.FindAll(span => span.OperationName == name);

    /// <summary>Asks as a caller that is traced.</summary>
    private async Task AskAsync(string address)
    {
        using var response = await _app.GetAsync(address, $"traceparent: {_caller.Id}");
        Assert.True(response.IsSuccessStatusCode);
        await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
