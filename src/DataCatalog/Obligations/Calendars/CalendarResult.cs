using System.Reflection;
using DataCatalog.Dcat;
using DataCatalog.Http;
using DataCatalog.OpenApi.Schemas;
using DataCatalog.Rdf;
using Microsoft.AspNetCore.Http.Metadata;

namespace DataCatalog.Obligations.Calendars;

/// <summary>The dated duties of a territory, as a graph or as a calendar.</summary>
/// <param name="version">A text that changes when the content does.</param>
/// <param name="describe">Builds the graph.</param>
/// <param name="writeCalendar">Writes the calendar.</param>
internal sealed class CalendarResult(string version, Func<Graph> describe, Action<Stream> writeCalendar)
    : IRenderedAnswer, IEndpointMetadataProvider
{
    private static readonly IReadOnlyList<Syntax> Syntaxes = [.. Syntax.All, Syntax.Calendar];

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var iris = httpContext.RequestServices.GetRequiredService<CatalogIris>();
        return httpContext.RequestServices.GetRequiredService<Representation>()
            .SendAsync(httpContext, new Document(version, PageForm.SyntaxesAt(httpContext, Syntaxes), Write));

        void Write(Syntax syntax, Stream output)
        {
            if (syntax == Syntax.Calendar)
            {
                writeCalendar(output);
            }
            else
            {
                PlainJson.Write(httpContext, syntax, describe(), iris, output);
            }
        }
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => builder.Metadata.Add(
        new ProducesResponseTypeMetadata(
            StatusCodes.Status200OK, typeof(CalendarSchema), [.. Syntaxes.Select(syntax => syntax.MediaType)]));
}
