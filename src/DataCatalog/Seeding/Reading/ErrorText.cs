using System.Globalization;
using System.Text;

namespace DataCatalog.Seeding.Reading;

/// <summary>Text from a file as it may stand in a message on a terminal: cut, and without characters that act on it or that nobody sees.</summary>
internal static class ErrorText
{
    /// <summary>The beginning of a text, with its length where that is not all.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="most">How much of it is shown, in UTF-16 units.</param>
    public static string Cut(string text, int most) => text.Length <= most
        ? Escaped(text)
        : string.Create(CultureInfo.InvariantCulture, $"{Escaped(text[..most])}… ({text.Length:N0} characters)");

    /// <summary>The text with its controls, marks of format and direction, and halves of surrogate pairs as <c>\u200B</c>.</summary>
    public static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        var index = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var isLone = rune == Rune.ReplacementChar && text[index] != '\uFFFD';
            if (isLone || IsUnseen(Rune.GetUnicodeCategory(rune)))
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

    private static bool IsUnseen(UnicodeCategory category) => category
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse;
}
