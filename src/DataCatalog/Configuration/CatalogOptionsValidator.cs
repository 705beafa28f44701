using System.Net.Mail;
using DataCatalog.Storage;
using Microsoft.Extensions.Options;

namespace DataCatalog.Configuration;

/// <summary>Checks the settings at start and reports all faults at once, each with the setting's name and the expected value.</summary>
internal sealed class CatalogOptionsValidator : IValidateOptions<CatalogOptions>
{
    private const int LargestPage = 1000;
    private const int LongestHost = 300;

    /// <summary>The digits of the shortest phone number that one would print in a legal notice.</summary>
    private const int LeastDigits = 6;

    private const int MostMinutes = 24 * 60;
    private const int FewestConnections = 10;
    private const int MostConnections = 100_000;
    private const int MostHours = 24 * 31;
    private const int MostBackups = 1000;
    private const int ShortestKey = 20;
    private const int MostMegabytes = 1024 * 1024;

    /// <summary>The least memory, in megabytes, with which filling and serving the catalogue was tested.</summary>
    private const int LeastMemory = 128;

    public ValidateOptionsResult Validate(string? name, CatalogOptions options)
    {
        string[] faults =
        [
            .. BaseUrl(options.PublicBaseUrl),
            .. Paths(options),
            .. PageSizes(options),
            .. Dumps(options),
            .. Contact(options),
            .. Host(options),
            .. Bounds(options),
            .. Backups(options),
            .. Clients(options),
        ];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> BaseUrl(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            yield return $"Catalog:PublicBaseUrl is '{text}'; expected an absolute http or https URL, such as https://data.example.org.";
        }
        else if (text.AsSpan().ContainsAny('?', '#') || url.UserInfo.Length > 0)
        {
            yield return $"Catalog:PublicBaseUrl is '{text}'; expected a URL without query, fragment or user name.";
        }
        else if (!Uri.IsWellFormedUriString(text, UriKind.Absolute))
        {
            yield return $"Catalog:PublicBaseUrl is '{text}'; expected a URL without spaces or unescaped characters.";
        }
    }

