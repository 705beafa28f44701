namespace DataCatalog.Dcat.Records;

/// <summary>A vocabulary (skos:ConceptScheme).</summary>
public sealed record ConceptScheme : IRecord
{
    public int SchemaVersion { get; init; } = IRecord.NewestSchema;

    public required string Id { get; init; }

    /// <summary>The IRI of a scheme that others maintain; null when it is ours.</summary>
    public string? Iri { get; init; }

    public required LanguageMap Title { get; init; }

    public LanguageMap? Description { get; init; }
}

/// <summary>A term of a vocabulary (skos:Concept). Terms of EU tables keep their EU IRI.</summary>
public sealed record Concept : IRecord
{
    public int SchemaVersion { get; init; } = IRecord.NewestSchema;

    /// <summary><c>scheme/code</c>.</summary>
    public string Id => $"{Scheme}/{Code}";

    public required string Scheme { get; init; }

    public required string Code { get; init; }

    /// <summary>The IRI of a term that others maintain; null when it is ours.</summary>
    public string? Iri { get; init; }

    public string? Notation { get; init; }

    public required LanguageMap Label { get; init; }

    /// <summary>Other French names.</summary>
    public IReadOnlyList<string> AltLabels { get; init; } = [];

    public LanguageMap? Definition { get; init; }

    /// <summary>A code in the same scheme.</summary>
    public string? Broader { get; init; }

    public IReadOnlyList<string> ExactMatches { get; init; } = [];

    public IReadOnlyList<string> BroadMatches { get; init; } = [];

    /// <summary>The official term that stands for this one in DCAT-AP, such as <c>access-rights:PUBLIC</c>.</summary>
    public string? MapsTo { get; init; }

    /// <summary>
    /// The title of a licence in CKAN's licence register, where it is another than the label (<c>ckan/model/license.py</c>).
    /// </summary>
    public string? RegisterTitle { get; init; }

    /// <summary>A page about the term. For a licence it is also the IRI that datasets name it by.</summary>
    public string? Page { get; init; }

    public string? Source { get; init; }

    public Competence? Competence { get; init; }
}

/// <summary>The facts about a competence of local authorities, besides its label.</summary>
public sealed record Competence
{
    /// <summary>Whether every catalogue of this kind should have entries for it.</summary>
    public bool Core { get; init; }

    public string? CommuneRole { get; init; }

    public string? EpciRole { get; init; }

    public string? LegalReference { get; init; }

    /// <summary>
    /// How the reference was verified: <c>V2026</c> in force, <c>H…</c> an older text, <c>S</c> a secondary source, <c>N</c> not verified.
    /// </summary>
    public string? LegalReferenceStatus { get; init; }

    public IReadOnlyList<string> BanaticCodes { get; init; } = [];

    [CodeOf(Schemes.Themes)]
    public IReadOnlyList<string> Themes { get; init; } = [];
}
