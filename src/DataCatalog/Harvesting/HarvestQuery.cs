using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace DataCatalog.Harvesting;

/// <summary>The query parameters of a request for the catalogue.</summary>
internal sealed record HarvestQuery
{
    /// <summary>The languages that every text has: a walk in English would lack most titles.</summary>
    public static readonly IReadOnlyList<string> Languages = ["fr"];

    /// <summary>Only entries of this publisher: an identifier of `/agents`.</summary>
    /// <example>ign</example>
    [FromQuery(Name = "publisher")]
    public string? Publisher { get; init; }

    /// <summary>
    /// Only these entries: identifiers here or on another platform, or addresses of their pages (`https://www.data.gouv.fr/datasets/…`).
    /// May be repeated. At most 500 characters.
    /// </summary>
    /// <example>["qualite-eau-robinet"]</example>
    [FromQuery(Name = "identifier")]
    public string[]? Identifier { get; init; }

    /// <summary>`true`: only high-value datasets (Regulation (EU) 2023/138); `false`: only the others.</summary>
    /// <example>true</example>
    [FromQuery(Name = "hvd")]
    public bool? Hvd { get; init; }

    /// <summary>
    /// Only entries that this server has created or changed since: a day, or an instant with its offset. A change of a publisher or a label
    /// does not count.
    /// </summary>
    /// <example>2026-11-24T03:00:00Z</example>
    [FromQuery(Name = "modifiedSince")]
    public string? ModifiedSince { get; init; }

    /// <summary>`true`: only entries without a record on another platform; `false`: only the others.</summary>
    /// <example>true</example>
    [FromQuery(Name = "own")]
    public bool? Own { get; init; }

    /// <summary>Only entries without a record on this platform: data.gouv.fr uses it so as not to get its own data back.</summary>
    /// <example>data.gouv.fr</example>
    [FromQuery(Name = "notOn")]
    public string? NotOn { get; init; }

    /// <summary>
    /// Only entries with data on this territory, on a part of it or on a larger one that contains it: a typed code; an old code works too.
    /// </summary>
    /// <example>commune:35238</example>
    [FromQuery(Name = "territory")]
    public string? Territory { get; init; }

    /// <summary>Only this competence, or the competences of this group: a code of `/vocabularies/competences`.</summary>
    /// <example>eau-potable</example>
    [FromQuery(Name = "competence")]
    public string? Competence { get; init; }

    /// <summary>Only this theme: a code of `/vocabularies/themes`.</summary>
    /// <example>ENVI</example>
    [FromQuery(Name = "theme")]
    public string? Theme { get; init; }

    /// <summary>
    /// `fr`: texts in French only, for harvesters that show all languages of a title as one title. In JSON, texts are language maps as
    /// ever.
    /// </summary>
    /// <example>fr</example>
    [FromQuery(Name = "lang")]
    public string? Lang { get; init; }

    /// <summary>The position in the walk, taken from `next`; it needs the same filters and `lang`.</summary>
    /// <example>datasets_qualite-eau-robinet</example>
    [FromQuery(Name = "cursor")]
    public string? Cursor { get; init; }

    /// <summary>The page number, from 1, for people; past the last page: 404. Programs follow `next`.</summary>
    /// <example>1</example>
    [FromQuery(Name = "page")]
    public int? Page { get; init; }

    /// <summary>Entries per page: 1 to 100, default 100.</summary>
    /// <example>100</example>
    [FromQuery(Name = "pageSize"), Range(1, CatalogPages.MaxPageSize)]
    public int? PageSize { get; init; }
}
