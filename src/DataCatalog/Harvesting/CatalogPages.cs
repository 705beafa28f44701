using DataCatalog.Datasets;
using DataCatalog.Dcat;
using DataCatalog.Dcat.Mapping;
using DataCatalog.Http;
using DataCatalog.OpenApi.Schemas;
using DataCatalog.Rdf;
using DataCatalog.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Harvesting;

/// <summary>
/// Answers requests for pages of the catalogue: datasets, then series, then services, each kind on pages of its own. A cursor names an id
/// (<see cref="CatalogPosition"/>), so that a walk lists each entry that exists throughout it exactly once.
/// </summary>
internal sealed class CatalogPages(
    CatalogIris iris,
    Database database,
    References references,
    Documents documents,
    HarvestViews views,
    CatalogStore catalog,
    CatalogGraph parts,
    DatasetStore datasets)
{
    /// <summary>
    /// The largest page. Harvesters read whole pages into memory: a hundred datasets stay far below their known limits (15 and 50 MB).
    /// </summary>
    public const int MaxPageSize = 100;

    private static readonly CountLimits Limits = new(MaxPageSize, MaxPageSize);

    /// <summary>Answers a request for a page.</summary>
    public Results<RdfResult<CatalogPageSchema>, ProblemHttpResult> Page(HarvestQuery query, string? extension)
    {
        var version = documents.VersionWithTimes;
        if (views.Read(query, out var view) is { } badFilter)
        {
            return badFilter;
        }

        if (Read(query, view, extension, out var request) is { } badPage)
        {
            return badPage;
        }

        return new RdfResult<CatalogPageSchema>(version, () => DescribeConsistently(request));
    }

    private ProblemHttpResult? Read(HarvestQuery query, HarvestView view, string? extension, out PageRequest request)
    {
        var fault = Paging.Read(query.Page, query.PageSize, query.Cursor, Limits, out var page);
        var position = page.Cursor is null ? CatalogPosition.Start : CatalogPosition.Parse(page.Cursor);
        var addresses = new PageAddresses(iris, $"catalog{extension}", view.Query, page);
        request = new PageRequest(view, page, position ?? CatalogPosition.Start, addresses);
        return fault
            ?? (position is null ? Paging.UnknownCursor(page.Cursor!, "'next'") : null)
            ?? Paging.Past(page, LastPage(request));
    }

    /// <summary>
    /// Describes a page, and a second time when the first fails because references changed meanwhile: entries are read before the
    /// references, so an entry may refer to a record that has just been withdrawn.
    /// </summary>
    private Graph DescribeConsistently(PageRequest request)
    {
        var revision = database.ReferenceRevision;
        try
        {
            return Describe(request);
        }
        catch (InvalidOperationException) when (database.ReferenceRevision != revision)
        {
            return Describe(request);
        }
    }

    private Graph Describe(PageRequest request)
    {
        var slice = Read(request, out var section);
        var next = Next(request, slice, section);
        var page = slice.Take(request.Page.Size);
        var graph = new Graph();
        var known = references.Current;
        known.ReadTerritories(page.Territories);
        var mapping = new DcatMapping(iris, known);
        CatalogGraph.DescribeCatalog(graph, mapping, known.Catalog, catalog.LastChangeDay());
        DcatMapping.DescribeHarvestPage(
            graph, Collection(request.View), catalog.Count(request.View, CatalogSection.Datasets), Links(request, next));
        parts.Add(graph, mapping, page, datasets.IdsInSeries);
        return request.View.Language is { } language ? graph.InLanguage(language) : graph;
    }

    /// <summary>Reads the entries of a page, and one more, which shows whether there is a next page.</summary>
    private CatalogSlice Read(PageRequest request, out CatalogSection section)
    {
        if (request.Page.Number is not { } page)
        {
            return catalog.After(request.View, request.Position, request.Page.Size + 1, out section);
        }

        var before = page - 1;
        foreach (var candidate in CatalogPosition.Sections)
        {
            section = candidate;
            var pages = PagesOf(request.View, candidate, request.Page.Size);
            if (before < pages)
            {
                return catalog.List(request.View, candidate, before * request.Page.Size, request.Page.Size + 1);
            }

            before -= pages;
        }

        section = CatalogPosition.Sections[^1];
        return new CatalogSlice();
    }

    private CatalogPosition? Next(PageRequest request, CatalogSlice slice, CatalogSection section) => slice.Count > request.Page.Size
        ? new CatalogPosition(section, slice.Take(request.Page.Size).LastId)
        : CatalogPosition.At(section).Following
            .Where(following => catalog.Count(request.View, following) > 0)
            .Select(following => (CatalogPosition?)CatalogPosition.At(following))
            .FirstOrDefault();

    private int LastPage(PageRequest request) =>
        Math.Max(1, CatalogPosition.Sections.Sum(section => PagesOf(request.View, section, request.Page.Size)));

    private int PagesOf(HarvestView view, CatalogSection section, int size) => (catalog.Count(view, section) + size - 1) / size;

    /// <summary>Returns the IRI of the collection: the catalogue itself, or, with filters or a language, the address of the view.</summary>
    private Iri Collection(HarvestView view) => view.Query.Length == 0 ? iris.Catalog : iris.At($"catalog?{view.Query}");

    private PageLinks Links(PageRequest request, CatalogPosition? next) => request.Addresses.Links(
        LastPage(request),
        request.Page.Number > 1 ? request.Addresses.Numbered(request.Page.Number.Value - 1) : null,
        next is null ? null : request.Addresses.From(next.Value.ToString()));

    private sealed record PageRequest(HarvestView View, RequestedPage Page, CatalogPosition Position, PageAddresses Addresses);
}
