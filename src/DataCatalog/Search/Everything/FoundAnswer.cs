using System.Reflection;
using DataCatalog.Dcat;
using DataCatalog.Dcat.Mapping;
using DataCatalog.Http;
using DataCatalog.OpenApi.Schemas;
using DataCatalog.Rdf;
using DataCatalog.Storage;
using Microsoft.AspNetCore.Http.Metadata;

namespace DataCatalog.Search.Everything;

/// <summary>Writes a page of answers of all kinds in the syntax of the request: a graph, a sheet or a feed.</summary>
internal sealed class FoundAnswer(FoundPage page) : IRenderedAnswer, IEndpointMetadataProvider
{
    private static readonly string[] Columns = ["kind", "identifier", "address", "title", "detail", "datasets"];

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
            StatusCodes.Status200OK, typeof(FoundCollectionSchema), [.. EverythingPages.Syntaxes.Select(syntax => syntax.MediaType)]));

    /// <summary>Returns the query of the link to another syntax: sheets and feeds begin with the first page.</summary>
    private string? QueryOf(Syntax syntax, Syntax other) =>
        syntax.HasPagesOfGraphs && other.HasPagesOfGraphs ? null : $"?{page.List.Filter}";

    private void Write(HttpContext context, Syntax syntax, Stream output)
    {
        var services = context.RequestServices;
        var (iris, known) = (services.GetRequiredService<CatalogIris>(), services.GetRequiredService<References>().Current);
        var found = services.GetRequiredService<FoundEntries>();
        if (syntax == Syntax.Csv)
        {
            WriteSheet(found, output);
        }
        else if (syntax == Syntax.Atom)
        {
            WriteFeed(found, iris, known, output);
        }
        else
        {
            PlainJson.Write(context, syntax, Describe(iris, known), iris, output);
        }
    }

    private void WriteSheet(FoundEntries found, Stream output)
    {
        using var sheet = new Sheet(output, page.Sheet, Columns);
        foreach (var entry in page.Members)
        {
            sheet.Write(
            [
                entry.Kind,
                KnownEntry.IdentifierOf(entry.Record),
                found.IriOf(entry.Record).Value,
                KnownEntry.NameOf(entry.Record)["fr"],
                entry.Detail,
                entry.SeeAlso?.Value,
            ]);
        }
    }

    private void WriteFeed(FoundEntries found, CatalogIris iris, ReferenceSnapshot known, Stream output)
    {
        var collection = iris.At(Listing.AddressOf(page.List.Path, page.List.Filter)).Value;
        var feed = FeedDocument.New(
            $"{page.List.Title["fr"]} : {page.Text}", collection, collection, page.Links.This.Value, next: null, known);
        feed.Items =
        [
            .. page.Members.Zip(page.ChangedAt).OrderByDescending(pair => pair.Second).Select(pair => FeedDocument.Entry(
                found.IriOf(pair.First.Record).Value,
                KnownEntry.NameOf(pair.First.Record)["fr"],
                FoundEntries.TextOf(pair.First.Record) ?? pair.First.Detail,
                pair.Second)),
        ];
        if (page.ChangedAt.Count > 0)
        {
            feed.LastUpdatedTime = page.ChangedAt.Max();
        }

        FeedDocument.Write(feed, output);
    }

    private Graph Describe(CatalogIris iris, ReferenceSnapshot known)
    {
        var (graph, mapping) = (new Graph(), new DcatMapping(iris, known));
        var collection = iris.At(Listing.AddressOf(page.List.Path, page.List.Filter));
        graph.DescribeRoot(collection);
        mapping.Describe(graph, collection, page.Findings);
        if (page.Nearest is { } nearest)
        {
            mapping.Describe(graph, collection, nearest);
        }

        Node[] members = [.. page.Members.Select(member => mapping.Describe(graph, member))];
        DcatMapping.Describe(graph, new CollectionPage(collection, page.List.Title, page.List.Total, page.Links), members);
        return graph;
    }
}
