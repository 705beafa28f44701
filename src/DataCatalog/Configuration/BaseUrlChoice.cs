using System.Globalization;

namespace DataCatalog.Configuration;

/// <summary>The public base URL, and what there is to say of it at the start.</summary>
/// <param name="Url">The URL.</param>
/// <param name="IsSet">Whether <c>Catalog:PublicBaseUrl</c> says so.</param>
/// <param name="Note">Why it is this one, where nobody set it and that may surprise; otherwise null.</param>
/// <param name="MayBeWrong">Whether the note is a warning.</param>
internal sealed record BaseUrlChoice(string Url, bool IsSet, string? Note, bool MayBeWrong)
{
    /// <summary>What was set counts; else what the database was published as; else the address to listen on.</summary>
    /// <param name="set">The setting; null when nobody set it.</param>
    /// <param name="remembered">Reads what the database remembers, or null.</param>
    /// <param name="listening">Where the server listens.</param>
    public static BaseUrlChoice Of(string? set, Func<string?> remembered, IReadOnlyList<ListeningAddress> listening)
    {
        if (set is not null)
        {
            return new(set, IsSet: true, Note: null, MayBeWrong: false);
        }

        return remembered() is { } published
            ? new(published, IsSet: false, $"Catalog:PublicBaseUrl is not set: the database was published as {published}, and stays so.", MayBeWrong: false)
            : Following(listening);
    }

    /// <summary>A warning when links would lead elsewhere than to an address of this server; null when they do not.</summary>
    public static string? Mismatch(string baseUrl, IReadOnlyList<string> listening)
    {
        var url = new Uri(baseUrl);
        return listening.Select(text => ListeningAddress.Read("", text, out _)).OfType<ListeningAddress>().Any(address => Leads(url, address))
            ? null
            : $"Links begin with {baseUrl}, and this server listens on {string.Join(", ", listening)}. Behind a proxy that is as it should be; without one, set Catalog:PublicBaseUrl to an address that leads here.";
    }

    private static bool Leads(Uri url, ListeningAddress address) => url.Port == address.Port
        && (address.IsAny || string.Equals(url.Host.Trim('[', ']'), address.Host, StringComparison.OrdinalIgnoreCase) || (url.IsLoopback && (address.IsLocalhost || address.Ip is { } ip && System.Net.IPAddress.IsLoopback(ip))));

    private static BaseUrlChoice Following(IReadOnlyList<ListeningAddress> listening)
    {
        var first = listening[0];
        if (first.Host is null || first.Port == 0)
        {
            return Warned(ListeningAddress.Default, $"{first.Text} names no port that stays");
        }

        if (first.IsAny || listening.Count > 1)
        {
            return Warned(UrlOf(first, "localhost"), first.IsAny ? $"{first.Text} stands for every address of this machine" : "the server listens on several addresses");
        }

        return new(UrlOf(first, first.Ip is { AddressFamily: System.Net.Sockets.AddressFamily.InterNetworkV6 } ? $"[{first.Host}]" : first.Host), IsSet: false, Note: null, MayBeWrong: false);
    }

    private static BaseUrlChoice Warned(string url, string why) => new(
        url, IsSet: false, $"Catalog:PublicBaseUrl is not set and {why}, so all IRIs begin with {url}. Set it before anybody else reads the catalogue: it cannot change later without renaming every entry.",
        MayBeWrong: true);

    private static string UrlOf(ListeningAddress address, string host) =>
        address.Port == (address.Scheme is "https" ? 443 : 80)
            ? $"{address.Scheme}://{host}"
            : string.Create(CultureInfo.InvariantCulture, $"{address.Scheme}://{host}:{address.Port}");
}
