using System.Globalization;
using System.Text.RegularExpressions;

namespace DataCatalog.Http;

/// <summary>Reads an instant in a query: a day, which begins at midnight UTC, or an instant with its offset (RFC 3339).</summary>
internal static partial class QueryInstant
{
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>Says what was expected instead of a text; where a blank stands in it, how a plus sign is written in an address.</summary>
    public static string Expected(string text) =>
        "a day (2026-11-24) or an instant with its offset (2026-11-24T03:00:00Z)"
        + (text.Contains(' ', StringComparison.Ordinal) ? "; in an address, a plus sign is written %2B: 2026-11-24T03:00:00%2B01:00" : "");

    /// <summary>Puts a plus sign where only one can stand: before an offset. Queries turn one that is not escaped into a blank.</summary>
    public static string WithPlus(string text) => BlankBeforeOffset.Replace(text, "+");

    public static bool TryParse(string text, out DateTimeOffset instant)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            instant = new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero);
            return true;
        }

        return DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant)
            && (text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > text.IndexOf('T', StringComparison.Ordinal));
    }

    [GeneratedRegex(@"(?<=T[0-9:.]+) (?=[0-9]{2}:[0-9]{2}\z)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex BlankBeforeOffset { get; }
}
