using System.Net;
using DataCatalog.Http.Bounds;

namespace DataCatalog.Reports;

/// <summary>
/// Limits the reports of one client in an hour. Who they are is kept in memory until the hour ends, and nowhere else. Requests of this
/// machine do not count, as in <see cref="RequestRate"/>: they come from the operator, or from a proxy that nobody named.
/// </summary>
internal sealed class ReportAllowance(TimeProvider time)
{
    public const int OfOneClient = 5;

    /// <summary>The most clients that report in one hour: as many as all reports that may be open.</summary>
    private const int MostClients = ReportStore.MostOpen;

    private readonly Dictionary<IPAddress, int> _reports = [];
    private readonly Lock _gate = new();
    private long _hour;

    /// <summary>Takes one report from the allowance of a client.</summary>
    /// <returns>How long to wait when nothing is left; null when the report is allowed.</returns>
    public TimeSpan? Take(IPAddress? client)
    {
        if (client is null || IPAddress.IsLoopback(client))
        {
            return null;
        }

        var now = time.GetUtcNow();
        lock (_gate)
        {
            Begin(now.Ticks / TimeSpan.TicksPerHour);
            var key = WorkGate.ClientOf(client);
            var reports = _reports.GetValueOrDefault(key);
            if (reports >= OfOneClient || (reports == 0 && _reports.Count >= MostClients))
            {
                return TimeSpan.FromTicks(TimeSpan.TicksPerHour - (now.Ticks % TimeSpan.TicksPerHour));
            }

            _reports[key] = reports + 1;
            return null;
        }
    }

    /// <summary>Gives a report back to the allowance of a client: it was not kept.</summary>
    public void GiveBack(IPAddress? client)
    {
        lock (_gate)
        {
            if (client is not null && WorkGate.ClientOf(client) is var key && _reports.TryGetValue(key, out var reports))
            {
                _reports[key] = Math.Max(0, reports - 1);
            }
        }
    }

    private void Begin(long hour)
    {
        if (hour != _hour)
        {
            _reports.Clear();
            _hour = hour;
        }
    }
}
