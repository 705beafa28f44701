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

    /// <summary>For a platform, the facts about it besides its label.</summary>
    public Platform? Platform { get; init; }
}

/// <summary>
/// The facts about a platform on which producers publish, besides its label. The page of the concept is that of its terms.
/// </summary>
/// <param name="Hosts">The hosts of its addresses: <c>hubeau.eaufrance.fr</c>.</param>
/// <param name="DefaultLicence">
/// The licence that its terms document for records that name none. It is never taken for the licence of a record.
/// </param>
public sealed record Platform(
    IReadOnlyList<string> Hosts, [property: CodeOf(Schemes.Licences)] string? DefaultLicence)
{
    /// <summary>Whether an address is on the platform. False for text that is no address.</summary>
    public bool Has(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && Hosts.Contains(uri.Host, StringComparer.OrdinalIgnoreCase);
}

/// <summary>The facts about a competence of local authorities, besides its label.</summary>
public sealed record Competence
{
    /// <summary>Whether every catalogue of this kind should have entries for it.</summary>
    public bool Core { get; init; }

    /// <summary>How each kind of authority holds it. A kind that is missing is one of which nothing is known.</summary>
    public IReadOnlyList<HolderRole> Roles { get; init => field = value ?? []; } = [];

    /// <summary>The articles that say who holds it.</summary>
    public string? LegalReference { get; init; }

    /// <summary>
    /// How the articles were verified: one of <see cref="LegalReferenceStatuses"/>; for several articles that of the least certain one.
    /// </summary>
    public string? LegalReferenceStatus { get; init; }

    /// <summary>The year of the text that was read.</summary>
    public int? LegalReferenceYear { get; init; }

    public IReadOnlyList<string> BanaticCodes { get; init; } = [];

    [CodeOf(Schemes.Themes)]
    public IReadOnlyList<string> Themes { get; init; } = [];

    /// <summary>
    /// The text in force was read; an older text was read, which may have changed since; a secondary source names the article; nothing.
    /// </summary>
    public static readonly IReadOnlyList<string> LegalReferenceStatuses = ["text-read", "older-text", "secondary", "unverified"];
}

/// <summary>How a kind of authority holds a competence.</summary>
/// <param name="Holder">The kind: one of <see cref="Holders"/>.</param>
/// <param name="Role">How it holds the competence.</param>
public sealed record HolderRole(string Holder, [property: CodeOf(Schemes.CompetenceRoles)] string Role)
{
    /// <summary>The role of all authorities of the kind that must hold the competence.</summary>
    public const string Mandatory = "mandatory";

    /// <summary>The inhabitants from which the competence is mandatory; below, it is optional.</summary>
    public int? MinimumPopulation { get; init; }

    /// <summary>What the role alone would not say.</summary>
    public LanguageMap? Note { get; init; }

    /// <summary>
    /// The commune, the kinds of EPCI as in <see cref="Territory.LegalForms"/>, the établissements publics territoriaux (EPT), and the
    /// Métropole d'Aix-Marseille-Provence (AMP): a métropole, but the law leaves some competences of other métropoles to its communes
    /// (CGCT L5218-2).
    /// </summary>
    public static readonly IReadOnlyList<string> Holders = ["commune", "CC", "CA", "CU", "METRO", "METLYON", "AMP", "MGP", "EPT"];
}
