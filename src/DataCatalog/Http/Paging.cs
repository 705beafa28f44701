using System.Globalization;
using DataCatalog.Dcat;
using DataCatalog.Dcat.Mapping;
using DataCatalog.Rdf;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace DataCatalog.Http;

/// <summary>The page that a request asks for; null where it leaves the choice to us.</summary>
internal sealed record PageQuery
{
    /// <summary>The page, from 1. Past the last one: 404.</summary>
    /// <example>1</example>
    [FromQuery(Name = "page")]
    public int? Page { get; init; }

    /// <summary>Entries on a page (at most 100 unless the service is set otherwise). More: 400.</summary>
    /// <example>20</example>
    [FromQuery(Name = "pageSize")]
    public int? PageSize { get; init; }
}

/// <summary>The validated page that a request asks for.</summary>
/// <param name="Number">The page number, from 1; null when the request gives none or gives a cursor.</param>
/// <param name="Size">The number of entries on a full page.</param>
/// <param name="AskedSize">The size in the request, which links repeat; null when the request gives none.</param>
/// <param name="Cursor">The cursor in the request; null for none.</param>
internal sealed record RequestedPage(int? Number, int Size, int? AskedSize, string? Cursor)
{
    /// <summary>The position of the first entry of the page in the list, from 0.</summary>
    public int Offset => (int)Math.Min(int.MaxValue, ((Number ?? 1) - 1L) * Size);

    /// <summary>Returns the number of the last page of a list; 1 for an empty list.</summary>
    public int LastOf(int total) => Math.Max(1, (total + Size - 1) / Size);
}

/// <summary>
/// Reads the page of a list that a request asks for. Too large a size is refused, because a smaller page than asked for may go unnoticed.
/// </summary>
internal static class Paging
{
    /// <summary>Reads the page, its size and the cursor.</summary>
    /// <param name="page">The page, from 1; null for none.</param>
    /// <param name="pageSize">The number of entries on a page; null for the default.</param>
    /// <param name="cursor">The cursor from which to continue; null for none.</param>
    /// <param name="limits">The limits of the page size.</param>
    /// <param name="requested">The page; meaningless when there is a fault.</param>
    /// <returns>The first fault, or null.</returns>
    public static ProblemHttpResult? Read(int? page, int? pageSize, string? cursor, CountLimits limits, out RequestedPage requested)
    {
        var fault = ParameterReader.Count("pageSize", pageSize, limits, out var size);
        requested = new RequestedPage(page, size, pageSize, cursor);
        return fault
            ?? (page is not null && cursor is not null
                ? Problems.BadQuery("page", "'page' and 'cursor' both name a page; give one of them.")
                : null)
            ?? (page < 1 ? Problems.BadQuery("page", $"'page' is {page}; pages are counted from 1.") : null);
    }

    /// <summary>Returns 404 for a page after the last one; otherwise null.</summary>
    public static ProblemHttpResult? Past(RequestedPage requested, int last) => requested.Number > last
        ? Problems.NotFound(string.Create(CultureInfo.InvariantCulture, $"There is no page {requested.Number}: the last one is {last}."))
        : null;

    /// <summary>Returns 400 for a cursor that no answer has given.</summary>
    public static ProblemHttpResult UnknownCursor(string cursor, string relations) => Problems.BadQuery(
        "cursor", $"'cursor' is '{Shown.Of(cursor)}'; take it from the {relations} of a page, or leave it out to begin.");
}

/// <summary>
/// Builds the addresses of the pages of a list. Every address keeps the filters, the page size and the form of the request, and begins with
/// the public base URL: the host of the request would be wrong behind a proxy.
/// </summary>
/// <param name="iris">The addresses of this catalogue.</param>
/// <param name="path">The path of the list below the base URL, with the extension of the request.</param>
/// <param name="filter">The filters of the list, as a query; empty for the whole list.</param>
/// <param name="requested">The page.</param>
/// <param name="form">Further query parameters of each address; empty ones are left out.</param>
internal sealed class PageAddresses(
    CatalogIris iris, string path, string filter, RequestedPage requested, params IReadOnlyList<string> form)
{
    public Iri Numbered(int number) => At(string.Create(CultureInfo.InvariantCulture, $"page={number}"));

    public Iri From(string cursor) => At($"cursor={cursor}");

    /// <summary>Returns the links of a page whose neighbours the caller knows.</summary>
    /// <param name="last">The number of the last page.</param>
    /// <param name="previous">The previous page; null for none.</param>
    /// <param name="next">The next page; null for none.</param>
    public PageLinks Links(int last, Iri? previous, Iri? next) => new(
        requested.Cursor is { } cursor ? From(cursor) : Numbered(requested.Number ?? 1), Numbered(1), previous, next, Numbered(last));

    /// <summary>Returns the links of a page in a list whose pages have numbers only.</summary>
    public PageLinks Links(int last)
    {
        var number = requested.Number ?? 1;
        return Links(last, number > 1 ? Numbered(number - 1) : null, number < last ? Numbered(number + 1) : null);
    }

    private Iri At(string place)
    {
        var size = requested.AskedSize is { } asked ? string.Create(CultureInfo.InvariantCulture, $"pageSize={asked}") : "";
        return iris.At(Listing.AddressOf(path, [filter, place, size, .. form]));
    }
}

/// <summary>A list of the catalogue.</summary>
/// <param name="Path">The path below the base URL.</param>
/// <param name="Title">The title of the list.</param>
/// <param name="Total">The number of entries.</param>
/// <param name="Filter">The filters as they appear in every link: <c>q=eau</c>; empty for the whole list.</param>
internal sealed record Listing(string Path, Dcat.Records.LanguageMap Title, int Total, string Filter = "")
{
    /// <summary>Returns a path with those parts of a query that are not empty.</summary>
    public static string AddressOf(string path, params IEnumerable<string> parts)
    {
        var query = string.Join('&', parts.Where(part => part.Length > 0));
        return query.Length == 0 ? path : $"{path}?{query}";
    }
}
