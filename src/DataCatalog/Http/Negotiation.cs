using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace DataCatalog.Http;

/// <summary>
/// Chooses the syntax of an answer (RFC 9110 section 12.5.1). It never redirects, because data.gouv.fr fails on every 3xx.
/// </summary>
internal static class Negotiation
{
    /// <summary>The headers that the choice depends on, for <c>Vary</c>.</summary>
    public static readonly StringValues Dependencies = new([HeaderNames.Accept, HeaderNames.AcceptEncoding]);

    /// <summary>Chooses the syntax that the address or the request asks for.</summary>
    /// <param name="context">The request.</param>
    /// <param name="syntaxes">The available syntaxes, in our own order of preference.</param>
    /// <param name="chosen">The choice; meaningless when there is a problem.</param>
    /// <returns>406 when none of them is accepted; otherwise null.</returns>
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

    /// <summary>Returns the syntax with the highest quality; among equals the first in our own order.</summary>
    private static Syntax? Best(IList<MediaTypeHeaderValue> accepted, IReadOnlyList<Syntax> syntaxes) => syntaxes
        .Select(syntax => (Syntax: syntax, Quality: QualityOf(syntax, accepted)))
        .Where(candidate => candidate.Quality > 0)
        .OrderByDescending(candidate => candidate.Quality)
        .Select(candidate => candidate.Syntax)
        .FirstOrDefault();

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

    /// <summary>
    /// Whether a range matches; parameters such as <c>profile</c> or <c>charset</c> are ignored, because each syntax has one form.
    /// </summary>
    private static bool Matches(MediaTypeHeaderValue range, MediaTypeHeaderValue ours) =>
        range.MatchesAllTypes
        || (range.Type.Equals(ours.Type, StringComparison.OrdinalIgnoreCase)
            && (range.MatchesAllSubTypes || range.SubType.Equals(ours.SubType, StringComparison.OrdinalIgnoreCase)));
}

/// <summary>The syntax chosen for a request.</summary>
/// <param name="Syntax">The syntax of the answer.</param>
/// <param name="Syntaxes">The available syntaxes.</param>
internal sealed record Negotiated(Syntax Syntax, IReadOnlyList<Syntax> Syntaxes);
