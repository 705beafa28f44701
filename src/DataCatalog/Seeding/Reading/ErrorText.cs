using System.Globalization;
using System.Text;

namespace DataCatalog.Seeding.Reading;

/// <summary>Makes text from a file safe in a message on a terminal: shortens it and escapes control and invisible characters.</summary>
internal static class ErrorText
{
    /// <summary>Returns the beginning of a text, with the length of the text when it is cut.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="most">The most UTF-16 code units to keep.</param>
    public static string Cut(string text, int most) => text.Length <= most
        ? Escaped(text)
        : string.Create(CultureInfo.InvariantCulture, $"{Escaped(text[..most])}… ({text.Length:N0} characters)");

    /// <summary>
    /// Returns a text whose control characters, format and direction marks, and lone surrogates are escaped as <c>\u200B</c>.
    /// </summary>
    public static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        var index = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var isLone = rune == Rune.ReplacementChar && text[index] != '\uFFFD';
            if (isLone || IsInvisible(Rune.GetUnicodeCategory(rune)))
            {
                escaped.Append(CultureInfo.InvariantCulture, $"\\u{(isLone ? text[index] : rune.Value):X4}");
            }
            else
            {
                escaped.Append(rune.ToString());
            }

            index += rune.Utf16SequenceLength;
        }

        return escaped.ToString();
    }

    private static bool IsInvisible(UnicodeCategory category) => category is UnicodeCategory.Control
        or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse;
}
