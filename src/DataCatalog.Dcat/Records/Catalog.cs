namespace DataCatalog.Dcat.Records;

/// <summary>The catalogue itself (dcat:Catalog, DCAT-AP 3.0.1 section 3.1).</summary>
public sealed record Catalog : IRecord
{
    /// <summary>What is said of a catalogue whose database does not describe it.</summary>
    public static readonly Catalog Undescribed = new()
    {
        Title = LanguageMap.Of("Catalogue de données", "Data catalogue"),
        Description = LanguageMap.Of("Ce catalogue n'a pas encore de description.", "This catalogue has no description yet."),
    };

    public int SchemaVersion { get; init; } = IRecord.NewestSchema;

    /// <summary>The one id that it can have: it is the path of its IRI.</summary>
    public string Id => "catalog";

    public required LanguageMap Title { get; init; }

    public required LanguageMap Description { get; init; }

    /// <summary>The id of the agent that is responsible for the catalogue.</summary>
    public string? Publisher { get; init; }

    [CodeOf(Schemes.Licences)]
    public string? Licence { get; init; }

    [CodeOf(Schemes.Languages)]
    public IReadOnlyList<string> Languages { get; init; } = [];

    public IReadOnlyList<string> Territories { get; init; } = [];

    public PartialDate? Issued { get; init; }
}

/// <summary>
/// When an entry came into this catalogue and was last changed in it (dcat:CatalogRecord); the data have dates of their own.
/// </summary>
/// <param name="Entered">The first day on which its facts were checked.</param>
/// <param name="Changed">The day on which the facts of the present version were checked.</param>
/// <param name="Provenance">Where the facts were read.</param>
public sealed record CatalogRecord(DateOnly Entered, DateOnly Changed, Provenance Provenance);
