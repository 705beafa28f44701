namespace DataCatalog.Dcat.Records;

/// <summary>The catalogue itself (dcat:Catalog, DCAT-AP 3.0.1 section 3.1).</summary>
public sealed record Catalog
{
    public required LanguageMap Title { get; init; }

    public required LanguageMap Description { get; init; }

    /// <summary>The id of the agent that is responsible for the catalogue.</summary>
    public required string Publisher { get; init; }

    public required string Licence { get; init; }

    public IReadOnlyList<string> Languages { get; init; } = [];

    public IReadOnlyList<string> Territories { get; init; } = [];

    public required DateOnly Issued { get; init; }
}

/// <summary>
/// When an entry came into this catalogue and was last changed in it (dcat:CatalogRecord); the data have dates of their own.
/// </summary>
/// <param name="Entered">The first day on which its facts were checked.</param>
/// <param name="Changed">The day on which the facts of the present version were checked.</param>
/// <param name="Provenance">Where the facts were read.</param>
public sealed record CatalogRecord(DateOnly Entered, DateOnly Changed, Provenance Provenance);
