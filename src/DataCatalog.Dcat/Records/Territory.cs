namespace DataCatalog.Dcat.Records;

/// <summary>A place with an official code (dct:Location). Its id begins with its kind, because a code alone may name two places.</summary>
public sealed record Territory : IRecord
{
    /// <summary>
    /// The kinds, larger ones first: a territory lies only in territories of larger kinds. A country subset is what data.gouv.fr calls so:
    /// metropolitan France, the overseas départements and regions, both, or the overseas collectivities. It has no authority.
    /// </summary>
    public static readonly IReadOnlyList<string> Kinds =
    [
        "country", "country-subset", "region", "collectivite", "departement", "epci", "ept", "commune", "arrondissement-municipal",
        "former-commune",
    ];

    public int SchemaVersion { get; init; } = IRecord.NewestSchema;

    /// <summary><c>kind:code</c>, such as <c>commune:35238</c>.</summary>
    public string Id => $"{Kind}:{Code}";

    public required string Kind { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    /// <summary>In inhabitants.</summary>
    public int? Population { get; init; }

    public string? Siren { get; init; }

    public IReadOnlyList<string> Postcodes { get; init; } = [];

    /// <summary>The typed ids of the territories that directly contain it.</summary>
    public IReadOnlyList<string> Parents { get; init; } = [];

    public BoundingBox? Box { get; init; }

    public Point? Point { get; init; }

    public IReadOnlyList<string> ExactMatches { get; init; } = [];

    public IReadOnlyList<string> FormerCodes { get; init; } = [];

    /// <summary>For a former commune, what it is now: one of <see cref="FormerStatuses"/>. Its parent is the present commune.</summary>
    public string? FormerStatus { get; init; }

    /// <summary>For an EPCI, which kind of EPCI it is: one of <see cref="LegalForms"/>; null when it is not known.</summary>
    public string? LegalForm { get; init; }

    /// <summary>
    /// Communauté de communes, d'agglomération, urbaine; métropole; the Métropole du Grand Paris and the Métropole de Lyon, which have
    /// rules of their own (CGCT L5219-1, L3611-1) and are métropoles where a rule names these.
    /// </summary>
    public static readonly IReadOnlyList<string> LegalForms = ["CC", "CA", "CU", "METRO", "MGP", "METLYON"];

    /// <summary>Déléguée and associée communes still exist inside the present one; of others only the old code is kept.</summary>
    public static readonly IReadOnlyList<string> FormerStatuses = ["deleguee", "associee", "ancien-code"];
}

/// <summary>A box in WGS 84 degrees.</summary>
public sealed record BoundingBox(decimal West, decimal South, decimal East, decimal North);

/// <summary>A point in WGS 84 degrees.</summary>
public sealed record Point(decimal Longitude, decimal Latitude);
