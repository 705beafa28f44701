using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DataCatalog.Rdf;

/// <summary>
/// Checks texts against the grammar of absolute IRIs (RFC 3987, section 2.2). RDF syntaxes and <see cref="Uri"/> accept more, but strict
/// readers refuse a whole dump for one IRI that breaks the grammar.
/// </summary>
public static class IriGrammar
{
    private const string Everywhere = "-._~!$&'()*+,;=";
    private const string InUserInfo = ":";
    private const string InPath = ":@/";
    private const string InQuery = ":@/?";

    private static readonly SearchValues<char> InScheme =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-.");

    /// <summary>Tells whether a text is an absolute IRI.</summary>
    public static bool IsIri(string text) => Fault(text) is null;

    /// <summary>
    /// Describes why a text is no absolute IRI, as a clause without a full stop; null when it is one. Characters are counted from 1.
    /// </summary>
    public static string? Fault(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1 || !char.IsAsciiLetter(text[0]) || text.AsSpan(0, colon).ContainsAnyExcept(InScheme))
        {
            return "it begins with no scheme, such as https:";
        }

        var fragment = IndexOrEnd(text, '#', colon + 1, text.Length);
        var query = IndexOrEnd(text, '?', colon + 1, fragment);
        var path = colon + 1;
        if (string.CompareOrdinal(text, path, "//", 0, 2) == 0 && path + 2 <= query)
        {
            var authority = path + 2;
            path = IndexOrEnd(text, '/', authority, query);
            if (AuthorityFault(text, authority, path) is { } fault)
            {
                return fault;
            }
        }

        return FirstFault(text, path, query, InPath) ?? FirstFault(text, query + 1, fragment, InQuery, isPrivate: true)
            ?? FirstFault(text, fragment + 1, text.Length, InQuery);
    }

    /// <summary>Checks the authority (iauthority): user information, host and port.</summary>
    private static string? AuthorityFault(string text, int start, int end)
    {
        var at = IndexOrEnd(text, '@', start, end);
        var host = at < end ? at + 1 : start;
        if (at < end && FirstFault(text, start, at, InUserInfo) is { } fault)
        {
            return fault;
        }

        if (host < end && text[host] == '[')
        {
            var close = IndexOrEnd(text, ']', host, end);
            return close == end || !IsAddress(text[(host + 1)..close])
                ? $"'[' at character {Position(host)} begins no IPv6 address"
                : PortFault(text, close + 1, end);
        }

        var port = IndexOrEnd(text, ':', host, end);
        return FirstFault(text, host, port, "") ?? PortFault(text, port, end);
    }

    private static string? PortFault(string text, int start, int end) =>
        start == end || (text[start] == ':' && !text.AsSpan(start + 1, end - start - 1).ContainsAnyExceptInRange('0', '9'))
            ? null
            : $"the port at character {Position(start)} is no number";

    /// <summary>Tells whether a text is an IPv6 address. The form for later versions (IPvFuture) is refused: nobody uses it.</summary>
    private static bool IsAddress(string text) =>
        !text.Contains('%', StringComparison.Ordinal)
        && IPAddress.TryParse(text, out var address)
        && address.AddressFamily == AddressFamily.InterNetworkV6;

    /// <summary>Describes the first character between two indexes that the grammar does not allow there; null when there is none.</summary>
    private static string? FirstFault(string text, int start, int end, string others, bool isPrivate = false)
    {
        for (var index = start; index < end;)
        {
            if (text[index] == '%')
            {
                if (index + 2 >= end || !char.IsAsciiHexDigit(text[index + 1]) || !char.IsAsciiHexDigit(text[index + 2]))
                {
                    return $"'%' at character {Position(index)} is not followed by two hexadecimal digits";
                }

                index += 3;
                continue;
            }

            var isWhole = Rune.DecodeFromUtf16(text.AsSpan(index, end - index), out var rune, out var length) == OperationStatus.Done;
            if (!isWhole || !IsAllowed(rune.Value, others, isPrivate))
            {
                return $"{Name(text[index], rune)} at character {Position(index)} must be percent-encoded";
            }

            index += length;
        }

        return null;
    }

    /// <summary>Tells whether a character is in iunreserved, in sub-delims or among the others; or, in queries, in iprivate.</summary>
    private static bool IsAllowed(int code, string others, bool isPrivate) => code < 0x80
        ? char.IsAsciiLetterOrDigit((char)code)
            || Everywhere.Contains((char)code, StringComparison.Ordinal)
            || others.Contains((char)code, StringComparison.Ordinal)
        : IsUcs(code) || (isPrivate && IsPrivate(code));

    /// <summary>Tells whether a character is in ucschar and none of the direction marks that section 4.1 forbids.</summary>
    private static bool IsUcs(int code) => code is
        (>= 0xA0 and <= 0xD7FF and not (0x200E or 0x200F or (>= 0x202A and <= 0x202E)))
        or (>= 0xF900 and <= 0xFDCF) or (>= 0xFDF0 and <= 0xFFEF)
        || (code is (>= 0x10000 and <= 0xDFFFD) or (>= 0xE1000 and <= 0xEFFFD) && (code & 0xFFFF) <= 0xFFFD);

    private static bool IsPrivate(int code) =>
        code is (>= 0xE000 and <= 0xF8FF) or (>= 0xF0000 and <= 0xFFFFD) or (>= 0x100000 and <= 0x10FFFD);

    private static string Name(char first, Rune rune)
    {
        var code = char.IsSurrogate(first) && rune == Rune.ReplacementChar ? first : rune.Value;
        return first is > ' ' and <= '~' ? $"'{first}'" : string.Create(CultureInfo.InvariantCulture, $"U+{code:X4}");
    }

    private static string Position(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);

    private static int IndexOrEnd(string text, char sought, int start, int end) =>
        start < end && text.IndexOf(sought, start, end - start) is >= 0 and var index ? index : end;
}
