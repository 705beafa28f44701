using System.Xml;

namespace DataCatalog.Rdf;

/// <summary>Checks texts for the characters that every RDF syntax can hold: those of XML 1.0 (section 2.2, <c>Char</c>).</summary>
public static class XmlText
{
    /// <summary>Tells whether a text has no control character other than tab and line ends, and no lone surrogate.</summary>
    public static bool IsValid(string text) => FirstInvalid(text) < 0;

    /// <summary>Returns a text with a space in the place of each character that XML 1.0 cannot hold.</summary>
    public static string WithoutInvalid(string text) => IsValid(text)
        ? text
        : string.Concat(text.EnumerateRunes().Select(rune => IsValid(rune.ToString()) ? rune.ToString() : " "));

    /// <summary>Returns the index of the first character that XML 1.0 cannot hold, or -1.</summary>
    public static int FirstInvalid(string text)
    {
        // Nearly every text ends here, after a few instructions.
        var first = text.AsSpan().IndexOfAnyExceptInRange(' ', '\uD7FF');
        for (var index = first < 0 ? text.Length : first; index < text.Length; index++)
        {
            if (XmlConvert.IsXmlChar(text[index]))
            {
                continue;
            }

            if (index + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[index + 1], text[index]))
            {
                index++;
                continue;
            }

            return index;
        }

        return -1;
    }
}
