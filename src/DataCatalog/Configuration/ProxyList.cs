using System.Net;

namespace DataCatalog.Configuration;

/// <summary>The proxies that a setting names.</summary>
internal static class ProxyList
{
    private const StringSplitOptions Trimmed = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    /// <summary>Returns the parts of a setting that are neither an address nor a network.</summary>
    public static IEnumerable<string> Faults(string? setting) => Parts(setting).Where(part => Read(part) is null);

    /// <summary>Returns the networks of a setting; an address is a network of one.</summary>
    public static IEnumerable<IPNetwork> Networks(string? setting) => Parts(setting).Select(Read).OfType<IPNetwork>();

    private static string[] Parts(string? setting) => setting?.Split(',', Trimmed) ?? [];

    private static IPNetwork? Read(string part) =>
        IPAddress.TryParse(part, out var address) ? new IPNetwork(address, 8 * address.GetAddressBytes().Length)
        : IPNetwork.TryParse(part, out var network) ? network
        : null;
}
