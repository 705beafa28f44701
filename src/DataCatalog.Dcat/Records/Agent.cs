namespace DataCatalog.Dcat.Records;

/// <summary>An organisation that publishes or produces data (foaf:Agent, DCAT-AP 3.0.1 section 3.10).</summary>
public sealed record Agent : IRecord
{
    public int SchemaVersion { get; init; } = IRecord.NewestSchema;

    public required string Id { get; init; }

    public required LanguageMap Name { get; init; }

    /// <summary>A code of <see cref="Schemes.ProducerKinds"/>.</summary>
    [CodeOf(Schemes.ProducerKinds)]
    public string? Kind { get; init; }

    public string? Homepage { get; init; }

    public Contact? Contact { get; init; }

    /// <summary>Nine digits.</summary>
    public string? Siren { get; init; }

    public required DateOnly CheckedAt { get; init; }

    public IReadOnlyList<Evidence> Sources { get; init; } = [];
}

/// <summary>How to reach an agent. data.gouv.fr keeps a contact only if it has an e-mail address or a URL.</summary>
public sealed record Contact(string Name, string? Email, string? Url);
