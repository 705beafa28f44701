using System.Net;
using System.Net.Sockets;

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
/// nor the wait grows with the number of clients.
/// </summary>
internal sealed class WorkGate
{
    private const int EntriesOfProcessor = 4;

    /// <summary>How much is worked on at once, of all kinds together.</summary>
    public static readonly int AtOnce = (EntriesOfProcessor + 1 + 1) * Environment.ProcessorCount;

    /// <summary>Who has waited so long is refused.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private readonly Dictionary<Cost, FairLine> _lines = new()
    {
        [Cost.Entry] = new FairLine(atOnce: EntriesOfProcessor * Environment.ProcessorCount, waiting: 256, ofOneAddress: 128),
        [Cost.Search] = new FairLine(atOnce: Environment.ProcessorCount, waiting: 64, ofOneAddress: 32),
        [Cost.Page] = new FairLine(atOnce: Environment.ProcessorCount, waiting: 32, ofOneAddress: 16),
    };

    /// <summary>Waits for a place, which is to be disposed when the work is done; null when there is none.</summary>
    /// <exception cref="OperationCanceledException">The client has left.</exception>
    public async ValueTask<FairLine.Place?> EnterAsync(HttpContext context, Cost cost)
    {
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        wait.CancelAfter(LongestWait);
        try
        {
            return await _lines[cost].EnterAsync(ClientOf(context), wait.Token);
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>The address of a client; of an IPv6 address the network, since a client has as many addresses there as it likes.</summary>
    public static IPAddress ClientOf(HttpContext context) => ClientOf(context.Connection.RemoteIpAddress);

    /// <summary>The same of a connection.</summary>
    public static IPAddress ClientOf(IPAddress? remote)
    {
        var address = remote ?? IPAddress.None;
        return address.AddressFamily == AddressFamily.InterNetworkV6 && !address.IsIPv4MappedToIPv6
            ? new IPAddress([.. address.GetAddressBytes().AsSpan(0, 8), 0, 0, 0, 0, 0, 0, 0, 0])
            : address;
    }
}
