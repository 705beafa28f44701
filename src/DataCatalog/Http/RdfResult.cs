using System.Reflection;
using DataCatalog.Dcat;
using DataCatalog.Dcat.Mapping;
using DataCatalog.Rdf;
using Microsoft.AspNetCore.Http.Metadata;

namespace DataCatalog.Http;

/// <summary>An answer that is a graph, in the syntax that the request asks for.</summary>
/// <typeparam name="TDocument">The schema of the JSON-LD, for the API description.</typeparam>
/// <param name="version">A text that changes when the content does.</param>
/// <param name="describe">Builds the graph.</param>
/// <param name="links">The neighbours of a page.</param>
internal sealed class RdfResult<TDocument>(string version, Func<Graph> describe, PageLinks? links = null)
    : IRenderedAnswer, IEndpointMetadataProvider
{
    private bool _isPage;
    private Func<Graph>? _describeForPage;

    /// <summary>Returns the answer as a page alone, which shows more than the graph.</summary>
    /// <param name="more">A text that changes when what else the page shows does.</param>
    public RdfResult<TDocument> AsPage(string more) => new($"{version} {more}", describe, links) { _isPage = true };

    /// <summary>Returns the answer with a page that says more words than the graphs, which have a bound of their own.</summary>
    public RdfResult<TDocument> WithPage(Func<Graph> describeForPage) =>
        new(version, describe, links) { _describeForPage = describeForPage };

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var iris = httpContext.RequestServices.GetRequiredService<CatalogIris>();
        var document = new Document(
            version,
            _isPage ? [Syntax.Html] : PageForm.SyntaxesAt(httpContext, Syntax.All),
            (syntax, output) => PlainJson.Write(httpContext, syntax, Describe(syntax), iris, output),
            links)
        {
            Chosen = _isPage ? Syntax.Html : null,
        };
        return httpContext.RequestServices.GetRequiredService<Representation>().SendAsync(httpContext, document);
    }

    private Graph Describe(Syntax syntax) => syntax == Syntax.Html && _describeForPage is { } more ? more() : describe();

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => builder.Metadata.Add(
        new ProducesResponseTypeMetadata(
            StatusCodes.Status200OK, typeof(TDocument), [.. Syntax.All.Select(syntax => syntax.MediaType)]));
}
