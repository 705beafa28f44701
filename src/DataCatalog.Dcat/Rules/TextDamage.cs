using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace DataCatalog.Dcat.Rules;

/// <summary>
/// Finds the damage that programs leave in texts: error values of spreadsheets, invisible characters, lost letters, text that was encoded
/// twice. People overlook it in a table, and no search finds the text.
/// </summary>
public static partial class TextDamage
{
    private const int Shown = 40;

    /// <summary>
    /// Describes what was expected instead of a damaged text, as a phrase that names the damage; null when there is none.
    /// </summary>
    public static string? Find(string text) =>
        ProgramValue(text)
        ?? (text.AsSpan().ContainsAnyExceptInRange(' ', '~') ? InvisibleCharacter(text) ?? EncodedTwice(text) : null);

    private static string? ProgramValue(string text) =>
        text.StartsWith('=') ? $"a value, and '{Beginning(text)}' is a formula of a spreadsheet"
        : MayHaveError(text) && SpreadsheetError.Match(text) is { Success: true } error
            ? $"a value, and '{error.Value}' is what a spreadsheet shows where it has none"
        : MayBeNull(text) && NullWord.IsMatch(text)
            ? $"a value, or nothing where there is none: '{text}' is what a program writes for nothing"
        : null;

    /// <summary>Whether the slower search for an error value is worth it: every cell of every file is looked at.</summary>
    private static bool MayHaveError(string text) =>
        text.Contains('#', StringComparison.Ordinal) || text.StartsWith("Err:", StringComparison.Ordinal);

    /// <summary>Whether the slower search for a word for nothing is worth it, by the first character of these words.</summary>
    private static bool MayBeNull(string text) => text is ['n' or 'N' or 'u' or 'U' or '(' or '\\' or '[' or '#', ..];

    private static string? InvisibleCharacter(string text)
    {
        var index = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsDamage(rune, text, index))
            {
                var name = CharacterNames.Of(rune.Value);
                return string.Create(CultureInfo.InvariantCulture, $"text without {name}, which is at character {index + 1}");
            }

            index += rune.Utf16SequenceLength;
        }

        return null;
    }

    /// <summary>
    /// Tells whether a character is damage: a control character other than tab and line ends, a mark of format or direction, a private
    /// character, or one that stands for a lost one. A lone surrogate is none of these: the rule on XML characters reports it.
    /// </summary>
    private static bool IsDamage(Rune rune, string text, int index) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control => rune.Value >= 0x7F,
        UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        _ => CharacterNames.Has(rune.Value) && text[index] == rune.Value,
    };

    private static string? EncodedTwice(string text) =>
        DoubleEncoding.Find(text) is { } place ? $"text that was encoded once, and there is {place}" : null;

    private static string Beginning(string text) => text.Length <= Shown ? text : $"{text[..Shown]}…";

    /// <summary>
    /// The error values of spreadsheets in English, French and German, and what they show in columns too narrow for a number.
    /// </summary>
    [GeneratedRegex(
        @"^#(N/A|N/D|NV|GETTING_DATA)\z"
        + "|#((REF|VALUE|VALEUR|NAME|NOM|DIV/0|NULL|NUL|NUM|NOMBRE|SPILL|PROPAGATION|CALC|FIELD|CHAMP|BLOCKED|CONNECT|UNKNOWN|BUSY"
        + @"|BEZUG|WERT|ZAHL)[!?])|^#{3,}\z|^Err:5[0-9]{2}\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex SpreadsheetError { get; }

    [GeneratedRegex(
        @"^(null|\(null\)|nan|undefined|nil|n/a|\\N|\[object Object\]|#NULL)\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex NullWord { get; }
}
