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

    /// <summary>The headers that the choice of a page depends on.</summary>
    public static readonly StringValues DependenciesOfPages =
        new([HeaderNames.Accept, HeaderNames.AcceptEncoding, HeaderNames.AcceptLanguage]);

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

        return AcceptedSyntaxes.Of(context.Request.Headers.Accept).Best(syntaxes);
    }
}

/// <summary>The syntax chosen for a request.</summary>
/// <param name="Syntax">The syntax of the answer.</param>
/// <param name="Syntaxes">The available syntaxes.</param>
internal sealed record Negotiated(Syntax Syntax, IReadOnlyList<Syntax> Syntaxes);
