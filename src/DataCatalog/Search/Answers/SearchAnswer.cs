using System.Reflection;
using DataCatalog.Datasets;
using DataCatalog.Dcat;
using DataCatalog.Dcat.Mapping;
using DataCatalog.Dcat.Records;
using DataCatalog.Http;
using DataCatalog.OpenApi.Schemas;
using DataCatalog.Rdf;
using DataCatalog.Storage;
using DataCatalog.Territories;
using Microsoft.AspNetCore.Http.Metadata;

namespace DataCatalog.Search.Answers;

/// <summary>Writes a page of answers in the syntax of the request: a graph, a sheet, lines or a feed.</summary>
internal sealed class SearchAnswer(SearchPage page) : IRenderedAnswer, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var document = new Document(
            page.Version, page.Chosen.Syntaxes, (syntax, output) => Write(httpContext, syntax, output), page.Links, QueryOf)
        {
            Chosen = page.Chosen.Syntax,
        };
        return httpContext.RequestServices.GetRequiredService<Representation>().SendAsync(httpContext, document);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => builder.Metadata.Add(
        new ProducesResponseTypeMetadata(
            StatusCodes.Status200OK, typeof(SearchCollectionSchema), [.. Syntax.Known.Select(syntax => syntax.MediaType)]));

    /// <summary>
    /// Returns the query of the link to the same page in another syntax; null for the query of this request. Only graphs of whole datasets
    /// share their pages: sheets and lines have larger pages, a feed has another order, and lean forms exist in few syntaxes, so their
    /// links lead to the first page.
    /// </summary>
    private string? QueryOf(Syntax syntax, Syntax other) =>
        syntax.HasPagesOfGraphs && other.HasPagesOfGraphs && !page.Form.IsLean ? null : page.FirstQuery;

    private void Write(HttpContext context, Syntax syntax, Stream output)
    {
        var services = context.RequestServices;
        var iris = services.GetRequiredService<CatalogIris>();
        var references = services.GetRequiredService<References>().Current;
        var members = new MemberMapping(new DcatMapping(iris, references), page);
        if (syntax == Syntax.Csv)
        {
            var source = new SheetSource(iris, references, page.Scope is { } scope ? scope.Coverage.Of : null, members.MatchAsText)
            {
                LinksOf = page.TerritoryLinks is { } links ? links.Of : null,
            };
            using var sheet = new DatasetSheet(source, output, page.Sheet, page.Form.Columns);
            foreach (var entry in page.Entries)
            {
                sheet.Write(entry);
            }
        }
        else if (syntax == Syntax.JsonLines)
        {
            WriteLines(members, iris, output);
        }
        else if (syntax == Syntax.Atom)
        {
            SearchFeed.Write(page, iris, references, output);
        }
        else
        {
            PlainJson.Write(context, syntax, Describe(members, references), iris, output, members.Selection);
        }
    }

    private void WriteLines(MemberMapping members, CatalogIris iris, Stream output)
    {
        var context = CatalogContext.For(iris);
        foreach (var entry in page.Entries)
        {
            var graph = new Graph();
            graph.DescribeRoot(members.Describe(graph, entry.Record).Id);
            JsonLdWriter.WriteWithoutContext(graph, context, output, selection: members.Selection);
        }
    }

    private Graph Describe(MemberMapping members, ReferenceSnapshot references)
    {
        var mapping = members.Mapping;
        var graph = new Graph();
        graph.DescribeRoot(page.Collection);
        Node[] described = [.. page.Entries.Select(entry => members.Describe(graph, entry.Record))];
        DcatMapping.Describe(graph, new CollectionPage(page.Collection, page.Title, page.Total, page.Links), described);
        mapping.Describe(graph, page.Collection, page.Findings with { Highlights = [.. page.Form.IsLean ? [] : Highlights(members)] });
        if (page.Nearest is { } nearest)
        {
            mapping.Describe(graph, page.Collection, nearest);
        }

        if (page.Scope is { } scope)
        {
            IReadOnlyList<Dataset> explained = page.Form.IsLean ? [] : [.. page.Entries.Select(entry => entry.Record)];
            mapping.DescribeTerritoryList(
                graph,
                page.Collection,
                scope.Coverage.Id,
                explained.Select(dataset => CoverageOf(scope, dataset, references)).OfType<Coverage>(),
                explained.SelectMany(references.ServicesOf).DistinctBy(service => service.Id, StringComparer.Ordinal),
                scope.AskedId);
        }

        return graph;
    }

    private static Coverage? CoverageOf(TerritoryScope scope, Dataset dataset, ReferenceSnapshot references) =>
        scope.Coverage.Of(dataset) is { } coverage
            ? coverage with { Services = [.. references.ServicesOf(dataset).Select(service => service.Id)] }
            : null;

    private IEnumerable<Highlights> Highlights(MemberMapping members) =>
        page.Entries.Select(entry => members.HighlightsIn(entry.Record)).OfType<Highlights>();
}
