using System.Diagnostics;

namespace DataCatalog.Http;

/// <summary>The answer to who has the bytes already: see <see cref="Representation.IsKnown(HttpContext, string, Syntax)"/>.</summary>
/// <param name="version">The version that the client has.</param>
/// <param name="chosen">The syntax that it has them in, and those that it could be had in.</param>
internal sealed class KnownAnswer(string version, Negotiated chosen) : IRenderedAnswer
{
    public Task ExecuteAsync(HttpContext httpContext) => httpContext.RequestServices.GetRequiredService<Representation>()
        .SendAsync(httpContext, new Document(version, chosen.Syntaxes, (_, _) => throw new UnreachableException("The client has the bytes."))
        {
            Chosen = chosen.Syntax,
        });
}
