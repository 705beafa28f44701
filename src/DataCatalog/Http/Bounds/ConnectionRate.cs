using System.Net;
using System.Threading.RateLimiting;

namespace DataCatalog.Http.Bounds;

/// <summary>
/// How many connections one address may open in a second. Each costs more than a request on an open one, whether or not its client stays for the answer; what is
/// too much is closed before anything is read.
/// </summary>
/// <param name="most">So many in a second, and twice as many at once after a pause.</param>
/// <param name="time">Tells when it was last logged that connections are closed.</param>
/// <param name="log">Where that is logged.</param>
internal sealed partial class ConnectionRate(int most, TimeProvider time, ILogger<ConnectionRate> log) : IDisposable
{
    private const int PartsOfSecond = 10;

    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<IPAddress> _rates = PartitionedRateLimiter.Create<IPAddress, IPAddress>(client =>
        RateLimitPartition.GetTokenBucketLimiter(client, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = 2 * most,
            TokensPerPeriod = Math.Max(1, most / PartsOfSecond),
            ReplenishmentPeriod = TimeSpan.FromSeconds(1.0 / PartsOfSecond),
        }));

    private long _quietUntil = long.MinValue;

    /// <summary>Whether an address may open one more now.</summary>
    public bool Allows(EndPoint? remote)
    {
        using var lease = _rates.AttemptAcquire(WorkGate.ClientOf((remote as IPEndPoint)?.Address));
        if (!lease.IsAcquired)
        {
            Warn();
        }

        return lease.IsAcquired;
    }

    /// <summary>Each listening address accepts by itself: of several that come at once, one speaks.</summary>
    private void Warn()
    {
        var (now, until) = (time.GetUtcNow(), Interlocked.Read(ref _quietUntil));
        if (now.Ticks >= until && Interlocked.CompareExchange(ref _quietUntil, (now + Silence).Ticks, until) == until)
        {
            LogClosed(log, most);
        }
    }

    public void Dispose() => _rates.Dispose();

    [LoggerMessage(Level = LogLevel.Warning, Message = "One address opens more than {Most} connections a second; what is more is closed. If it is a proxy, let it keep its connections open, or raise Catalog:ConnectionsPerSecond. This is said at most once a minute.")]
    private static partial void LogClosed(ILogger log, int most);
}
