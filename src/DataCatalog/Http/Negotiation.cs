using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace DataCatalog.Http;

/// <summary>Chooses the syntax of an answer (RFC 9110 section 12.5.1), without ever redirecting: data.gouv.fr fails on any 3xx.</summary>
internal static class Negotiation
{
    /// <summary>The headers that the choice depends on, for <c>Vary</c>.</summary>
    public static readonly StringValues Dependencies = new([HeaderNames.Accept, HeaderNames.AcceptEncoding]);

    /// <summary>The syntax that the address or the request asks for; null when none of these will do.</summary>
    public static Syntax? Choose(HttpContext context, IReadOnlyList<Syntax> syntaxes)
    {
        if (context.Features.Get<AddressExtension>() is { } address)
        {
            return address.Syntax;
        }

        var accepted = context.Request.GetTypedHeaders().Accept;
        return accepted.Count == 0 ? syntaxes[0] : Best(accepted, syntaxes);
    }

    /// <summary>The highest quality wins; between equals, our own order.</summary>
    private static Syntax? Best(IList<MediaTypeHeaderValue> accepted, IReadOnlyList<Syntax> syntaxes) => syntaxes
        .Select(syntax => (Syntax: syntax, Quality: QualityOf(syntax, accepted)))
        .Where(candidate => candidate.Quality > 0)
        .OrderByDescending(candidate => candidate.Quality)
        .Select(candidate => candidate.Syntax)
        .FirstOrDefault();

    /// <summary>The quality given by the most specific range that matches: <c>type/subtype</c> over <c>type/*</c> over <c>*/*</c>.</summary>
    private static double QualityOf(Syntax syntax, IList<MediaTypeHeaderValue> accepted)
    {
        var ours = new MediaTypeHeaderValue(syntax.MediaType);
        var range = accepted
            .Where(candidate => Matches(candidate, ours))
            .OrderByDescending(candidate => candidate.MatchesAllTypes ? 0 : candidate.MatchesAllSubTypes ? 1 : 2)
            .FirstOrDefault();
        return range is null ? 0 : range.Quality ?? 1;
    }

    /// <summary>Parameters such as <c>profile</c> or <c>charset</c> narrow nothing here: there is one form of each syntax.</summary>
    private static bool Matches(MediaTypeHeaderValue range, MediaTypeHeaderValue ours) =>
        range.MatchesAllTypes
        || (range.Type.Equals(ours.Type, StringComparison.OrdinalIgnoreCase)
            && (range.MatchesAllSubTypes || range.SubType.Equals(ours.SubType, StringComparison.OrdinalIgnoreCase)));
}
