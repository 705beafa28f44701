namespace DataCatalog.Http;

/// <summary>
/// An answer at an address that has one syntax only, such as <c>/feed.atom</c>; the <c>Accept</c> header does not matter.
/// </summary>
/// <param name="syntax">The syntax.</param>
/// <param name="version">A text that changes when the content does.</param>
/// <param name="write">Writes the content.</param>
/// <param name="links">Links for the header (RFC 8288); null for none.</param>
internal sealed class FileAnswer(Syntax syntax, string version, Action<Stream> write, IReadOnlyList<string>? links = null) : IRenderedAnswer
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Features.Set(new AddressExtension(syntax, syntax.Extension));
        return httpContext.RequestServices.GetRequiredService<Representation>()
            .SendAsync(httpContext, new Document(version, [syntax], (_, output) => write(output), IsFile: true)
            {
                FurtherLinks = links ?? [],
            });
    }
}
