using System.Globalization;
using System.Text.RegularExpressions;

namespace DataCatalog.Rdf.Tests;

/// <summary>Reads the canonical form of N-Triples and nothing else: one regular expression a line.</summary>
internal static partial class NTriplesReader
{
    public static IEnumerable<Triple> Read(string text)
    {
        Assert.True(text.Length == 0 || text[^1] == '\n', "The last line has no end.");
        return text.Split('\n').SkipLast(1).Select(ReadLine);
    }

    private static Triple ReadLine(string line)
    {
        var match = Line().Match(line);
        Assert.True(match.Success, $"Not a canonical N-Triples line: {line}");
        return new Triple(
            (Resource)ReadTerm(match.Groups["subject"].Value),
            (Iri)ReadTerm(match.Groups["predicate"].Value),
            ReadTerm(match.Groups["object"].Value));
    }

    private static Term ReadTerm(string term)
    {
        if (term[0] == '<')
        {
            return new Iri(term[1..^1]);
        }

        if (term[0] == '_')
        {
            return new BlankNode(term[2..]);
        }

        var end = term.LastIndexOf('"');
        var value = Escape().Replace(term[1..end], Unescape);
        return term[(end + 1)..] switch
        {
            "" => Literal.Of(value),
            ['@', .. var language] => Literal.InLanguage(value, language),
            var datatype => Literal.Of(value, new Iri(datatype[3..^1])),
        };
    }

    private static string Unescape(Match match) => match.Value[1] switch
    {
        'n' => "\n",
        'r' => "\r",
        'u' => ((char)int.Parse(match.Value.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString(),
        var self => self.ToString(),
    };

    [GeneratedRegex(
        """^(?<subject><[^>]*>|_:\w+) (?<predicate><[^>]*>) """
        + """(?<object><[^>]*>|_:\w+|"(?:[^"\\\r]|\\["\\nr]|\\u00[01][0-9A-F]|\\u007F)*"(?:@[a-z0-9-]+|\^\^<[^>]*>)?) \.\z""",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Line();

    [GeneratedRegex("""\\(?:u[0-9A-F]{4}|["\\nr])""", RegexOptions.None, 1000)]
    private static partial Regex Escape();
}
