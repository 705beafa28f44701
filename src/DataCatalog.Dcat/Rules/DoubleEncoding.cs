using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace DataCatalog.Dcat.Rules;

/// <summary>
/// Finds UTF-8 text that was read in another encoding and written again: <c>AccÃ¨s</c> for <c>Accès</c>. It looks only for sequences of
/// characters that no French or English text has.
/// </summary>
public static partial class DoubleEncoding
{
    /// <summary>A regular expression for what bytes 0x80 to 0xBF become when read as windows-1252 or Latin-1.</summary>
    private const string Tail = "[\u0080-\u00BF" + Windows1252.High + "]";

    /// <summary>Describes the first such place; null when there is none. Characters are counted from 1.</summary>
    public static string? Find(string text)
    {
        if (Damaged.Match(text) is not { Success: true } found)
        {
            return null;
        }

        var meant = Meant(found.Value) is { } read ? $", which was '{read}'" : "";
        return string.Create(CultureInfo.InvariantCulture, $"'{found.Value}' at character {found.Index + 1}{meant}");
    }

    /// <summary>Reads the bytes of the characters as UTF-8; null when they are not UTF-8.</summary>
    private static string? Meant(string damaged)
    {
        var bytes = damaged.Select(Windows1252.ByteOf).OfType<byte>().ToArray();
        var meant = Encoding.UTF8.GetString(bytes);
        return bytes.Length < damaged.Length || meant.Contains('\uFFFD', StringComparison.Ordinal) ? null : meant;
    }

    /// <summary>
    /// Ã before a character that is no letter (é, à and all small accents), Â before signs (non-breaking space, «), â€ (quotes and dashes),
    /// Å (œ), the byte order mark, U+FFFD and emoji; then UTF-8 read as Mac Roman and as the code page of DOS.
    /// </summary>
    [GeneratedRegex(
        "Ã(?:" + Tail + "|(?![A-Za-z\u00C0-\u024F]))|Â[\u00A0-\u00BF]|â(?:€" + Tail + "|‚¬|„¢)"
        + "|Å(?:“|’|¸)(?=\\p{L})|ï¿½|ï»¿|ðŸ|√[©®†¢™ßîï¥]|├[^\\s─]",
        RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Damaged { get; }
}
