using System.Globalization;

namespace DataCatalog.Configuration;

/// <summary>The addresses that the settings tell the server to listen on, by the framework's own precedence of settings.</summary>
/// <param name="All">The addresses; at least one.</param>
internal sealed record ListeningAddresses(IReadOnlyList<ListeningAddress> All)
{
    private const string Urls = "urls";
    private const string Endpoints = "Kestrel:Endpoints";
    private static readonly string[] Ports = ["http_ports", "https_ports"];

    /// <summary>Whether any setting names an address.</summary>
    public static bool AreSet(IConfiguration configuration) =>
        configuration.GetSection(Endpoints).Exists() || Array.Exists([Urls, .. Ports], key => !string.IsNullOrEmpty(configuration[key]));

    /// <summary>Reads the addresses.</summary>
    /// <param name="configuration">The settings.</param>
    /// <param name="faults">Receives a sentence for each unreadable address, and for https without a certificate.</param>
    public static ListeningAddresses Read(IConfiguration configuration, ICollection<string> faults)
    {
        var addresses = new List<ListeningAddress>();
        foreach (var (setting, text) in Texts(configuration))
        {
            if (ListeningAddress.Read(setting, text, out var fault) is { } address)
            {
                addresses.Add(address);
            }
            else
            {
                faults.Add(fault);
            }
        }

        if (addresses.Count == 0 && faults.Count == 0)
        {
            faults.Add(
                $"'urls' or another setting of the address to listen on is empty. Leave it out to listen on {ListeningAddress.Default}.");
        }

        if (addresses.Find(address => address.Scheme is "https") is { } secure && !HasCertificate(configuration))
        {
            faults.Add(
                $"{secure.Text} needs a certificate. Name one with Kestrel:Certificates:Default:Path, "
                + "or listen on http behind a proxy that has one.");
        }

        return new ListeningAddresses(addresses);
    }

    private static IEnumerable<(string Setting, string Text)> Texts(IConfiguration configuration)
    {
        var endpoints = configuration.GetSection(Endpoints).GetChildren().ToList();
        if (endpoints.Count > 0)
        {
            return endpoints.Select(endpoint => ($"{endpoint.Path}:Url", endpoint["Url"] ?? ""));
        }

        if (configuration[Urls] is { Length: > 0 } urls)
        {
            return Split(urls).DefaultIfEmpty(urls).Select(url => (Urls, url));
        }

        return AreSet(configuration)
            ? Ports.SelectMany(key => Split(configuration[key] ?? "").Select(port => (key, Address(key, port))))
            : [(Urls, ListeningAddress.Default)];
    }

    private static string[] Split(string list) =>
        list.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Builds the address of a port. A text that is no port is returned unchanged, and is then refused as an address.</summary>
    private static string Address(string key, string port) =>
        ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? $"{key.Split('_')[0]}://*:{port}" : port;

    /// <summary>Whether https has a certificate. In development the SDK provides one.</summary>
    private static bool HasCertificate(IConfiguration configuration) =>
        string.Equals(configuration[HostDefaults.EnvironmentKey], Environments.Development, StringComparison.OrdinalIgnoreCase)
        || configuration.GetSection("Kestrel:Certificates").Exists()
        || configuration.GetSection(Endpoints).GetChildren()
            .Any(endpoint => endpoint.GetSection("Certificate").Exists() || endpoint.GetSection("Sni").Exists());
}
