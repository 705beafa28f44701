using System.ComponentModel.DataAnnotations;
using DataCatalog.Http;
using DataCatalog.Index.Text;
using DataCatalog.OpenApi;
using Microsoft.AspNetCore.Mvc;

namespace DataCatalog.Search.Everything;

/// <summary>The query parameters of a search through everything.</summary>
internal sealed record EverythingQuery
{
    /// <summary>What the description lists of these parameters.</summary>
    public static readonly object[] Sets =
    [
        new NeededParameter("q"), new ClosedSet("kind", EntryKind.All), new ClosedSet("match", QuestionReader.Matches),
        new ClosedSet("separator", SheetForm.Separators),
    ];

    /// <summary>
    /// The words to search for, at most 500 characters; or an identifier or address of an entry, here or on another platform. A place among
    /// the words is read as the territory of the datasets (`understoodAs`), unless `territory` is given.
    /// </summary>
    /// <example>eau potable</example>
    [FromQuery(Name = "q"), MaxLength(TextQuery.MaxLength)]
    public string? Q { get; init; }

    /// <summary>Only these kinds of entry.</summary>
    /// <example>["rule"]</example>
    [FromQuery(Name = "kind")]
    public string[]? Kind { get; init; }

    /// <summary>Only datasets on these territories, as in `/datasets`. Other kinds of entry are not about territories.</summary>
    /// <example>["commune:35238"]</example>
    [FromQuery(Name = "territory")]
    public string[]? Territory { get; init; }

    /// <summary>How datasets are related to the territory, as in `/datasets`.</summary>
    /// <example>covers</example>
    [FromQuery(Name = "match")]
    public string? Match { get; init; }

    /// <summary>`true`: the words are searched as they stand, and no place is read out of them.</summary>
    /// <example>true</example>
    [FromQuery(Name = "literal")]
    public bool? Literal { get; init; }

    /// <summary>The page, from 1. Past the last one: 404.</summary>
    /// <example>1</example>
    [FromQuery(Name = "page")]
    public int? Page { get; init; }

    /// <summary>Entries on a page (at most 100 unless the service is set otherwise; in CSV 1,000). More: 400.</summary>
    /// <example>20</example>
    [FromQuery(Name = "pageSize")]
    public int? PageSize { get; init; }

    /// <summary>
    /// CSV only: `comma` (default), or `semicolon` for a French spreadsheet, which also adds a byte order mark unless `bom=false`.
    /// </summary>
    /// <example>semicolon</example>
    [FromQuery(Name = "separator")]
    public string? Separator { get; init; }

    /// <summary>CSV only: whether the file begins with a byte order mark.</summary>
    /// <example>true</example>
    [FromQuery(Name = "bom")]
    public bool? Bom { get; init; }
}
