using System.Net;
using System.Net.Sockets;

namespace DataCatalog.Http.Bounds;

/// <summary>The cost of a request. Each cost has its own queue, so that heavy work never keeps light work waiting.</summary>
internal enum Cost
{
    /// <summary>One entry, or a page of short entries: about a millisecond.</summary>
    Entry,

    /// <summary>A search in the search index or among the territories: some milliseconds to some dozens.</summary>
    Search,

    /// <summary>Hundreds of full entries: dozens of milliseconds, and megabytes.</summary>
    Page,
}

/// <summary>
/// Limits the requests that are handled at once. For each cost some run, some wait and more are refused, so that neither memory nor waiting
/// time grows with the number of clients.
/// </summary>
internal sealed class WorkGate
{
    private const int EntriesOfProcessor = 4;

    /// <summary>The most requests of all costs that run at once.</summary>
    public static readonly int AtOnce = (EntriesOfProcessor + 1 + 1) * Environment.ProcessorCount;

    /// <summary>The waiting time after which a request is refused.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private readonly Dictionary<Cost, FairQueue> _queues = new()
    {
        [Cost.Entry] = new FairQueue(atOnce: EntriesOfProcessor * Environment.ProcessorCount, waiting: 256, ofOneAddress: 128),
        [Cost.Search] = new FairQueue(atOnce: Environment.ProcessorCount, waiting: 64, ofOneAddress: 32),
        [Cost.Page] = new FairQueue(atOnce: Environment.ProcessorCount, waiting: 32, ofOneAddress: 16),
    };

    /// <summary>
    /// Waits for a place, which the caller disposes when the work is done; returns null when the queue is full or the wait too long.
    /// </summary>
    /// <exception cref="OperationCanceledException">The client has left.</exception>
    public async ValueTask<FairQueue.Place?> EnterAsync(HttpContext context, Cost cost)
    {
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        wait.CancelAfter(LongestWait);
        try
        {
            return await _queues[cost].EnterAsync(ClientOf(context), wait.Token);
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>Returns the address of a client. For IPv6 it is the network, since one client may use any address in it.</summary>
    public static IPAddress ClientOf(HttpContext context) => ClientOf(context.Connection.RemoteIpAddress);

    /// <summary>Returns the address of a client by that of its connection.</summary>
    public static IPAddress ClientOf(IPAddress? remote)
    {
        var address = remote ?? IPAddress.None;
        return address.AddressFamily == AddressFamily.InterNetworkV6 && !address.IsIPv4MappedToIPv6
            ? new IPAddress([.. address.GetAddressBytes().AsSpan(0, 8), 0, 0, 0, 0, 0, 0, 0, 0])
            : address;
    }
}
