namespace DataCatalog.Dcat.Records;

/// <summary>
/// What a local authority is expected to produce: a schema and the obligation behind it. It is not a dataset, and harvesters do not get it.
/// </summary>
public sealed record Model : ICuratedRecord
{
    public int SchemaVersion { get; init; } = IRecord.NewestSchema;

    public required string Id { get; init; }

    public required LanguageMap Title { get; init; }

    public required LanguageMap Description { get; init; }

    [CodeOf(Schemes.Competences)]
    public required IReadOnlyList<string> Competences { get; init; }

    /// <summary>The schema's code in <see cref="Schemes.Standards"/>.</summary>
    [CodeOf(Schemes.Standards)]
    public string? Schema { get; init; }

    public required Obligation Obligation { get; init; }

    public required Provenance Provenance { get; init; }
}

/// <summary>What the law asks for, and of whom.</summary>
/// <param name="Type">A code of <see cref="Schemes.ObligationTypes"/>.</param>
public sealed record Obligation([property: CodeOf(Schemes.ObligationTypes)] string Type)
{
    [CodeOf(Schemes.LegalBases)]
    public IReadOnlyList<string> LegalBases { get; init; } = [];

    /// <summary>The kinds of contract clause that let the authority meet the obligation when a service is contracted out.</summary>
    [CodeOf(Schemes.ContractClauses)]
    public IReadOnlyList<string> ContractClauses { get; init; } = [];

    /// <summary>In inhabitants; null when no threshold is known.</summary>
    public int? MinimumPopulation { get; init; }

    /// <summary>In full-time equivalents; null when no threshold is known.</summary>
    public int? MinimumStaff { get; init; }

    /// <summary>An ISO 8601 duration, such as <c>P2M</c>.</summary>
    public string? Deadline { get; init; }

    public LanguageMap? DeadlineNote { get; init; }

    /// <summary>The platform that receives the data.</summary>
    public string? Destination { get; init; }

    public string? DestinationUrl { get; init; }

    /// <summary>Where the rule was read.</summary>
    public string? RuleUrl { get; init; }

    /// <summary>How the rule was verified: one of <see cref="RuleStatuses"/>.</summary>
    public string? RuleStatus { get; init; }

    public static readonly IReadOnlyList<string> RuleStatuses = ["verified", "secondary", "unverified"];
}
