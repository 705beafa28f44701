namespace DataCatalog.Dcat.Rules;

/// <summary>The bytes of windows-1252 (WHATWG Encoding, index windows-1252): 0x80 to 0x9F differ from Latin-1.</summary>
public static class Windows1252
{
    /// <summary>The characters of the bytes 0x80 to 0x9F.</summary>
    public const string High =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
        + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    private const int FirstHigh = 0x80;

    public static char CharacterOf(byte value) => value is >= FirstHigh and < 0xA0 ? High[value - FirstHigh] : (char)value;

    /// <summary>Decodes bytes; null when windows-1252 has no character for one of them.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes)
    {
        var text = new char[bytes.Length];
        for (var index = 0; index < bytes.Length; index++)
        {
            text[index] = CharacterOf(bytes[index]);
        }

        return text.AsSpan().ContainsAnyInRange('\u0080', '\u009F') ? null : new string(text);
    }

    /// <summary>Returns the byte of a character; null when it has none.</summary>
    public static byte? ByteOf(char character) =>
        High.IndexOf(character, StringComparison.Ordinal) is >= 0 and var index ? (byte)(FirstHigh + index)
        : character <= 0xFF ? (byte)character
        : null;
}
