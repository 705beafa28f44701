using System.Globalization;
using DataCatalog.Configuration;
using DataCatalog.Dcat;
using DataCatalog.Dcat.Mapping;
using DataCatalog.Rdf;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Http;

/// <summary>The page that a request asks for; null where it leaves the choice to us.</summary>
internal sealed record PageQuery(int? Page, int? PageSize);

/// <summary>A page of a list.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Size">Entries on a full page.</param>
/// <param name="IsDefaultSize">Whether the request left the size to us: links then do the same.</param>
/// <param name="Last">The number of the last page; 1 for an empty list.</param>
internal sealed record PageOfList(int Number, int Size, bool IsDefaultSize, int Last)
{
    public int Offset => (Number - 1) * Size;
}

/// <summary>Pages by number, with documented limits: too large a size is refused rather than silently cut.</summary>
internal static class Paging
{
    public static ProblemHttpResult? Resolve(PageQuery query, CatalogOptions options, int total, out PageOfList page)
    {
        var size = query.PageSize ?? options.PageSize;
        var number = query.Page ?? 1;
        var last = Math.Max(1, (total + Math.Max(1, size) - 1) / Math.Max(1, size));
        page = new PageOfList(number, size, query.PageSize is null, last);
        if (size < 1 || size > options.MaxPageSize)
        {
            return Problems.BadQuery("pageSize", $"'pageSize' is {size}; expected 1 to {options.MaxPageSize}.");
        }

        if (number < 1)
        {
            return Problems.BadQuery("page", $"'page' is {number}; pages are counted from 1.");
        }

        return number > last ? Problems.NotFound($"There is no page {number}: the last one is {last}.") : null;
    }

    /// <summary>Absolute addresses from the public base URL: a host taken from the request would be wrong behind a proxy.</summary>
    public static PageLinks Links(CatalogIris iris, Listing list, string? extension, PageOfList page, string form)
    {
        Iri Of(int number) => iris.At($"{list.Path}{extension}?{string.Join('&', new[] { list.Filter, QueryOf(number, page), form }.Where(part => part.Length > 0))}");
        return new PageLinks(
            Of(page.Number),
            Of(1),
            page.Number > 1 ? Of(page.Number - 1) : null,
            page.Number < page.Last ? Of(page.Number + 1) : null,
            Of(page.Last));
    }

    private static string QueryOf(int number, PageOfList page) => page.IsDefaultSize
        ? string.Create(CultureInfo.InvariantCulture, $"page={number}")
        : string.Create(CultureInfo.InvariantCulture, $"page={number}&pageSize={page.Size}");
}
