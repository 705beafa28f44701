using System.Text.RegularExpressions;
using DataCatalog.Dcat.Records;

namespace DataCatalog.Dcat.Rules;

/// <summary>
/// Checks the form of official codes: INSEE codes, ISO 3166-1 alpha-3 for countries, words for their subsets, SIREN for EPCI and EPT.
/// </summary>
public static partial class TerritoryCodes
{
    /// <summary>Tells whether all codes of a territory have the form of its kind.</summary>
    public static bool IsWellFormed(Territory territory) =>
        IsCode(territory.Kind, territory.Code) && territory.FormerCodes.All(code => IsCode(territory.Kind, code))
        && territory.Postcodes.All(IsDigits) && (territory.Siren is null || IsDigits(territory.Siren));

    public static bool IsCode(string kind, string? code) => code is not null && kind switch
    {
        "country" => Country.IsMatch(code),
        "country-subset" => CountrySubset.IsMatch(code),
        "region" => Region.IsMatch(code),
        "collectivite" => Collectivite.IsMatch(code),
        "departement" => Departement.IsMatch(code),
        "epci" or "ept" => Epci.IsMatch(code),
        "commune" or "arrondissement-municipal" or "former-commune" => Commune.IsMatch(code),
        _ => false,
    };

    /// <summary>Tells whether a territory of the first kind may contain one of the second.</summary>
    public static bool IsLarger(string first, string second) => Rank(first) is >= 0 and var rank && rank < Rank(second);

    private static bool IsDigits(string code) => code.Length is > 0 and < 10 && code.All(char.IsAsciiDigit);

    private static int Rank(string kind)
    {
        for (var rank = 0; rank < Territory.Kinds.Count; rank++)
        {
            if (string.Equals(Territory.Kinds[rank], kind, StringComparison.Ordinal))
            {
                return rank;
            }
        }

        return -1;
    }

    [GeneratedRegex(@"^[A-Z]{3}\z", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Country { get; }

    [GeneratedRegex(@"^(metro|drom|metro-drom|com)\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex CountrySubset { get; }

    [GeneratedRegex(@"^[0-9]{2}\z", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Region { get; }

    [GeneratedRegex(@"^9[78][0-9]\z", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Collectivite { get; }

    [GeneratedRegex(@"^([0-9]{2}|2[AB]|97[1-6])\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Departement { get; }

    [GeneratedRegex(@"^[0-9]{9}\z", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Epci { get; }

    [GeneratedRegex(@"^([0-9]{5}|2[AB][0-9]{3})\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Commune { get; }
}
