using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace DataCatalog.Dcat.Rules;

/// <summary>
/// What programs leave in texts and nobody writes: what a spreadsheet puts where it has no value, characters that nobody sees, letters
/// that were lost, text that was encoded twice. It looks right in a table and is found by nobody.
/// </summary>
public static partial class TextDamage
{
    private const int Shown = 40;

    /// <summary>What was expected instead of a damaged text, as a phrase that names the damage; null when there is none.</summary>
    public static string? Find(string text) =>
        Residue(text)
        ?? (text.AsSpan().ContainsAnyExceptInRange(' ', '~') ? Invisible(text) ?? Twice(text) : null);

    private static string? Residue(string text) =>
        text.StartsWith('=') ? $"a value, and '{Beginning(text)}' is a formula of a spreadsheet"
        : Fault.Match(text) is { Success: true } fault ? $"a value, and '{fault.Value}' is what a spreadsheet shows where it has none"
        : Nothing.IsMatch(text) ? $"a value, or nothing where there is none: '{text}' is what a program writes for nothing"
        : null;

    private static string? Invisible(string text)
    {
        var index = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsDamage(rune, text, index))
            {
                return string.Create(CultureInfo.InvariantCulture, $"text without {CharacterNames.Of(rune.Value)}, which is at character {index + 1}");
            }

            index += rune.Utf16SequenceLength;
        }

        return null;
    }

    /// <summary>Controls but tab and line ends, marks of format and direction, private characters, and those that stand for lost ones. Half a surrogate pair is the concern of XML.</summary>
    private static bool IsDamage(Rune rune, string text, int index) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control => rune.Value >= 0x7F,
        UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        _ => CharacterNames.Has(rune.Value) && text[index] == rune.Value,
    };

    private static string? Twice(string text) => DoubleEncoding.Find(text) is { } place ? $"text that was encoded once, and there is {place}" : null;

    private static string Beginning(string text) => text.Length <= Shown ? text : $"{text[..Shown]}…";

    /// <summary>The errors of spreadsheets in English, French and German, and columns that are too narrow for their numbers.</summary>
    [GeneratedRegex(
        @"^#(N/A|N/D|NV|GETTING_DATA)\z|#((REF|VALUE|VALEUR|NAME|NOM|DIV/0|NULL|NUL|NUM|NOMBRE|SPILL|PROPAGATION|CALC|FIELD|CHAMP|BLOCKED|CONNECT|UNKNOWN|BUSY|BEZUG|WERT|ZAHL)[!?])|^#{3,}\z|^Err:5[0-9]{2}\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fault { get; }

    [GeneratedRegex(
        @"^(null|\(null\)|nan|undefined|nil|n/a|\\N|\[object Object\]|#NULL)\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Nothing { get; }
}
