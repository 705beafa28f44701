using DataCatalog.Dcat.Records;

namespace DataCatalog.Obligations.Judging;

/// <summary>
/// How an authority usually holds a competence, as far as the record of the competence tells. More certain values are greater.
/// </summary>
internal enum CompetenceHolding
{
    /// <summary>The record says nothing about this kind of territory.</summary>
    Unknown,

    /// <summary>Another authority usually holds it.</summary>
    Elsewhere,

    /// <summary>It varies from one authority to the next: by choice, transfer, size or operator.</summary>
    Varies,

    /// <summary>All authorities of this kind hold it.</summary>
    Held,
}

/// <summary>Reads who holds a competence from its record.</summary>
internal static class CompetenceHoldings
{
    /// <summary>
    /// The remarks after "mandatory" that are not conditions. Any other remark is read as a condition: the catalogue leaves an obligation
    /// undetermined rather than hold an authority to what another one does.
    /// </summary>
    private static readonly string[] PlainRemarks =
    [
        "", "(maire)", "(au nom de l'État)", "(toutes tailles)", "(tous EPCI à fiscalité propre depuis 2018)",
        "(publication ≥23 000 €, coll. ≥3 500 hab.)",
    ];

    /// <summary>
    /// Returns how a territory usually holds a competence. Records only have the roles of communes and groupings (EPCI), and these roles do
    /// not apply in the overseas collectivities, which have laws of their own.
    /// </summary>
    public static CompetenceHolding Of(Concept competence, Holder h) => (h.Kind, h.IsUnderOwnLaw) switch
    {
        ("commune", false) => Read(competence.Competence?.CommuneRole),
        ("epci", false) => Read(competence.Competence?.EpciRole),
        _ => CompetenceHolding.Unknown,
    };

    private static CompetenceHolding Read(string? role) => role is null ? CompetenceHolding.Unknown
        : role.StartsWith("none", StringComparison.Ordinal) ? CompetenceHolding.Elsewhere
        : role.StartsWith("mandatory", StringComparison.Ordinal)
            && PlainRemarks.Contains(role["mandatory".Length..].Trim(), StringComparer.Ordinal) ? CompetenceHolding.Held
        : CompetenceHolding.Varies;

    /// <summary>Says in words who usually holds a competence.</summary>
    public static LanguageMap Words(CompetenceHolding holding, Holder h) { var kind = h.Kind; return holding switch
    {
        CompetenceHolding.Held when kind is "commune" => LanguageMap.Of(
            "Habituellement exercée par la commune.", "Usually held by the commune."),
        CompetenceHolding.Held => LanguageMap.Of("Habituellement exercée par l'EPCI.", "Usually held by the intermunicipal body."),
        CompetenceHolding.Elsewhere when kind is "commune" => LanguageMap.Of(
            "Habituellement exercée par une autre collectivité que la commune, le plus souvent l'EPCI.",
            "Usually held by another authority than the commune, most often the intermunicipal body."),
        CompetenceHolding.Elsewhere => LanguageMap.Of("Habituellement exercée par les communes.", "Usually held by the communes."),
        CompetenceHolding.Varies => LanguageMap.Of(
            "Varie habituellement d'une collectivité à l'autre : choix local, taille, transfert entre communes et EPCI ou service délégué.",
            "Usually varies from one authority to the next:"
            + " local choice, size, transfer between communes and intermunicipal body, or contracted-out service."),
        _ => LanguageMap.Of(
            "Ce catalogue ne dit pas qui l'exerce habituellement à cet échelon.",
            "This catalogue does not say who usually holds it at this level."),
    }; }
}

internal sealed record Holder(string Kind, string? LegalForm, int? Population, Holder? Grouping, bool IsUnderOwnLaw)
{
    public static Holder Of(DataCatalog.Territories.TerritoryIndex places, int number) => new(places.KindOf(number), null, null, null, places.Above(number).Any(a => places.KindOf(a) is "collectivite"));
}
