using System.Text.RegularExpressions;

namespace DataCatalog.Dcat;

/// <summary>
/// Compares addresses as people write and paste them: scheme, <c>www</c>, usual port, language of the page, escapes and a slash at the end
/// do not tell two pages apart.
/// </summary>
public static partial class AddressKey
{
    private static readonly string[] Schemes = ["https://", "http://"];
    private static readonly string[] Hosts = ["www.", ""];
    private static readonly string[] Ends = ["", "/"];

    /// <summary>Returns the part of an address by which two are compared; null for a text that is no http or https address.</summary>
    /// <param name="address">The address; blanks around it do not count.</param>
    public static string? Of(string? address)
    {
        var text = address?.Trim() ?? "";
        if (!IsAddress(text))
        {
            return null;
        }

        var plain = WithoutVariants(text).TrimEnd('/');
        var path = plain.IndexOfAny(['/', '?', '#']) is >= 0 and var end ? end : plain.Length;
        return string.Concat(plain[..path].Select(char.ToLowerInvariant)) + Uri.UnescapeDataString(plain[path..]);
    }

    /// <summary>Whether a text begins as an http or https address does.</summary>
    public static bool IsAddress(string text) => Scheme.IsMatch(text);

    /// <summary>Lists the usual ways to write an address, to look for one that is stored as its producer wrote it.</summary>
    /// <param name="address">An http or https address.</param>
    public static IEnumerable<string> WaysToWrite(string address)
    {
        var rest = Scheme.Replace(address.Trim(), "").TrimEnd('/');
        return
            from scheme in Schemes
            from host in Hosts
            from end in Ends
            select $"{scheme}{host}{rest}{end}";
    }

    /// <summary>Removes what may differ between addresses of one page: the scheme, <c>www</c>, the usual port and the language.</summary>
    internal static string WithoutVariants(string address) => Variants.Replace(address, "");

    [GeneratedRegex(@"^https?://(www\.)?", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Scheme { get; }

    [GeneratedRegex(
        @"^https?://(www\.)?|(?<=^https?://(www\.)?[a-z.]+):(443|80)(?=/)|(?<=^https?://(www\.)?[a-z.]+(:(443|80))?/)(fr|en|es)/",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Variants { get; }
}
