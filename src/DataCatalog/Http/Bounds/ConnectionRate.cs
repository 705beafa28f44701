using System.Net;
using System.Threading.RateLimiting;

namespace DataCatalog.Http.Bounds;

/// <summary>
/// How many connections one address may open in a second. Each costs more than a request on an open one, whether or not its client stays for the answer; what is
/// too much is closed before anything is read.
/// </summary>
/// <param name="most">So many in a second, and twice as many at once after a pause.</param>
internal sealed class ConnectionRate(int most) : IDisposable
{
    private const int PartsOfSecond = 10;

    private readonly PartitionedRateLimiter<IPAddress> _rates = PartitionedRateLimiter.Create<IPAddress, IPAddress>(client =>
        RateLimitPartition.GetTokenBucketLimiter(client, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = 2 * most,
            TokensPerPeriod = Math.Max(1, most / PartsOfSecond),
            ReplenishmentPeriod = TimeSpan.FromSeconds(1.0 / PartsOfSecond),
        }));

    /// <summary>Whether an address may open one more now.</summary>
    public bool Allows(EndPoint? remote)
    {
        using var lease = _rates.AttemptAcquire(WorkGate.ClientOf((remote as IPEndPoint)?.Address));
        return lease.IsAcquired;
    }

    public void Dispose() => _rates.Dispose();
}
