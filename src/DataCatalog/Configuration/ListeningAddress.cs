using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace DataCatalog.Configuration;

/// <summary>An address that the server listens on.</summary>
/// <param name="Text">The address as it was set.</param>
/// <param name="Scheme"><c>http</c> or <c>https</c>.</param>
/// <param name="Host">A name, an IP address, or <c>*</c> or <c>+</c> for all addresses; null for a Unix socket or a named pipe.</param>
/// <param name="Port">The port; 0 for any free port.</param>
internal sealed partial record ListeningAddress(string Text, string Scheme, string? Host, int Port)
{
    public const string Default = "http://localhost:5080";

    public bool IsLocalhost => string.Equals(Host, "localhost", StringComparison.OrdinalIgnoreCase);

    /// <summary>The IP address; null for a name, <c>*</c> and <c>+</c>.</summary>
    public IPAddress? Ip => IPAddress.TryParse(Host, out var address) ? address : null;

    /// <summary>Whether the server listens on every address of the machine; Kestrel does so for every name but <c>localhost</c>.</summary>
    public bool IsAny => Host is not null && !IsLocalhost && (Ip is not { } ip || ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any));

    /// <summary>Whether the host is a name that the server ignores, because it does not look names up.</summary>
    public bool IsOtherName => IsAny && Ip is null && Host is not ("*" or "+");

    /// <summary>Reads an address.</summary>
    /// <returns>The address; null when the text is none, and then the fault says what is wrong.</returns>
    public static ListeningAddress? Read(string setting, string text, out string fault)
    {
        fault = $"{setting} has '{text}', which is no address to listen on; "
            + $"expected one such as {Default}, or http://*:5080 for all addresses of the machine.";
        if (Form.Match(text) is not { Success: true } match)
        {
            return null;
        }

        var scheme = match.Groups["scheme"].Length == "https".Length ? "https" : "http";
        if (match.Groups["socket"].Success)
        {
            return new ListeningAddress(text, scheme, Host: null, Port: 0);
        }

        if (match.Groups["path"].Length > 0)
        {
            fault = $"{setting} has '{text}' with a path; expected an address without one. A path belongs in Catalog:PublicBaseUrl.";
            return null;
        }

        var host = match.Groups["host"].Value;
        var port = match.Groups["port"] is { Success: true } digits
            ? int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture)
            : scheme is "https" ? 443 : 80;
        return IsHost(host) && port <= IPEndPoint.MaxPort ? new ListeningAddress(text, scheme, host.Trim('[', ']'), port) : null;
    }

    private static bool IsHost(string host) => host is "*" or "+"
        || Uri.CheckHostName(host.Trim('[', ']')) switch
        {
            UriHostNameType.IPv6 => host.StartsWith('['),
            UriHostNameType.IPv4 => true,
            UriHostNameType.Dns => !host.StartsWith('[') && !host.All(character => char.IsDigit(character) || character is '.'),
            _ => false,
        };

    [GeneratedRegex(
        @"^(?<scheme>https?)://((?<socket>(unix|pipe):/.+)|(?<host>\[[^\]/]+\]|[^/:\[\]]+)(:(?<port>[0-9]{1,5}))?(/(?<path>.*))?)\z",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Form { get; }
}
