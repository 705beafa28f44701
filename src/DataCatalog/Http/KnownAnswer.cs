using System.Diagnostics;

namespace DataCatalog.Http;

/// <summary>The answer to who has the bytes already: see <see cref="Representation.IsKnown(HttpContext, string, Syntax)"/>.</summary>
/// <param name="version">The version that the client has.</param>
/// <param name="syntaxes">Those that it could be had in.</param>
internal sealed class KnownAnswer(string version, IReadOnlyList<Syntax> syntaxes) : IRenderedAnswer
{
    public Task ExecuteAsync(HttpContext httpContext) => httpContext.RequestServices.GetRequiredService<Representation>()
        .SendAsync(httpContext, new Document(version, syntaxes, (_, _) => throw new UnreachableException("The client has the bytes.")));
}
