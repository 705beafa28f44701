using System.Globalization;

namespace DataCatalog.Configuration;

/// <summary>The public base URL, and what to report about it at start.</summary>
/// <param name="Url">The URL.</param>
/// <param name="IsSet">Whether <c>Catalog:PublicBaseUrl</c> set it.</param>
/// <param name="Note">Why this URL was chosen, where nobody set it and the choice may surprise; otherwise null.</param>
/// <param name="MayBeWrong">Whether the note is a warning.</param>
internal sealed record BaseUrlChoice(string Url, bool IsSet, string? Note, bool MayBeWrong)
{
    /// <summary>Chooses the setting; else the URL that the database was published as; else the address to listen on.</summary>
    /// <param name="set">The value of the setting; null when nobody set it.</param>
    /// <param name="remembered">Reads the URL that the database remembers, or null.</param>
    /// <param name="listening">The addresses that the server listens on.</param>
    public static BaseUrlChoice Of(string? set, Func<string?> remembered, IReadOnlyList<ListeningAddress> listening)
    {
        if (set is not null)
        {
            return new(set, IsSet: true, Note: null, MayBeWrong: false);
        }

        return remembered() is { } published
            ? new(
                published,
                IsSet: false,
                $"Catalog:PublicBaseUrl is not set: the database was published as {published}, and stays so.",
                MayBeWrong: false)
            : OfAddresses(listening);
    }

    /// <summary>Returns a warning when links do not lead to an address of this server; otherwise null.</summary>
    public static string? Mismatch(string baseUrl, IReadOnlyList<string> listening)
    {
        var url = new Uri(baseUrl);
        var addresses = listening.Select(text => ListeningAddress.Read("", text, out _)).OfType<ListeningAddress>();
        return addresses.Any(address => LeadsTo(address, url))
            ? null
            : $"Links begin with {baseUrl}, and this server listens on {string.Join(", ", listening)}. "
                + "Behind a proxy that is as it should be; without one, set Catalog:PublicBaseUrl to an address that leads here.";
    }

    private static bool LeadsTo(ListeningAddress address, Uri url) => url.Port == address.Port
        && (address.IsAny
            || string.Equals(url.Host.Trim('[', ']'), address.Host, StringComparison.OrdinalIgnoreCase)
            || (url.IsLoopback && (address.IsLocalhost || (address.Ip is { } ip && System.Net.IPAddress.IsLoopback(ip)))));

    private static BaseUrlChoice OfAddresses(IReadOnlyList<ListeningAddress> listening)
    {
        var first = listening[0];
        if (first.Host is null || first.Port == 0)
        {
            return Warned(ListeningAddress.Default, $"{first.Text} names no fixed port");
        }

        if (first.IsAny || listening.Count > 1)
        {
            var why = first.IsAny ? $"{first.Text} stands for every address of this machine" : "the server listens on several addresses";
            return Warned(UrlOf(first, "localhost"), why);
        }

        var isIPv6 = first.Ip is { AddressFamily: System.Net.Sockets.AddressFamily.InterNetworkV6 };
        return new(UrlOf(first, isIPv6 ? $"[{first.Host}]" : first.Host), IsSet: false, Note: null, MayBeWrong: false);
    }

    private static BaseUrlChoice Warned(string url, string why) => new(
        url,
        IsSet: false,
        $"Catalog:PublicBaseUrl is not set and {why}, so all IRIs begin with {url}. "
            + "Set it before anybody else reads the catalogue: it cannot change later without renaming every entry.",
        MayBeWrong: true);

    private static string UrlOf(ListeningAddress address, string host) =>
        address.Port == (address.Scheme is "https" ? 443 : 80)
            ? $"{address.Scheme}://{host}"
            : string.Create(CultureInfo.InvariantCulture, $"{address.Scheme}://{host}:{address.Port}");
}
