using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;

namespace DataCatalog.Http;

/// <summary>Base64 as it stands in our own addresses (RFC 4648 section 5), and nothing else: the framework's reading skips blanks, which an IRI cannot hold.</summary>
internal static class StrictBase64
{
    /// <summary>The bytes; null for a text that holds anything but the alphabet, or too much or too little of it.</summary>
    [SuppressMessage("ApiDesign", "RS0030", Justification = "The one place that reads it, after a look at the alphabet.")]
    public static byte[]? FromUrl(string text) =>
        text.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_') && Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text) : null;
}
