using System.Net;
using System.Threading.RateLimiting;

namespace DataCatalog.Http.Bounds;

/// <summary>
/// Limits the connections that one address may open per second. A new connection costs more than a request on an open one, even if the
/// client leaves; connections above the limit are closed before anything is read.
/// </summary>
/// <param name="most">The most connections per second; twice as many at once after a pause.</param>
/// <param name="time">The clock for the time since the last log entry.</param>
/// <param name="log">The log for closed connections.</param>
internal sealed partial class ConnectionRate(int most, TimeProvider time, ILogger<ConnectionRate> log) : IDisposable
{
    private const int PartsOfSecond = 10;

    private static readonly TimeSpan LogInterval = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<IPAddress> _rates = PartitionedRateLimiter.Create<IPAddress, IPAddress>(client =>
        RateLimitPartition.GetTokenBucketLimiter(client, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = 2 * most,
            TokensPerPeriod = Math.Max(1, most / PartsOfSecond),
            ReplenishmentPeriod = TimeSpan.FromSeconds(1.0 / PartsOfSecond),
        }));

    private long _quietUntil = long.MinValue;

    /// <summary>Whether an address may open another connection now.</summary>
    public bool Allows(EndPoint? remote)
    {
        using var lease = _rates.AttemptAcquire(WorkGate.ClientOf((remote as IPEndPoint)?.Address));
        if (!lease.IsAcquired)
        {
            Warn();
        }

        return lease.IsAcquired;
    }

    /// <summary>
    /// Logs that connections are closed, at most once a minute. Several listening addresses may call this at once, and only one of them
    /// logs.
    /// </summary>
    private void Warn()
    {
        var (now, until) = (time.GetUtcNow(), Interlocked.Read(ref _quietUntil));
        if (now.Ticks >= until && Interlocked.CompareExchange(ref _quietUntil, (now + LogInterval).Ticks, until) == until)
        {
            LogClosed(log, most);
        }
    }

    public void Dispose() => _rates.Dispose();

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "One address opens more than {Most} connections a second; further ones are closed. If the address is a proxy, let it "
            + "keep its connections open, or raise Catalog:ConnectionsPerSecond. This message appears at most once a minute.")]
    private static partial void LogClosed(ILogger log, int most);
}
