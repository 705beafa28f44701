using DataCatalog.Dcat.Records;

namespace DataCatalog.Obligations;

/// <summary>What a mapping is about.</summary>
/// <param name="Territory">The territory.</param>
/// <param name="ResolvedFrom">The old code that was asked for; null when it was the present one.</param>
/// <param name="Competence">The only competence, or group of them, that is asked for; null for all.</param>
internal sealed record MappingSubject(Territory Territory, string? ResolvedFrom, string? Competence)
{
    /// <summary>Kinds of territory that are authorities. A country, a former commune and an arrondissement have none of their own.</summary>
    private static readonly string[] Authorities = ["commune", "epci", "ept", "departement", "collectivite", "region"];

    public bool IsAuthority => Authorities.Contains(Territory.Kind, StringComparer.Ordinal);

    /// <summary>Whether a commune lies in an overseas collectivity, where other laws hold.</summary>
    public bool IsUnderOwnLaw => Territory.Parents.Any(parent => parent.StartsWith("collectivite:", StringComparison.Ordinal));

    public CompetenceHolding HoldingOf(Concept competence) => CompetenceHoldings.Of(competence, Territory.Kind, IsUnderOwnLaw);

    /// <summary>Whether a competence is asked for, itself or by its group.</summary>
    public bool Includes(Concept competence) => Competence is null
        || string.Equals(competence.Code, Competence, StringComparison.Ordinal)
        || string.Equals(competence.Broader, Competence, StringComparison.Ordinal);
}
