using System.Diagnostics;

namespace DataCatalog.Http;

/// <summary>
/// The answer 304 for a client that has the bytes already: see <see cref="Representation.IsKnown(HttpContext, string, Syntax)"/>.
/// </summary>
/// <param name="version">The version that the client has.</param>
/// <param name="chosen">The syntax of those bytes, and the available syntaxes.</param>
internal sealed class KnownAnswer(string version, Negotiated chosen) : IRenderedAnswer
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var document = new Document(version, chosen.Syntaxes, (_, _) => throw new UnreachableException("The client has the bytes."))
        {
            Chosen = chosen.Syntax,
        };
        return httpContext.RequestServices.GetRequiredService<Representation>().SendAsync(httpContext, document);
    }
}
