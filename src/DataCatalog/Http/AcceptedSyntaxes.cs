using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace DataCatalog.Http;

/// <summary>
/// What a header <c>Accept</c> says of each syntax (RFC 9110 section 12.5.1). Parameters such as <c>profile</c> or <c>charset</c> are
/// ignored, because each syntax has one form. Pages are for those who name <c>text/html</c>. A range <c>*</c>, which is none, is that of
/// old programs such as Java's URLConnection, which name <c>text/html</c> and read no page.
/// </summary>
internal sealed class AcceptedSyntaxes
{
    private static readonly AcceptedSyntaxes Everything = new(StringValues.Empty);
    private static readonly Memo<AcceptedSyntaxes> Known = new(header => new AcceptedSyntaxes(header));

    private readonly double[] _qualities;

    private AcceptedSyntaxes(StringValues header)
    {
        var ranges = MediaTypeHeaderValue.TryParseList([.. header.OfType<string>()], out var parsed) ? parsed : [];
        var isOldProgram = header.ToString().Split(',').Any(range => range.Split(';')[0].Trim() is "*");
        _qualities =
        [
            .. Syntax.Named.Select(syntax => syntax == Syntax.Html && isOldProgram ? 0
                : ranges.Count == 0 ? 1
                : QualityOf(syntax, ranges)),
        ];
    }

    /// <summary>Reads a header; a header without any media type accepts everything.</summary>
    public static AcceptedSyntaxes Of(StringValues header) => header.Count switch
    {
        0 => Everything,
        1 => Known.Of(header.ToString()),
        _ => new AcceptedSyntaxes(header),
    };

    /// <summary>Whether a client prefers a page, as browsers do, to an answer for programs.</summary>
    public static bool PreferPage(HttpRequest request) => Of(request.Headers.Accept).Best([Syntax.Json, Syntax.Html]) == Syntax.Html;

    /// <summary>Returns the syntax with the highest quality, among equals the first; null when none is accepted.</summary>
    /// <param name="syntaxes">The available syntaxes, in our own order of preference.</param>
    public Syntax? Best(IReadOnlyList<Syntax> syntaxes)
    {
        var (best, quality) = ((Syntax?)null, 0.0);
        for (var position = 0; position < syntaxes.Count; position++)
        {
            if (QualityOf(syntaxes[position]) > quality)
            {
                (best, quality) = (syntaxes[position], QualityOf(syntaxes[position]));
            }
        }

        return best;
    }

    private double QualityOf(Syntax syntax)
    {
        var position = 0;
        while (!ReferenceEquals(Syntax.Named[position], syntax))
        {
            position++;
        }

        return _qualities[position];
    }

    /// <summary>
    /// Returns the quality given by the most specific matching range: <c>type/subtype</c> over <c>type/*</c> over <c>*/*</c>.
    /// </summary>
    private static double QualityOf(Syntax syntax, IList<MediaTypeHeaderValue> accepted)
    {
        var ours = new MediaTypeHeaderValue(syntax.MediaType);
        var range = accepted
            .Where(candidate => Matches(candidate, ours))
            .OrderByDescending(candidate => candidate.MatchesAllTypes ? 0 : candidate.MatchesAllSubTypes ? 1 : 2)
            .FirstOrDefault();
        return range is null ? 0 : range.Quality ?? 1;
    }

    private static bool Matches(MediaTypeHeaderValue range, MediaTypeHeaderValue ours) =>
        range.MatchesAllTypes
        || (range.Type.Equals(ours.Type, StringComparison.OrdinalIgnoreCase)
            && (range.MatchesAllSubTypes || range.SubType.Equals(ours.SubType, StringComparison.OrdinalIgnoreCase)));
}
