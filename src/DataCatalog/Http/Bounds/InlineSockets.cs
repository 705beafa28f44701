using DataCatalog.Configuration;

namespace DataCatalog.Http.Bounds;

/// <summary>
/// Lets the thread that waits for sockets also read requests and send ready answers, which saves two changes of thread for each of them.
/// All other work leaves that thread first (<see cref="Hot.HotPipeline"/>), because one request that kept it busy would stop other
/// connections. Encryption is such work, so this is for plain HTTP only.
/// </summary>
internal static class InlineSockets
{
    /// <summary>The runtime reads it when it opens the first socket; 0 switches this off.</summary>
    private const string Variable = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";

    /// <summary>Whether all addresses are without encryption.</summary>
    public static bool Suit(ListeningAddresses addresses) =>
        addresses.All.All(address => string.Equals(address.Scheme, "http", StringComparison.OrdinalIgnoreCase));

    /// <summary>Switches this on, unless the operator has decided. Call this before the first socket is opened.</summary>
    public static void Enable(ListeningAddresses addresses)
    {
        if (Suit(addresses) && Environment.GetEnvironmentVariable(Variable) is null)
        {
            Environment.SetEnvironmentVariable(Variable, "1");
        }
    }
}
