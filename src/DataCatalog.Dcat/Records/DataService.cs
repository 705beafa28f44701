namespace DataCatalog.Dcat.Records;

/// <summary>An API (dcat:DataService, DCAT-AP 3.0.1 section 3.4).</summary>
public sealed record DataService : ICuratedRecord
{
    public int SchemaVersion { get; init; } = IRecord.NewestSchema;

    public required string Id { get; init; }

    public required LanguageMap Title { get; init; }

    public required LanguageMap Description { get; init; }

    public IReadOnlyList<string> Keywords { get; init; } = [];

    public required string Publisher { get; init; }

    [CodeOf(Schemes.Themes)]
    public required IReadOnlyList<string> Themes { get; init; }

    [CodeOf(Schemes.Competences)]
    public required IReadOnlyList<string> Competences { get; init; }

    public required string EndpointUrl { get; init; }

    /// <summary>The machine-readable description: OpenAPI, OGC capabilities.</summary>
    public string? EndpointDescription { get; init; }

    public string? LandingPage { get; init; }

    /// <summary>The page that explains the service to people.</summary>
    public string? Documentation { get; init; }

    [CodeOf(Schemes.Standards)]
    public IReadOnlyList<string> ConformsTo { get; init; } = [];

    public required AccessConditions Access { get; init; }

    [CodeOf(Schemes.Licences)]
    public string? Licence { get; init; }

    [CodeOf(Schemes.PersonalData)]
    public string? PersonalData { get; init; }

    [CodeOf(Schemes.LegalBases)]
    public IReadOnlyList<string> LegalBases { get; init; } = [];

    [CodeOf(Schemes.HvdCategories)]
    public IReadOnlyList<string> HvdCategories { get; init; } = [];

    /// <summary>The ids of the datasets that the service gives access to.</summary>
    public IReadOnlyList<string> Serves { get; init; } = [];

    public IReadOnlyList<OtherIdentifier> OtherIdentifiers { get; init; } = [];

    public required Provenance Provenance { get; init; }
}
