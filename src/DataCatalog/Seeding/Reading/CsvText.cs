using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using DataCatalog.Dcat.Rules;

namespace DataCatalog.Seeding.Reading;

/// <summary>
/// The text of a CSV file, converted to UTF-8 from UTF-8, windows-1252 (in which a French spreadsheet saves CSV), or UTF-16 or UTF-32 with
/// a byte order mark.
/// </summary>
/// <param name="Bytes">The text in UTF-8, without a byte order mark.</param>
/// <param name="Encoding">The original encoding; null for UTF-8 without a byte order mark.</param>
internal sealed partial record CsvText(ReadOnlyMemory<byte> Bytes, string? Encoding)
{
    private static readonly UTF8Encoding Utf8Strict = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    /// <summary>The encodings with a byte order mark, longest marks first: the mark of UTF-32 begins with that of UTF-16.</summary>
    private static readonly (string Name, Encoding Encoding)[] Marked =
    [
        ("UTF-32", new UTF32Encoding(bigEndian: false, byteOrderMark: true, throwOnInvalidCharacters: true)),
        ("UTF-16", new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true)),
        ("UTF-16", new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true)),
    ];

    private static ReadOnlySpan<byte> Workbook => "PK\u0003\u0004"u8;

    /// <summary>Detects the encoding of a file and reads it.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="text">The text; empty when there is a fault.</param>
    /// <returns>What was expected, with the faulty line (0 for the whole file); null when there is no fault.</returns>
    public static (int Line, string Expected)? Read(byte[] bytes, out CsvText text)
    {
        text = new CsvText(default, null);
        if (bytes.AsSpan().StartsWith(Workbook))
        {
            return (0, "a CSV file, and this is a workbook: save it as CSV UTF-8");
        }

        foreach (var (name, encoding) in Marked)
        {
            if (bytes.AsSpan().StartsWith(encoding.Preamble))
            {
                return ReadMarked(bytes, name, encoding, ref text);
            }
        }

        return bytes.AsSpan().IndexOf((byte)0) is >= 0 and var zero
            ? (LineOf(bytes, zero), "text without null bytes, in UTF-8 or windows-1252")
            : ReadUnmarked(bytes, ref text);
    }

    private static (int Line, string Expected)? ReadMarked(byte[] bytes, string name, Encoding encoding, ref CsvText text)
    {
        try
        {
            var start = encoding.Preamble.Length;
            text = new CsvText(System.Text.Encoding.UTF8.GetBytes(encoding.GetString(bytes, start, bytes.Length - start)), name);
            return null;
        }
        catch (DecoderFallbackException)
        {
            return (0, $"text in {name}, as its byte order mark says");
        }
    }

    private static (int Line, string Expected)? ReadUnmarked(byte[] bytes, ref CsvText text)
    {
        var start = bytes.AsSpan().StartsWith(Utf8Strict.Preamble) ? Utf8Strict.Preamble.Length : 0;
        if (Utf8.IsValid(bytes))
        {
            text = new CsvText(bytes.AsMemory(start), start > 0 ? "UTF-8 with a byte order mark" : null);
            return null;
        }

        Utf8.ToUtf16(bytes, new char[bytes.Length], out var invalid, out _, replaceInvalidSequences: false);
        var decoded = Windows1252.Decode(bytes);
        if (start > 0 || decoded is null || DoubleEncoding.Find(decoded) is not null || OtherEncoding.IsMatch(decoded))
        {
            var expected = string.Create(
                CultureInfo.InvariantCulture, $"text in UTF-8 or windows-1252, and with the byte 0x{bytes[invalid]:X2} it is neither");
            return (LineOf(bytes, invalid), expected);
        }

        text = new CsvText(System.Text.Encoding.UTF8.GetBytes(decoded), "windows-1252");
        return null;
    }

    private static int LineOf(byte[] bytes, int index) => 1 + bytes.AsSpan(0, index).Count((byte)'\n');

    /// <summary>
    /// Matches letters with accents in Mac Roman or in the DOS code page after reading them as windows-1252: signs within words.
    /// </summary>
    [GeneratedRegex(
        "(?<=[a-z])[\u017D\u0160\u201A\u201E\u02C6\u2021\u0192\u2026\u2030](?=[a-z])",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 5000)]
    private static partial Regex OtherEncoding { get; }
}
