using System.Globalization;
using DataCatalog.Configuration;
using DataCatalog.Dcat;
using DataCatalog.Dcat.Mapping;
using DataCatalog.Dcat.Records;
using DataCatalog.Rdf;
using DataCatalog.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Http;

/// <summary>Turns what the stores hold into answers: one entry, or one page of a list.</summary>
internal sealed class Documents(CatalogIris iris, CatalogOptions options, Database database, References references)
{
    /// <summary>
    /// A document about one entry. Its tag changes with the entry and with whatever the entry refers to. It has the entry itself: a version
    /// number may stand for something else in a database that was made anew or restored from a backup.
    /// </summary>
    public RdfResult<TDocument> One<TRecord, TDocument>(Entry<TRecord> entry, Func<DcatMapping, Graph, Node> describe)
        where TRecord : IRecord
    {
        var content = RecordJson.Write(entry.Record);
        var version = string.Create(CultureInfo.InvariantCulture, $"{entry.Version} {entry.Entered:O} {entry.Changed:O} {content}");
        return new($"{version} {database.History.OfReferences}", () => Root(describe));
    }

    /// <summary>
    /// The version of a document that depends on more than one entry: it changes with every change of the catalogue. Take it before
    /// reading, or old content could be kept under a new version.
    /// </summary>
    public string Version => database.History.OfContents;

    /// <summary>The version of one that also shows when something was changed.</summary>
    public string VersionWithTimes => database.History.OfTimes;

    /// <summary>A document that depends on more than one entry.</summary>
    public RdfResult<TDocument> Whole<TDocument>(string version, Func<DcatMapping, Graph, Node> describe) => new(version, () => Root(describe));

    /// <summary>A document whose graph has several roots.</summary>
    public RdfResult<TDocument> Whole<TDocument>(string version, Func<DcatMapping, Graph> describe) => new(version, () => describe(Mapping()));

    /// <summary>One page of a list, in the order of the ids.</summary>
    /// <param name="request">The request: an extension of its address stays in the links.</param>
    /// <param name="version">The <see cref="Version"/> before the list was counted.</param>
    /// <param name="list">What is listed.</param>
    /// <param name="query">Which page.</param>
    /// <param name="describe">Describes the entries of a page and gives their nodes.</param>
    public Results<RdfResult<TDocument>, ProblemHttpResult> Page<TDocument>(
        HttpContext request, string version, Listing list, PageQuery query, Func<DcatMapping, Graph, int, int, IReadOnlyList<Node>> describe)
    {
        var limits = new CountLimits(options.PageSize, options.MaxPageSize);
        if (Paging.Read(query.Page, query.PageSize, cursor: null, limits, out var page) is { } fault)
        {
            return fault;
        }

        var last = page.LastOf(list.Total);
        if (Paging.Past(page, last) is { } past)
        {
            return past;
        }

        var path = $"{list.Path}{request.Features.Get<AddressExtension>()?.Text}";
        var links = new PageAddresses(iris, path, list.Filter, page, PlainJson.LinkOf(request)).Links(last);
        var collection = iris.At(Listing.AddressOf(list.Path, list.Filter));
        return new RdfResult<TDocument>($"{version} {page.Size}", () =>
        {
            var graph = new Graph();
            var mapping = Mapping();
            graph.DescribeRoot(collection);
            var members = describe(mapping, graph, page.Offset, page.Size);
            DcatMapping.Describe(graph, new CollectionPage(collection, list.Title, list.Total, links), members);
            return graph;
        }, links);
    }

    private DcatMapping Mapping() => new(iris, references.Current);

    private Graph Root(Func<DcatMapping, Graph, Node> describe)
    {
        var graph = new Graph();
        var root = describe(Mapping(), graph);
        graph.DescribeRoot(root.Id);
        return graph;
    }
}
