using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace DataCatalog.Http;

/// <summary>Chooses the syntax of an answer (RFC 9110 section 12.5.1), without ever redirecting: data.gouv.fr fails on any 3xx.</summary>
internal static class Negotiation
{
    /// <summary>The headers that the choice depends on, for <c>Vary</c>.</summary>
    public static readonly StringValues Dependencies = new([HeaderNames.Accept, HeaderNames.AcceptEncoding]);

    /// <summary>Chooses the syntax that the address or the request asks for.</summary>
    /// <param name="context">The request.</param>
    /// <param name="syntaxes">Those that the answer can be had in, in our own order.</param>
    /// <param name="chosen">The choice; meaningless when there is a problem.</param>
    /// <returns>406 when none of them will do; null otherwise.</returns>
    public static ProblemHttpResult? Choose(HttpContext context, IReadOnlyList<Syntax> syntaxes, out Negotiated chosen)
    {
        if (Wanted(context, syntaxes) is { } syntax)
        {
            chosen = new Negotiated(syntax, syntaxes);
            return null;
        }

        chosen = null!;
        context.Response.Headers.Vary = Dependencies;
        return Problems.NotAcceptable(syntaxes);
    }

    private static Syntax? Wanted(HttpContext context, IReadOnlyList<Syntax> syntaxes)
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

/// <summary>What was chosen for a request.</summary>
/// <param name="Syntax">The syntax of the answer.</param>
/// <param name="Syntaxes">Those that it can be had in.</param>
internal sealed record Negotiated(Syntax Syntax, IReadOnlyList<Syntax> Syntaxes);
