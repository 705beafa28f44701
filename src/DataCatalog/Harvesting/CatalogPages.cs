using System.Globalization;
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
/// The catalogue page by page: datasets, then series, then services, each kind on pages of its own. A walk goes from id to id
/// (<see cref="CatalogPosition"/>), so that whatever is there throughout is met exactly once.
/// </summary>
internal sealed class CatalogPages(
    CatalogIris iris, Database database, References references, Documents documents, HarvestViews views, CatalogStore catalog, CatalogGraph parts, DatasetStore datasets)
{
    /// <summary>Harvesters read whole pages into memory; a hundred datasets stay far below the limits that were seen (15 and 50 MB).</summary>
    public const int MaxPageSize = 100;

    /// <summary>Answers a request for a page.</summary>
    public Results<RdfResult<CatalogPageSchema>, ProblemHttpResult> Page(HarvestQuery query, string? extension)
    {
        var version = documents.VersionWithTimes;
        if (views.Read(query, out var view) is { } badFilter)
        {
            return badFilter;
        }

        if (Resolve(query, view, out var request) is { } badPage)
        {
            return badPage;
        }

        return new RdfResult<CatalogPageSchema>(version, () => DescribeSteadily(request with { Extension = extension }));
    }

    private ProblemHttpResult? Resolve(HarvestQuery query, HarvestView view, out PageRequest request)
    {
        var size = query.PageSize ?? MaxPageSize;
        request = new PageRequest(view, query, size, CatalogPosition.Start, Extension: null);
        if (size is < 1 or > MaxPageSize)
        {
            return Problems.BadQuery("pageSize", $"'pageSize' is {size}; expected 1 to {MaxPageSize}.");
        }

        if (query.Cursor is not null)
        {
            return ResolveCursor(query, ref request);
        }

        return query.Page is not { } page ? null
            : page < 1 ? Problems.BadQuery("page", $"'page' is {page}; pages are counted from 1.")
            : LastPage(view, size) is var last && page > last ? Problems.NotFound($"There is no page {page}: the last one is {last}.")
            : null;
    }

    private static ProblemHttpResult? ResolveCursor(HarvestQuery query, ref PageRequest request)
    {
        if (query.Page is not null)
        {
            return Problems.BadQuery("page", "'page' and 'cursor' say two places at once; give one of them.");
        }

        if (CatalogPosition.Parse(query.Cursor!) is not { } position)
        {
            return Problems.BadQuery("cursor", $"'cursor' is '{Shown.Of(query.Cursor!)}'; take it from the 'next' of a page, or leave it out to begin.");
        }

        request = request with { Position = position };
        return null;
    }

    /// <summary>
    /// Entries are read before the references that they name. Where these change in between, an entry may name what is there no longer:
    /// the page is then made once more.
    /// </summary>
    private Graph DescribeSteadily(PageRequest request)
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
        var page = slice.Take(request.Size);
        var graph = new Graph();
        var mapping = new DcatMapping(iris, references.Current);
        CatalogGraph.DescribeCatalog(graph, mapping, catalog.Changed());
        DcatMapping.DescribeHarvestPage(graph, Collection(request.View), catalog.Count(request.View, CatalogSection.Datasets), Links(request, next));
        parts.Add(graph, mapping, page, datasets.IdsInSeries);
        return graph;
    }

    /// <summary>One entry more than fit tells whether there is another page.</summary>
    private CatalogSlice Read(PageRequest request, out CatalogSection section)
    {
        if (request.Query.Page is not { } page)
        {
            return catalog.After(request.View, request.Position, request.Size + 1, out section);
        }

        var before = page - 1;
        foreach (var candidate in CatalogPosition.Sections)
        {
            section = candidate;
            var pages = PagesOf(request.View, candidate, request.Size);
            if (before < pages)
            {
                return catalog.List(request.View, candidate, before * request.Size, request.Size + 1);
            }

            before -= pages;
        }

        section = CatalogPosition.Sections[^1];
        return new CatalogSlice();
    }

    private CatalogPosition? Next(PageRequest request, CatalogSlice slice, CatalogSection section) => slice.Count > request.Size
        ? new CatalogPosition(section, slice.Take(request.Size).LastId)
        : CatalogPosition.At(section).Following
            .Where(following => catalog.Count(request.View, following) > 0)
            .Select(following => (CatalogPosition?)CatalogPosition.At(following))
            .FirstOrDefault();

    private int LastPage(HarvestView view, int size) => Math.Max(1, CatalogPosition.Sections.Sum(section => PagesOf(view, section, size)));

    private int PagesOf(HarvestView view, CatalogSection section, int size) => (catalog.Count(view, section) + size - 1) / size;

    /// <summary>The collection that a view is: the catalogue itself when nothing is filtered out.</summary>
    private Iri Collection(HarvestView view) => view.Query.Length == 0 ? iris.Catalog : iris.At($"catalog?{view.Query}");

    private PageLinks Links(PageRequest request, CatalogPosition? next)
    {
        var page = request.Query.Page;
        return new PageLinks(
            request.Query.Cursor is { } cursor ? Address(request, $"cursor={cursor}") : Numbered(page ?? 1),
            Numbered(1),
            page > 1 ? Numbered(page.Value - 1) : null,
            next is null ? null : Address(request, $"cursor={next}"),
            Numbered(LastPage(request.View, request.Size)));

        Iri Numbered(int number) => Address(request, string.Create(CultureInfo.InvariantCulture, $"page={number}"));
    }

    private Iri Address(PageRequest request, string place)
    {
        var size = request.Query.PageSize is { } asked ? string.Create(CultureInfo.InvariantCulture, $"pageSize={asked}") : "";
        string[] parameters = [request.View.Query, size, place];
        return iris.At($"catalog{request.Extension}?{string.Join('&', parameters.Where(parameter => parameter.Length > 0))}");
    }

    private sealed record PageRequest(HarvestView View, HarvestQuery Query, int Size, CatalogPosition Position, string? Extension);
}
