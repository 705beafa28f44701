using System.Buffers;
using System.Globalization;
using System.Text;

namespace DataCatalog.Rdf;

/// <summary>Writes texts as the quoted strings of N-Triples and Turtle.</summary>
internal static class QuotedText
{
    /// <summary>
    /// The characters to escape: the four of canonical N-Triples (RDF 1.1 N-Triples, section 4), and the control characters that editors
    /// and terminals mishandle. A tab is written as it is.
    /// </summary>
    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(code => (char)code).Where(control => control != '\t'), '"', '\\', '\u007F']);

    /// <summary>UTF-8 without a byte order mark. It refuses lone surrogates; the default would write U+FFFD instead.</summary>
    public static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Writes a double-quoted string on one line.</summary>
    public static void Write(Utf8Output output, string text)
    {
        output.Write("\""u8);
        var rest = text.AsSpan();
        for (var next = rest.IndexOfAny(Escaped); next >= 0; next = rest.IndexOfAny(Escaped))
        {
            output.Write(rest[..next]);
            output.Write(Escape(rest[next]));
            rest = rest[(next + 1)..];
        }

        output.Write(rest);
        output.Write("\""u8);
    }

    private static string Escape(char character) => character switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        _ => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}"),
    };
}
