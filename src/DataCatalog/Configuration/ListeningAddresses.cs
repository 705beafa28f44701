using System.Globalization;

namespace DataCatalog.Configuration;

/// <summary>Where the settings ask the server to listen: in the order in which the framework takes them.</summary>
/// <param name="All">The addresses; at least one.</param>
internal sealed record ListeningAddresses(IReadOnlyList<ListeningAddress> All)
{
    private const string Urls = "urls";
    private const string Endpoints = "Kestrel:Endpoints";
    private static readonly string[] Ports = ["http_ports", "https_ports"];

    /// <summary>Whether any setting says where to listen.</summary>
    public static bool AreSet(IConfiguration configuration) =>
        configuration.GetSection(Endpoints).Exists() || Array.Exists([Urls, .. Ports], key => !string.IsNullOrEmpty(configuration[key]));

    /// <summary>Reads the addresses.</summary>
    /// <param name="configuration">The settings.</param>
    /// <param name="faults">Gets a sentence for each that means nothing, or asks for https without a certificate.</param>
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
            faults.Add($"'urls' or another setting of where to listen is there and names no address. Leave it out for {ListeningAddress.Default}.");
        }

        if (addresses.Find(address => address.Scheme is "https") is { } secure && !HasCertificate(configuration))
        {
            faults.Add($"{secure.Text} needs a certificate. Name one with Kestrel:Certificates:Default:Path, or listen on http behind a proxy that has one.");
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

        return AreSet(configuration) ? Ports.SelectMany(key => Split(configuration[key] ?? "").Select(port => (key, Address(key, port)))) : [(Urls, ListeningAddress.Default)];
    }

    private static string[] Split(string list) => list.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>What is no port is left as it is: it is no address either.</summary>
    private static string Address(string key, string port) =>
        ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? $"{key.Split('_')[0]}://*:{port}" : port;

    /// <summary>Developers have a certificate of the SDK.</summary>
    private static bool HasCertificate(IConfiguration configuration) =>
        string.Equals(configuration[HostDefaults.EnvironmentKey], Environments.Development, StringComparison.OrdinalIgnoreCase)
        || configuration.GetSection("Kestrel:Certificates").Exists()
        || configuration.GetSection(Endpoints).GetChildren().Any(endpoint => endpoint.GetSection("Certificate").Exists() || endpoint.GetSection("Sni").Exists());
}
