using DataCatalog.Dcat.Records;

namespace DataCatalog.Obligations;

/// <summary>The territory and the competences of a mapping.</summary>
/// <param name="Territory">The territory.</param>
/// <param name="ResolvedFrom">The old typed code in the request; null when it was the present one.</param>
/// <param name="Competence">The only competence, or group of competences, to map; null for all.</param>
/// <param name="Holder">What decides how the territory holds its competences.</param>
internal sealed record MappingSubject(Territory Territory, string? ResolvedFrom, string? Competence, Holder Holder)
{
    /// <summary>The kinds of territory that have an authority. A country, a former commune and an arrondissement have none.</summary>
    private static readonly string[] Authorities = ["commune", "epci", "ept", "departement", "collectivite", "region"];

    /// <summary>Whether the territory has an authority, and so obligations.</summary>
    public bool IsAuthority => Authorities.Contains(Territory.Kind, StringComparer.Ordinal);

    public CompetenceHolding HoldingOf(Concept competence) => CompetenceHoldings.Of(competence, Holder);

    /// <summary>Whether the mapping includes a competence, by itself or by its group.</summary>
    public bool Includes(Concept competence) => Competence is null
        || string.Equals(competence.Code, Competence, StringComparison.Ordinal)
        || string.Equals(competence.Broader, Competence, StringComparison.Ordinal);
}
