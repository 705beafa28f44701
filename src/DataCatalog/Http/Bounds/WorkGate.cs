using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace DataCatalog.Http.Bounds;

/// <summary>What a piece of work costs: each kind waits in a line of its own, so that heavy work never keeps light work waiting.</summary>
internal enum Cost
{
    /// <summary>One entry, or a page of short ones: about a millisecond.</summary>
    Entry,

    /// <summary>A question to the index or to the map of the territories: some milliseconds to some dozens.</summary>
    Search,

    /// <summary>Entries in full by the hundred: dozens of milliseconds, and megabytes.</summary>
    Page,
}

/// <summary>
/// Bounds the work that is done at once. Of each kind of cost a few pieces are done at a time and some wait; what is more is refused, so that neither memory
/// nor the wait grows with the number of clients. One address may have a part of the places only.
/// </summary>
internal sealed class WorkGate : IDisposable
{
    /// <summary>Who has waited so long is refused.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private readonly Dictionary<Cost, PartitionedRateLimiter<HttpContext>> _limiters = new()
    {
        [Cost.Entry] = Limiter(atOnce: 4 * Environment.ProcessorCount, waiting: 256, ofOneAddress: 128),
        [Cost.Search] = Limiter(atOnce: Environment.ProcessorCount, waiting: 64, ofOneAddress: 32),
        [Cost.Page] = Limiter(atOnce: Environment.ProcessorCount, waiting: 16, ofOneAddress: 8),
    };

    /// <summary>Waits for a place. The lease is not acquired when there is none; it is to be disposed when the work is done.</summary>
    /// <exception cref="OperationCanceledException">The client has left.</exception>
    public async ValueTask<RateLimitLease> EnterAsync(HttpContext context, Cost cost)
    {
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        wait.CancelAfter(LongestWait);
        try
        {
            return await _limiters[cost].AcquireAsync(context, permitCount: 1, wait.Token);
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            return Refused.Lease;
        }
    }

    public void Dispose()
    {
        foreach (var limiter in _limiters.Values)
        {
            limiter.Dispose();
        }
    }

    private static PartitionedRateLimiter<HttpContext> Limiter(int atOnce, int waiting, int ofOneAddress) => PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<HttpContext, IPAddress>(context => RateLimitPartition.GetConcurrencyLimiter(
            ClientOf(context), _ => new ConcurrencyLimiterOptions { PermitLimit = atOnce + ofOneAddress, QueueLimit = 0 })),
        PartitionedRateLimiter.Create<HttpContext, bool>(_ => RateLimitPartition.GetConcurrencyLimiter(
            partitionKey: true, _ => new ConcurrencyLimiterOptions { PermitLimit = atOnce, QueueLimit = waiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst })));

    /// <summary>The address of a client; of an IPv6 address the network, since a client has as many addresses there as it likes.</summary>
    private static IPAddress ClientOf(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        return address.AddressFamily == AddressFamily.InterNetworkV6 && !address.IsIPv4MappedToIPv6
            ? new IPAddress([.. address.GetAddressBytes().AsSpan(0, 8), 0, 0, 0, 0, 0, 0, 0, 0])
            : address;
    }

    /// <summary>The lease of who has waited in vain.</summary>
    private sealed class Refused : RateLimitLease
    {
        public static readonly Refused Lease = new();

        public override bool IsAcquired => false;

        public override IEnumerable<string> MetadataNames => [];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = null;
            return false;
        }
    }
}
