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

/// <summary>The page that a request asks for, read and found to make sense.</summary>
/// <param name="Number">From 1; null when the request names none, or a place by its cursor.</param>
/// <param name="Size">Entries on a full page.</param>
/// <param name="AskedSize">The size that the request named, which its links repeat; null when it left that to us.</param>
/// <param name="Cursor">The place that the request names; null for none.</param>
internal sealed record RequestedPage(int? Number, int Size, int? AskedSize, string? Cursor)
{
    /// <summary>The first entry of the page by its place in the list, from 0.</summary>
    public int Offset => ((Number ?? 1) - 1) * Size;

    /// <summary>The number of the last page of a list; 1 for an empty one.</summary>
    public int LastOf(int total) => Math.Max(1, (total + Size - 1) / Size);
}

/// <summary>Reads which page of a list a request asks for, whatever the list. Too large a size is refused rather than silently cut.</summary>
internal static class Paging
{
    /// <summary>Reads the page, its size and the cursor.</summary>
    /// <param name="page">The page, from 1; null for none.</param>
    /// <param name="pageSize">Entries on a page; null for the usual number.</param>
    /// <param name="cursor">The place to go on from; null for none.</param>
    /// <param name="limits">Of the size.</param>
    /// <param name="requested">What was read; meaningless when there is a fault.</param>
    /// <returns>The first fault, or null.</returns>
    public static ProblemHttpResult? Read(int? page, int? pageSize, string? cursor, CountLimits limits, out RequestedPage requested)
    {
        var fault = ParameterReader.Count("pageSize", pageSize, limits, out var size);
        requested = new RequestedPage(page, size, pageSize, cursor);
        return fault
            ?? (page is not null && cursor is not null ? Problems.BadQuery("page", "'page' and 'cursor' say two places at once; give one of them.") : null)
            ?? (page < 1 ? Problems.BadQuery("page", $"'page' is {page}; pages are counted from 1.") : null);
    }

    /// <summary>404 for a page that is past the last one.</summary>
    public static ProblemHttpResult? Past(RequestedPage requested, int last) => requested.Number > last
        ? Problems.NotFound(string.Create(CultureInfo.InvariantCulture, $"There is no page {requested.Number}: the last one is {last}."))
        : null;

    /// <summary>400 for a cursor that no answer gave.</summary>
    public static ProblemHttpResult UnknownCursor(string cursor, string relations) => Problems.BadQuery(
        "cursor", $"'cursor' is '{Shown.Of(cursor)}'; take it from the {relations} of a page, or leave it out to begin.");
}

/// <summary>
/// Addresses the pages of a list. Every address keeps the filters, the size and the form that the request asked for, and begins with the
/// public base URL: a host taken from the request would be wrong behind a proxy.
/// </summary>
/// <param name="iris">The addresses of this catalogue.</param>
/// <param name="path">Of the list below the base URL, with the extension of the request.</param>
/// <param name="filter">What narrows the list, as a query; empty for the whole list.</param>
/// <param name="requested">The page.</param>
/// <param name="form">What else stands in each address; empty ones are left out.</param>
internal sealed class PageAddresses(CatalogIris iris, string path, string filter, RequestedPage requested, params IReadOnlyList<string> form)
{
    public Iri Numbered(int number) => At(string.Create(CultureInfo.InvariantCulture, $"page={number}"));

    public Iri From(string cursor) => At($"cursor={cursor}");

    /// <summary>The neighbours of the page in a list that knows how it goes on.</summary>
    /// <param name="last">The number of the last page.</param>
    /// <param name="previous">The page before; null for none.</param>
    /// <param name="next">The page after; null for none.</param>
    public PageLinks Links(int last, Iri? previous, Iri? next) => new(
        requested.Cursor is { } cursor ? From(cursor) : Numbered(requested.Number ?? 1), Numbered(1), previous, next, Numbered(last));

    /// <summary>The neighbours of the page in a list whose pages have numbers only.</summary>
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
/// <param name="Path">Its address below the base URL.</param>
/// <param name="Title">What is listed.</param>
/// <param name="Total">How many entries it has now.</param>
/// <param name="Filter">What narrows it, as it stands in every link: <c>q=eau</c>; empty for the whole list.</param>
internal sealed record Listing(string Path, Dcat.Records.LanguageMap Title, int Total, string Filter = "")
{
    /// <summary>A path with those parts of a query that are not empty.</summary>
    public static string AddressOf(string path, params IEnumerable<string> parts)
    {
        var query = string.Join('&', parts.Where(part => part.Length > 0));
        return query.Length == 0 ? path : $"{path}?{query}";
    }
}
