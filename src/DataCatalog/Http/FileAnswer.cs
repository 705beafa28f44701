namespace DataCatalog.Http;

/// <summary>An answer at an address that names its one form: <c>/feed.atom</c>. What a request accepts does not matter there.</summary>
/// <param name="syntax">The form.</param>
/// <param name="version">Whatever changes when the content does.</param>
/// <param name="write">Writes it.</param>
internal sealed class FileAnswer(Syntax syntax, string version, Action<Stream> write) : IRenderedAnswer
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Features.Set(new AddressExtension(syntax, syntax.Extension));
        return httpContext.RequestServices.GetRequiredService<Representation>()
            .SendAsync(httpContext, new Document(version, [syntax], (_, output) => write(output), IsFile: true));
    }
}
