using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace DataCatalog.Territories;

/// <summary>The query parameters of a request for the list of territories.</summary>
internal sealed record TerritoryQuery
{
    /// <summary>
    /// A name, its beginning (`saint deni`) or a misspelt name (`rennse`), optionally with the département, the region or the postcode
    /// (`saint-denis 974`, `35000 Rennes`); `Paris 15e`; a present or old official code or its beginning; a postcode; a SIREN or SIRET
    /// number. At most 200 characters.
    /// </summary>
    /// <example>saint-denis 974</example>
    [FromQuery(Name = "q"), MaxLength(TerritorySelection.MaxTextLength)]
    public string? Q { get; init; }

    /// <summary>
    /// Only territories within this one, at whatever level: a typed code; an old code works too. A grouping of communes is only within the
    /// country.
    /// </summary>
    /// <example>departement:35</example>
    [FromQuery(Name = "within")]
    public string? Within { get; init; }

    /// <summary>
    /// Only this kind: `country`, `country-subset`, `region`, `collectivite`, `departement`, `epci`, `ept`, `commune`,
    /// `arrondissement-municipal` or `former-commune`.
    /// </summary>
    /// <example>commune</example>
    [FromQuery(Name = "kind")]
    public string? Kind { get; init; }

    /// <summary>The page, from 1. Past the last one: 404.</summary>
    /// <example>1</example>
    [FromQuery(Name = "page")]
    public int? Page { get; init; }

    /// <summary>Territories on a page (at most 100 unless the service is set otherwise). More: 400.</summary>
    /// <example>20</example>
    [FromQuery(Name = "pageSize")]
    public int? PageSize { get; init; }
}
