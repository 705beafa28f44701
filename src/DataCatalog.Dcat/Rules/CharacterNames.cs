using System.Collections.Frozen;
using System.Globalization;

namespace DataCatalog.Dcat.Rules;

/// <summary>The names of invisible characters (Unicode Character Database, property Name).</summary>
internal static class CharacterNames
{
    private static readonly FrozenDictionary<int, string> Names = new Dictionary<int, string>
    {
        [0x007F] = "DELETE",
        [0x00AD] = "SOFT HYPHEN",
        [0x034F] = "COMBINING GRAPHEME JOINER",
        [0x061C] = "ARABIC LETTER MARK",
        [0x115F] = "HANGUL CHOSEONG FILLER",
        [0x1160] = "HANGUL JUNGSEONG FILLER",
        [0x180E] = "MONGOLIAN VOWEL SEPARATOR",
        [0x200B] = "ZERO WIDTH SPACE",
        [0x200C] = "ZERO WIDTH NON-JOINER",
        [0x200D] = "ZERO WIDTH JOINER",
        [0x200E] = "LEFT-TO-RIGHT MARK",
        [0x200F] = "RIGHT-TO-LEFT MARK",
        [0x2028] = "LINE SEPARATOR",
        [0x2029] = "PARAGRAPH SEPARATOR",
        [0x202A] = "LEFT-TO-RIGHT EMBEDDING",
        [0x202B] = "RIGHT-TO-LEFT EMBEDDING",
        [0x202C] = "POP DIRECTIONAL FORMATTING",
        [0x202D] = "LEFT-TO-RIGHT OVERRIDE",
        [0x202E] = "RIGHT-TO-LEFT OVERRIDE",
        [0x2060] = "WORD JOINER",
        [0x2061] = "FUNCTION APPLICATION",
        [0x2062] = "INVISIBLE TIMES",
        [0x2063] = "INVISIBLE SEPARATOR",
        [0x2064] = "INVISIBLE PLUS",
        [0x2066] = "LEFT-TO-RIGHT ISOLATE",
        [0x2067] = "RIGHT-TO-LEFT ISOLATE",
        [0x2068] = "FIRST STRONG ISOLATE",
        [0x2069] = "POP DIRECTIONAL ISOLATE",
        [0x3164] = "HANGUL FILLER",
        [0xFEFF] = "ZERO WIDTH NO-BREAK SPACE",
        [0xFFA0] = "HALFWIDTH HANGUL FILLER",
        [0xFFFC] = "OBJECT REPLACEMENT CHARACTER",
        [0xFFFD] = "REPLACEMENT CHARACTER",
    }.ToFrozenDictionary();

    /// <summary>Tells whether a character is in the table. Nobody writes one of them on purpose.</summary>
    public static bool Has(int code) => Names.ContainsKey(code);

    /// <summary>Names a character, such as <c>U+200B ZERO WIDTH SPACE</c>; by its number alone when the table has no name.</summary>
    public static string Of(int code)
    {
        var number = string.Create(CultureInfo.InvariantCulture, $"U+{code:X4}");
        return Names.TryGetValue(code, out var name) ? $"{number} {name}"
            : code is >= 0x80 and < 0xA0 ? $"{number} (a control character; in windows-1252 it is '{Windows1252.CharacterOf((byte)code)}')"
            : number;
    }
}
