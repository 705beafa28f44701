using System.Globalization;
using DataCatalog.Configuration;
using DataCatalog.Dcat;
using DataCatalog.Dcat.Mapping;
using DataCatalog.Dcat.Records;
using DataCatalog.Rdf;
using DataCatalog.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Http;

/// <summary>Builds answers from stored entries: one entry, or one page of a list.</summary>
internal sealed class Documents(CatalogIris iris, CatalogOptions options, Database database, References references)
{
    /// <summary>
    /// Builds a document about one entry. Its ETag changes with the entry and with every record that the entry may refer to. The version
    /// includes the entry itself, because a version number may mean another content in a database that was created again or restored.
    /// </summary>
    public RdfResult<TDocument> One<TRecord, TDocument>(Entry<TRecord> entry, Func<DcatMapping, Graph, Node> describe)
        where TRecord : IRecord
    {
        var content = RecordJson.Write(entry.Record);
        var version = string.Create(CultureInfo.InvariantCulture, $"{entry.Version} {entry.Entered:O} {entry.Changed:O} {content}");
        return new($"{version} {database.History.OfReferences}", () => Root(describe));
    }

    /// <summary>
    /// The version of a document about several entries: it changes with every change of the catalogue. Read it before the data, or old
    /// content could be cached under a new version.
    /// </summary>
    public string Version => database.History.OfContents;

    /// <summary>The version of a document that also shows the times of changes.</summary>
    public string VersionWithTimes => database.History.OfTimes;

    /// <summary>Builds a document about several entries.</summary>
    public RdfResult<TDocument> Whole<TDocument>(string version, Func<DcatMapping, Graph, Node> describe) =>
        new(version, () => Root(describe));

    /// <summary>Builds a document whose page has more words than its graphs.</summary>
    /// <param name="version">A text that changes when the content does.</param>
    /// <param name="describe">Describes the content, with all of its words or not.</param>
    public RdfResult<TDocument> Whole<TDocument>(string version, Func<DcatMapping, Graph, bool, Node> describe) =>
        new RdfResult<TDocument>(version, () => Root((mapping, graph) => describe(mapping, graph, false)))
            .WithPage(() => Root((mapping, graph) => describe(mapping, graph, true)));

    /// <summary>Builds a document whose graph has several roots.</summary>
    public RdfResult<TDocument> Whole<TDocument>(string version, Func<DcatMapping, Graph> describe) =>
        new(version, () => describe(Mapping()));

    /// <summary>Builds one page of a list, in the order of the ids.</summary>
    /// <param name="request">The request; the extension of its path stays in the links.</param>
    /// <param name="version">The <see cref="Version"/> before the list was counted.</param>
    /// <param name="list">The list.</param>
    /// <param name="query">The page that the request asks for.</param>
    /// <param name="describe">Describes the entries of a page, given its offset and size, and returns their nodes.</param>
    public Results<RdfResult<TDocument>, ProblemHttpResult> Page<TDocument>(
        HttpContext request,
        string version,
        Listing list,
        PageQuery query,
        Func<DcatMapping, Graph, int, int, IReadOnlyList<Node>> describe)
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

    /// <summary>Returns one page of all records of a kind, in the order of the ids.</summary>
    /// <param name="request">The request.</param>
    /// <param name="list">Names and counts the list; the version is taken before.</param>
    /// <param name="records">The records.</param>
    /// <param name="query">The page.</param>
    /// <param name="describe">Describes one record and returns its node.</param>
    public Results<RdfResult<TDocument>, ProblemHttpResult> Page<TDocument, TRecord>(
        HttpContext request,
        Func<RecordReader<TRecord>, Listing> list,
        RecordReader<TRecord> records,
        PageQuery query,
        Func<DcatMapping, Graph, TRecord, Node> describe)
        where TRecord : class, IRecord
    {
        var version = Version;
        return Page<TDocument>(request, version, list(records), query, (mapping, graph, offset, limit) =>
            [.. records.List(offset, limit).Select(entry => describe(mapping, graph, entry.Record))]);
    }

    /// <summary>
    /// Returns one page of the records of a kind that have some words, or that identifiers or addresses name; of all of them without any.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="list">Names the list; the version is taken before.</param>
    /// <param name="records">The records.</param>
    /// <param name="query">The page.</param>
    /// <param name="search">The words and identifiers.</param>
    /// <param name="describe">Describes one record and returns its node.</param>
    public Results<RdfResult<TDocument>, ProblemHttpResult> Page<TDocument, TRecord>(
        HttpContext request,
        Func<RecordReader<TRecord>, Listing> list,
        RecordReader<TRecord> records,
        PageQuery query,
        RecordSearch<TRecord> search,
        Func<DcatMapping, Graph, TRecord, Node> describe)
        where TRecord : class, IRecord
    {
        var version = Version;
        var parameters = new ParameterReader();
        if ((parameters.Words("q", search.Q, search.Longest, out var words)
            ?? parameters.Values("identifier", search.Identifiers, IdentifierQuery.Expected)) is { } fault)
        {
            return fault;
        }

        var named = search.Identifiers is { Length: > 0 } texts ? new IdentifierQuery(texts, iris).Of(Kinds.Of<TRecord>()) : null;
        if (words is null)
        {
            return named is null
                ? Page<TDocument, TRecord>(request, list, records, query, describe)
                : Page<TDocument>(
                    request,
                    version,
                    list(records) with { Total = records.Count(named), Filter = parameters.Query },
                    query,
                    (mapping, graph, offset, limit) =>
                        [.. records.List(named, offset, limit).Select(entry => describe(mapping, graph, entry.Record))]);
        }

        var found = search.Find(words);
        if (named is not null)
        {
            var ids = records.List(named, 0, found.Count).Select(entry => entry.Record.Id).ToHashSet(StringComparer.Ordinal);
            found = [.. found.Where(record => ids.Contains(record.Id))];
        }

        return Page<TDocument>(
            request,
            version,
            list(records) with { Title = search.TitleOf(words), Total = found.Count, Filter = parameters.Query },
            query,
            (mapping, graph, offset, limit) => [.. found.Skip(offset).Take(limit).Select(record => describe(mapping, graph, record))]);
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

/// <summary>What a request for some records of a kind names.</summary>
/// <typeparam name="TRecord">The kind of record.</typeparam>
/// <param name="Q">The words; null for none.</param>
/// <param name="Longest">The maximal length of the words, in characters.</param>
/// <param name="Identifiers">The identifiers and addresses; null for none.</param>
/// <param name="Find">Finds the records with some words, best first.</param>
/// <param name="TitleOf">Returns the title of the list of records with some words.</param>
internal sealed record RecordSearch<TRecord>(
    string? Q, int Longest, string[]? Identifiers, Func<string, IReadOnlyList<TRecord>> Find, Func<string, LanguageMap> TitleOf);
