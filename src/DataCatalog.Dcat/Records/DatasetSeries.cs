namespace DataCatalog.Dcat.Records;

/// <summary>Datasets that are editions of one another (dcat:DatasetSeries, DCAT-AP 3.0.1 section 3.5).</summary>
public sealed record DatasetSeries : ICuratedRecord
{
    public int SchemaVersion { get; init; } = IRecord.NewestSchema;

    public required string Id { get; init; }

    public required LanguageMap Title { get; init; }

    public required LanguageMap Description { get; init; }

    public required string Publisher { get; init; }

    [CodeOf(Schemes.Frequencies)]
    public string? Frequency { get; init; }

    public IReadOnlyList<string> Territories { get; init; } = [];

    public Period? Temporal { get; init; }

    public PartialDate? Issued { get; init; }

    public PartialDate? Modified { get; init; }

    public required Provenance Provenance { get; init; }
}
