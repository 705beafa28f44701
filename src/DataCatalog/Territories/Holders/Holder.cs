using DataCatalog.Dcat.Records;

namespace DataCatalog.Territories.Holders;

/// <summary>What decides how a territory holds its competences.</summary>
/// <param name="Kind">The kind of territory.</param>
/// <param name="LegalForm">For an EPCI, its kind, as in <see cref="HolderRole.Holders"/>; null when it is not known.</param>
/// <param name="Population">In inhabitants; null when it is not known.</param>
/// <param name="Grouping">
/// The grouping to which its competences may have passed: for a commune its EPT, or else its EPCI; for an EPT
/// the Métropole du Grand Paris. Null when there is none.
/// </param>
/// <param name="IsUnderOwnLaw">Whether it lies in an overseas collectivity, where other laws apply.</param>
internal sealed record Holder(string Kind, string? LegalForm, int? Population, Holder? Grouping, bool IsUnderOwnLaw)
{
    /// <summary>The Métropole d'Aix-Marseille-Provence, which has fewer competences than other métropoles (CGCT L5218-2).</summary>
    private const string AixMarseilleProvence = "epci:200054807";

    /// <summary>The typed id of the territory; null for one that is made up.</summary>
    public string? Id { get; init; }

    public static Holder Of(TerritoryIndex places, int number)
    {
        var above = places.Above(number);
        var kind = places.KindOf(number);
        return new Holder(
            kind,
            places.IdOf(number) is AixMarseilleProvence ? "AMP" : places.LegalFormOf(number),
            places.PopulationOf(number),
            GroupingKinds(kind)
                .SelectMany(wanted => above.Where(place => string.Equals(places.KindOf(place), wanted, StringComparison.Ordinal)))
                .Select(place => Of(places, place)).FirstOrDefault(),
            above.Any(place => places.KindOf(place) is "collectivite"))
        {
            Id = places.IdOf(number),
        };
    }

    private static string[] GroupingKinds(string kind) => kind switch
    {
        "commune" => ["ept", "epci"],
        "ept" => ["epci"],
        _ => [],
    };
}