    private static IEnumerable<string> Paths(CatalogOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Database))
        {
            yield return "Catalog:Database is empty; expected the path of the SQLite file, or a connection string of PostgreSQL.";
        }
        else if (Engine.IsOnServer(options.Database) && Engine.Fault(options.Database, "Catalog:Database") is { } fault)
        {
            yield return fault;
        }

        if (string.IsNullOrWhiteSpace(options.SeedData))
        {
            yield return "Catalog:SeedData is empty; expected the folder of the CSV files.";
        }
    }

    private static IEnumerable<string> PageSizes(CatalogOptions options)
    {
        if (options.MaxPageSize is < 1 or > LargestPage)
        {
            yield return $"Catalog:MaxPageSize is {options.MaxPageSize}; expected 1 to {LargestPage}.";
        }

        if (options.PageSize < 1 || options.PageSize > options.MaxPageSize)
        {
            yield return $"Catalog:PageSize is {options.PageSize}; expected 1 to Catalog:MaxPageSize ({options.MaxPageSize}).";
        }
    }

    private static IEnumerable<string> Contact(CatalogOptions options)
    {
        (string Name, string? Value)[] contacts =
            [(nameof(options.Contact), options.Contact), (nameof(options.SecurityContact), options.SecurityContact)];
        foreach (var (name, value) in contacts)
        {
            if (value is not null && !IsMailbox(value) && !IsPage(value))
            {
                yield return $"Catalog:{name} is '{value}'; expected an e-mail address or an http or https URL, or leave it out.";
            }
        }
    }

    private static IEnumerable<string> Host(CatalogOptions options)
    {
        if (options.Host is { } host && !IsHost(host))
        {
            yield return
                $"Catalog:Host is '{host}'; expected a name, an address and a phone number with ';' between them, or leave it out.";
        }
    }

    private static bool IsHost(string text) => text.Length <= LongestHost && !text.Any(char.IsControl)
        && text.Split(';', StringSplitOptions.TrimEntries) is [{ Length: > 0 }, { Length: > 0 }, { Length: > 0 } phone]
        && phone.Count(char.IsAsciiDigit) >= LeastDigits
        && phone.All(character => char.IsAsciiDigit(character) || character is ' ' or '+' or '.' or '-' or '(' or ')');

    private static bool IsMailbox(string text) =>
        MailAddress.TryCreate(text, out var address) && string.Equals(address.Address, text, StringComparison.Ordinal);

    private static bool IsPage(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https";

    private static IEnumerable<string> Dumps(CatalogOptions options)
    {
        if (options.DumpMinutes is < 0 or > MostMinutes)
        {
            yield return $"Catalog:DumpMinutes is {options.DumpMinutes}; expected 1 to {MostMinutes}, or 0 for no dumps.";
        }

        if (options.DumpFolder is not null && string.IsNullOrWhiteSpace(options.DumpFolder))
        {
            yield return "Catalog:DumpFolder is empty; expected a folder, or leave it out for one beside the database.";
        }

        if (options.DumpLocation is { } location && !IsLocation(location))
        {
            yield return $"Catalog:DumpLocation is '{location}'; expected the path of a location of nginx, such as /stored-dumps/.";
        }
    }

    private static IEnumerable<string> Backups(CatalogOptions options)
    {
        if (options.BackupFolder is not null && Engine.IsOnServer(options.Database))
        {
            yield return "Catalog:BackupFolder is for a file; leave it out, and back up PostgreSQL with its own tools (pg_dump).";
        }

        if (options.BackupFolder is not null && string.IsNullOrWhiteSpace(options.BackupFolder))
        {
            yield return "Catalog:BackupFolder is empty; expected a folder, or leave it out for no regular backups.";
        }

        if (options.BackupHours is < 1 or > MostHours)
        {
            yield return $"Catalog:BackupHours is {options.BackupHours}; expected 1 to {MostHours}.";
        }

        if (options.BackupsKept is < 1 or > MostBackups)
        {
            yield return $"Catalog:BackupsKept is {options.BackupsKept}; expected 1 to {MostBackups}.";
        }
    }

    private static IEnumerable<string> Clients(CatalogOptions options)
    {
        if (options.RequestsPerSecond is < 0 or > MostConnections)
        {
            yield return $"Catalog:RequestsPerSecond is {options.RequestsPerSecond}; expected 1 to {MostConnections}, or 0 for no limit.";
        }

        foreach (var proxy in ProxyList.Faults(options.TrustedProxies))
        {
            yield return $"Catalog:TrustedProxies has '{proxy}'; expected addresses or networks, such as 10.0.0.5, 10.1.0.0/16.";
        }

        if (options.MetricsKey is { } key && (key.Length < ShortestKey || !key.All(char.IsAsciiLetterOrDigit)))
        {
            yield return $"Catalog:MetricsKey is too weak or has other characters; expected at least {ShortestKey} letters and digits.";
        }
    }

    private static IEnumerable<string> Bounds(CatalogOptions options)
    {
        if (options.MaxConnections is < FewestConnections or > MostConnections)
        {
            yield return $"Catalog:MaxConnections is {options.MaxConnections}; expected {FewestConnections} to {MostConnections}.";
        }

        if (options.ConnectionsPerSecond is < FewestConnections or > MostConnections)
        {
            yield return $"Catalog:ConnectionsPerSecond is {options.ConnectionsPerSecond}; "
                + $"expected {FewestConnections} to {MostConnections}.";
        }

        if (options.CacheMegabytes is < 1 or > MostMegabytes)
        {
            yield return $"Catalog:CacheMegabytes is {options.CacheMegabytes}; expected 1 to {MostMegabytes}.";
        }

        if (options.MinimumMemoryMegabytes is < LeastMemory or > MostMegabytes)
        {
            yield return $"Catalog:MinimumMemoryMegabytes is {options.MinimumMemoryMegabytes}; expected {LeastMemory} to {MostMegabytes}.";
        }
    }

    /// <summary>Whether a text is a path of plain characters from slash to slash: it goes into a header as it is.</summary>
    private static bool IsLocation(string text) =>
        text is ['/', .., '/'] && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '/' or '-' or '_' or '.');
}
