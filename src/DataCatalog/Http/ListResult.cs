using System.Reflection;
using DataCatalog.Dcat;
using DataCatalog.Dcat.Mapping;
using DataCatalog.Rdf;
using Microsoft.AspNetCore.Http.Metadata;

namespace DataCatalog.Http;

/// <summary>A page of a list, as a graph or as a sheet.</summary>
/// <typeparam name="TDocument">The schema of the JSON-LD, for the API description.</typeparam>
/// <param name="version">A text that changes when the content does.</param>
/// <param name="chosen">The syntax that the request asks for.</param>
/// <param name="describe">Builds the graph.</param>
/// <param name="writeSheet">Writes the sheet.</param>
/// <param name="links">The neighbours of the page.</param>
/// <param name="firstQuery">The query of the first page in another syntax: sheets have larger pages.</param>
internal sealed class ListResult<TDocument>(
    string version, Negotiated chosen, Func<Graph> describe, Action<Stream> writeSheet, PageLinks links, string firstQuery)
    : IRenderedAnswer, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var iris = httpContext.RequestServices.GetRequiredService<CatalogIris>();
        var document = new Document(version, chosen.Syntaxes, Write, links, QueryOf) { Chosen = chosen.Syntax };
        return httpContext.RequestServices.GetRequiredService<Representation>().SendAsync(httpContext, document);

        void Write(Syntax syntax, Stream output)
        {
            if (syntax == Syntax.Csv)
            {
                writeSheet(output);
            }
            else
            {
                PlainJson.Write(httpContext, syntax, describe(), iris, output);
            }
        }
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => builder.Metadata.Add(
        new ProducesResponseTypeMetadata(
            StatusCodes.Status200OK, typeof(TDocument), [.. Lists.Syntaxes.Select(syntax => syntax.MediaType)]));

    private string? QueryOf(Syntax syntax, Syntax other) => syntax == Syntax.Csv || other == Syntax.Csv ? firstQuery : null;
}

/// <summary>What lists have in common.</summary>
internal static class Lists
{
    /// <summary>The syntaxes of a list that is also a sheet; the first one answers <c>*/*</c>.</summary>
    public static readonly IReadOnlyList<Syntax> Syntaxes = [.. Syntax.All, Syntax.Csv];

    /// <summary>The page size of sheets: most users want the whole list at once.</summary>
    public const int MaxRows = 1000;
}
