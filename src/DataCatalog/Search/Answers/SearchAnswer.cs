using System.Reflection;
using DataCatalog.Datasets;
using DataCatalog.Dcat;
using DataCatalog.Dcat.Mapping;
using DataCatalog.Dcat.Records;
using DataCatalog.Http;
using DataCatalog.OpenApi.Schemas;
using DataCatalog.Rdf;
using DataCatalog.Search.Text;
using DataCatalog.Storage;
using DataCatalog.Territories;
using Microsoft.AspNetCore.Http.Metadata;

namespace DataCatalog.Search.Answers;

/// <summary>A page of answers in the syntax that the request asks for: a graph, a sheet, lines or a feed.</summary>
internal sealed class SearchAnswer(SearchPage page) : IRenderedAnswer, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var services = httpContext.RequestServices;
        var document = new Document(page.Version, Syntax.Known, (syntax, output) => Write(services, syntax, output), page.Links, QueryOf);
        return services.GetRequiredService<Representation>().SendAsync(httpContext, document);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => builder.Metadata.Add(
        new ProducesResponseTypeMetadata(
            StatusCodes.Status200OK, typeof(SearchCollectionSchema), [.. Syntax.Known.Select(syntax => syntax.MediaType)]));

    /// <summary>The graphs of a page have the same rows. Sheets and lines have larger pages, a feed another order: those begin anew.</summary>
    private string? QueryOf(Syntax syntax, Syntax other) => Syntax.All.Contains(syntax) && Syntax.All.Contains(other) ? null : page.FirstQuery;

    private void Write(IServiceProvider services, Syntax syntax, Stream output)
    {
        var iris = services.GetRequiredService<CatalogIris>();
        var references = services.GetRequiredService<References>().Current;
        var mapping = new DcatMapping(iris, references);
        if (syntax == Syntax.Csv)
        {
            using var sheet = new DatasetSheet(iris, references, output, page.Sheet, page.Scope?.Coverage);
            foreach (var entry in page.Entries)
            {
                sheet.Write(entry);
            }
        }
        else if (syntax == Syntax.JsonLines)
        {
            WriteLines(mapping, iris, output);
        }
        else if (syntax == Syntax.Atom)
        {
            SearchFeed.Write(page, iris, references, output);
        }
        else
        {
            syntax.Write(Describe(mapping, references), iris, output);
        }
    }

    private void WriteLines(DcatMapping mapping, CatalogIris iris, Stream output)
    {
        var context = CatalogContext.For(iris);
        foreach (var entry in page.Entries)
        {
            var graph = new Graph();
            graph.DescribeRoot(mapping.Describe(graph, entry.Record).Id);
            JsonLdWriter.WriteLine(graph, context, output);
        }
    }

    private Graph Describe(DcatMapping mapping, ReferenceSnapshot references)
    {
        var graph = new Graph();
        graph.DescribeRoot(page.Collection);
        Node[] members = [.. page.Entries.Select(entry => mapping.Describe(graph, entry.Record))];
        DcatMapping.Describe(graph, new CollectionPage(page.Collection, page.Title, page.Total, page.Links), members);
        mapping.Describe(graph, page.Collection, page.Findings with { Highlights = [.. page.Highlighter is { } marks ? Highlights(marks) : []] });
        if (page.Scope is { } scope)
        {
            var datasets = page.Entries.Select(entry => entry.Record).ToList();
            mapping.DescribeTerritoryList(
                graph, page.Collection, scope.Coverage.Id, datasets.Select(dataset => Cover(scope, dataset, references)).OfType<Coverage>(), datasets.SelectMany(references.ServicesOf).DistinctBy(service => service.Id, StringComparer.Ordinal), scope.AskedId);
        }

        return graph;
    }

    private static Coverage? Cover(TerritoryScope scope, Dataset dataset, ReferenceSnapshot references) => scope.Coverage.Of(dataset) is { } coverage
        ? coverage with { Services = [.. references.ServicesOf(dataset).Select(service => service.Id)] }
        : null;

    private IEnumerable<Highlights> Highlights(Highlighter marks) => page.Entries
        .Select(entry => new Highlights(entry.Record.Id, marks.Mark(entry.Record.Title["fr"]!), marks.Excerpt(entry.Record.Description["fr"]!)))
        .Where(found => found.Title is not null || found.Excerpt is not null);
}
