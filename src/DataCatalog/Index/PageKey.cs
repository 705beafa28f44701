using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using DataCatalog.Dcat;

namespace DataCatalog.Index;

/// <summary>
/// The form in which addresses of pages and data are compared (<see cref="AddressKey"/>), and DOIs. People paste an address as their
/// browser shows it, without its scheme, or with the tab of the page that they see; a portal has several addresses for one dataset.
/// </summary>
internal static partial class PageKey
{
    private const string DoiHost = "doi.org/";

    /// <summary>Returns the form of an address or a DOI, with its query; null for a text that is neither.</summary>
    public static string? Of(string? text)
    {
        if (Doi.Match(text ?? "") is { Success: true } doi)
        {
            return DoiHost + doi.Groups["name"].Value.ToUpperInvariant();
        }

        var address = text is not null && !AddressKey.IsAddress(text) && Bare.IsMatch(text) ? $"https://{text}" : text;
        if (AddressKey.Of(address?.Split('#')[0].TrimEnd('?')) is not { } key)
        {
            return null;
        }

        var path = key.IndexOf('/', StringComparison.Ordinal);
        return path >= 0 && Portal.Match(key[path..]) is { Success: true } portal
            ? $"{key[..path]}/explore/dataset/{portal.Groups["name"].Value}"
            : key;
    }

    /// <summary>Returns a form without its query, and without the slash before it.</summary>
    public static string WithoutQuery(string key) => key.Split('?')[0].TrimEnd('/');

    /// <summary>
    /// Returns the form of the same address where one of the two has a query and the other none: a page with parameters is that page, and
    /// two pages that differ in their parameters are two.
    /// </summary>
    public static string OtherForm(string key) => key.Contains('?', StringComparison.Ordinal) ? WithoutQuery(key) : $"{key}?";

    /// <summary>Returns what an address names as a dataset (<c>/datasets/…</c>); null where it names none.</summary>
    public static string? DatasetIn(string key) =>
        WithoutQuery(key).Split('/').SkipWhile(part => part is not ("dataset" or "datasets")).ElementAtOrDefault(1);

    /// <summary>
    /// Lists the numbers that stand for some addresses in the columns: of each address, and of one with a query also that of its page with
    /// some query. Two addresses have the same number with a probability of about 1 in 10 billion billions.
    /// </summary>
    public static IReadOnlyList<long> NumbersOf(IEnumerable<string?> addresses) =>
    [
        .. addresses.Select(Of).OfType<string>()
            .SelectMany(key => key.Contains('?', StringComparison.Ordinal) ? (string[])[key, $"{WithoutQuery(key)}?"] : [key])
            .Distinct(StringComparer.Ordinal)
            .Select(NumberOf),
    ];

    /// <summary>Returns the number that stands for a form.</summary>
    public static long NumberOf(string key) => BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    [GeneratedRegex(
        @"^(https?://(dx\.)?doi\.org/|doi:)?(?<name>10\.[0-9]{4,9}/[^\s]+)$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Doi { get; }

    /// <summary>Matches an address without its scheme, as browsers show it.</summary>
    [GeneratedRegex(
        @"^[a-z0-9.-]+\.[a-z]{2,}(:[0-9]+)?/",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Bare { get; }

    /// <summary>Matches what portals of Opendatasoft have of one dataset: the tabs of its page, and the addresses of its data.</summary>
    [GeneratedRegex(
        @"^(/explore/(embed/)?dataset/|/api/(explore/)?v2(\.[0-9])?/catalog/datasets/|/api/records/1\.0/[a-z]+/?\?(.*&)?dataset=)"
            + "(?<name>[^/?&#]+)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Portal { get; }
}
