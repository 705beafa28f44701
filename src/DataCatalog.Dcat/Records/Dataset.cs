namespace DataCatalog.Dcat.Records;

/// <summary>
/// A dataset that a French local authority may use or publishes (dcat:Dataset, DCAT-AP 3.0.1 section 3.2), with its distributions.
/// Codes are those of the vocabularies in <see cref="Schemes"/>; an empty value means that the fact is not known.
/// </summary>
public sealed record Dataset : ICuratedRecord
{
    public int SchemaVersion { get; init; } = IRecord.NewestSchema;

    public required string Id { get; init; }

    public required LanguageMap Title { get; init; }

    public required LanguageMap Description { get; init; }

    /// <summary>French keywords without commas: CKAN splits on them.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>The id of the agent that publishes the data.</summary>
    public required string Publisher { get; init; }

    /// <summary>The id of the agent that produces the data, when it is not the publisher: a delegated operator, for example.</summary>
    public string? Creator { get; init; }

    [CodeOf(Schemes.Themes)]
    public required IReadOnlyList<string> Themes { get; init; }

    [CodeOf(Schemes.Competences)]
    public required IReadOnlyList<string> Competences { get; init; }

    public required AccessConditions Access { get; init; }

    [CodeOf(Schemes.Licences)]
    public string? Licence { get; init; }

    /// <summary>The platform on which the record is published, where its default licence matters.</summary>
    [CodeOf(Schemes.Platforms)]
    public string? Platform { get; init; }

    [CodeOf(Schemes.PersonalData)]
    public string? PersonalData { get; init; }

    [CodeOf(Schemes.LegalBases)]
    public IReadOnlyList<string> LegalBases { get; init; } = [];

    [CodeOf(Schemes.Granularities)]
    public string? Granularity { get; init; }

    /// <summary>Whether the data are produced by local authorities, useful to them, or both.</summary>
    [CodeOf(Schemes.Relations)]
    public required string Relation { get; init; }

    /// <summary>The kinds of contract clause that let the authority get or publish the data when a service is contracted out.</summary>
    [CodeOf(Schemes.ContractClauses)]
    public IReadOnlyList<string> ContractClauses { get; init; } = [];

    [CodeOf(Schemes.Frequencies)]
    public string? Frequency { get; init; }

    /// <summary>Typed codes (<c>commune:35238</c>): a bare INSEE code is ambiguous.</summary>
    public IReadOnlyList<string> Territories { get; init; } = [];

    /// <summary>
    /// The typed codes of the parts of the territories that the data do not cover. A territory inside one of them that is among
    /// <see cref="Territories"/> again is covered: the nearest statement holds.
    /// </summary>
    public IReadOnlyList<string> TerritoriesExcept { get; init => field = value ?? []; } = [];

    /// <summary>The typed codes of the territories of which it is not known whether the data cover them.</summary>
    public IReadOnlyList<string> TerritoriesUnknown { get; init => field = value ?? []; } = [];

    /// <summary>Whether the data cover all of the territories, some of them, or a pilot.</summary>
    [CodeOf(Schemes.Coverage)]
    public string? Coverage { get; init; }

    public Period? Temporal { get; init; }

    public PartialDate? Issued { get; init; }

    public PartialDate? Modified { get; init; }

    public string? LandingPage { get; init; }

    [CodeOf(Schemes.Standards)]
    public IReadOnlyList<string> ConformsTo { get; init; } = [];

    [CodeOf(Schemes.HvdCategories)]
    public IReadOnlyList<string> HvdCategories { get; init; } = [];

    /// <summary>The id of the series that this is an edition of.</summary>
    public string? Series { get; init; }

    [CodeOf(Schemes.Languages)]
    public IReadOnlyList<string> Languages { get; init; } = [];

    public IReadOnlyList<OtherIdentifier> OtherIdentifiers { get; init; } = [];

    public ReuseExample? ReuseExample { get; init; }

    public required Provenance Provenance { get; init; }

    public IReadOnlyList<Distribution> Distributions { get; init; } = [];
}

/// <summary>A form in which a dataset can be had (dcat:Distribution, DCAT-AP 3.0.1 section 3.3).</summary>
public sealed record Distribution
{
    public required string Id { get; init; }

    public required LanguageMap Title { get; init; }

    public LanguageMap? Description { get; init; }

    public required string AccessUrl { get; init; }

    public string? DownloadUrl { get; init; }

    public AddressTemplate? Template { get; init; }

    [CodeOf(Schemes.FileTypes)]
    public string? Format { get; init; }

    [CodeOf(Schemes.MediaTypes)]
    public string? MediaType { get; init; }

    /// <summary>What the files are packed in, where that is known (dcat:packageFormat).</summary>
    [CodeOf(Schemes.MediaTypes)]
    public string? PackageFormat { get; init; }

    /// <summary>What the files are compressed with, where that is known (dcat:compressFormat).</summary>
    [CodeOf(Schemes.MediaTypes)]
    public string? CompressFormat { get; init; }

    /// <summary>The licence, where it differs from that of the dataset.</summary>
    [CodeOf(Schemes.Licences)]
    public string? Licence { get; init; }

    /// <summary>The id of the service that gives access, when this is an API.</summary>
    public string? Service { get; init; }

    [CodeOf(Schemes.Standards)]
    public IReadOnlyList<string> ConformsTo { get; init; } = [];

    [CodeOf(Schemes.Languages)]
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>In bytes.</summary>
    public long? ByteSize { get; init; }

    public PartialDate? Issued { get; init; }

    public PartialDate? Modified { get; init; }

    /// <summary>
    /// The address of <see cref="Template"/> in documents that were stored before it had levels. It is read and never written, and stands
    /// after the template: JSON without it must not empty the template.
    /// </summary>
    public string? UrlTemplate
    {
        get => null;
        init => Template = value is null ? Template : AddressTemplate.WithoutLevels(value);
    }

    /// <summary>The address by which harvesters tell distributions apart.</summary>
    public string Url => DownloadUrl ?? AccessUrl;

    /// <summary>
    /// Lists the codes of the file types by which people look for the distribution: its format, and those of what its files are packed in
    /// and compressed with.
    /// </summary>
    public IEnumerable<string> FileTypes() =>
        new[] { Format, FileTypeOf(PackageFormat), FileTypeOf(CompressFormat) }.OfType<string>().Distinct(StringComparer.Ordinal);

    private static string? FileTypeOf(string? mediaType) => mediaType switch
    {
        "application-zip" => "ZIP",
        "application-gzip" => "GZIP",
        _ => null,
    };
}
