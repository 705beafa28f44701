using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;

namespace DataCatalog.Http;

/// <summary>
/// Reads base64url as our own addresses use it (RFC 4648 section 5), and nothing else: the framework's reader skips blanks, which an IRI
/// cannot hold.
/// </summary>
internal static class StrictBase64
{
    /// <summary>Returns the bytes; null for a text with other characters or of a wrong length.</summary>
    [SuppressMessage("ApiDesign", "RS0030", Justification = "The only place that decodes base64url; it checks the alphabet first.")]
    public static byte[]? FromUrl(string text) =>
        text.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_') && Base64Url.IsValid(text)
            ? Base64Url.DecodeFromChars(text)
            : null;
}
