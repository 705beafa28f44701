namespace DataCatalog.Dcat.Records;

/// <summary>
/// What a local authority is expected to produce: a schema, and the kind of obligation behind it. It is not a dataset, and harvesters do
/// not get it. What a text asks, of whom and by when is a <see cref="LegalRule"/>, which names the models that it concerns.
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

/// <summary>What kind of obligation stands behind a model, and the texts on which it rests.</summary>
/// <param name="Type">A code of <see cref="Schemes.ObligationTypes"/>.</param>
public sealed record Obligation([property: CodeOf(Schemes.ObligationTypes)] string Type)
{
    [CodeOf(Schemes.LegalBases)]
    public IReadOnlyList<string> LegalBases { get; init; } = [];

    /// <summary>The kinds of contract clause that let the authority meet the obligation when a service is contracted out.</summary>
    [CodeOf(Schemes.ContractClauses)]
    public IReadOnlyList<string> ContractClauses { get; init; } = [];
}
