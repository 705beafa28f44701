using System.Data;
using System.Data.Common;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;

namespace DataCatalog.Measuring;

/// <summary>
/// A piece of the server's work that traces show as a span, and metrics by its name and duration. It costs nothing while nobody collects
/// them.
/// </summary>
internal sealed class Operation : IDisposable
{
    /// <summary>The name of the source of the spans, and of the meter.</summary>
    public const string Source = "DataCatalog.Work";

    /// <summary>A question is asked of the words and columns.</summary>
    public const string Search = "search";

    /// <summary>An answer is read, mapped and written.</summary>
    public const string Render = "render";

    /// <summary>A connection that reads is open.</summary>
    public const string Read = "database.read";

    /// <summary>A transaction writes, from waiting for its turn to its commit.</summary>
    public const string Write = "database.write";

    /// <summary>A set of dumps is made.</summary>
    public const string Dump = "dump";

    private static readonly ActivitySource Spans = new(Source);
    private static readonly Meter Meter = new(Source);
    private static readonly Histogram<double> Durations =
        Meter.CreateHistogram<double>("datacatalog.work.duration", "s", "The time of a piece of work, by its name.");

    private readonly string _name;
    private readonly Activity? _span;
    private readonly long _start = Stopwatch.GetTimestamp();

    private Operation(string name) => (_name, _span) = (name, Spans.StartActivity(name));

    private static bool IsCollected => Durations.Enabled || Spans.HasListeners();

    /// <summary>Begins a piece of work, which ends when the result is disposed.</summary>
    /// <param name="name">One of the names above.</param>
    /// <returns>Null while nobody collects.</returns>
    public static Operation? Begin(string name) => IsCollected ? new Operation(name) : null;

    /// <summary>
    /// Counts the time from now until a connection is closed as a piece of work. Connections are not closed in the order of their opening,
    /// so no other span becomes a child of this one.
    /// </summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "The connection ends it.")]
    public static T UntilClosed<T>(string name, T connection)
        where T : DbConnection
    {
        var parent = Activity.Current;
        if (Begin(name) is { } operation)
        {
            Activity.Current = parent;
            connection.StateChange += (_, change) =>
            {
                if (change.CurrentState is ConnectionState.Closed)
                {
                    var current = Activity.Current;
                    operation.Dispose();
                    Activity.Current = current;
                }
            };
        }

        return connection;
    }

    public void Dispose()
    {
        Durations.Record(Stopwatch.GetElapsedTime(_start).TotalSeconds, new KeyValuePair<string, object?>("work", _name));
        _span?.Dispose();
    }
}
