using DataCatalog.Dcat.Records;

namespace DataCatalog.Territories.Links;

/// <summary>Fills addresses in which a variable stands for a code (<see cref="UrlTemplates"/>) for one territory.</summary>
/// <param name="places">The territories.</param>
/// <param name="territory">The number of the territory.</param>
internal sealed class AddressVariables(TerritoryIndex places, int territory)
{
    /// <summary>Returns the address for the territory; null when a variable has no value there.</summary>
    public string? Fill(string template) => UrlTemplates.Fill(template, Value);

    /// <summary>
    /// Returns the value of a variable. An overseas collectivity has its code in place of a département's; what lies in it is not known to
    /// be filed under that code.
    /// </summary>
    private string? Value(string variable) => variable switch
    {
        "insee" => AddressTemplate.IsMunicipal(places.KindOf(territory)) ? places[territory].Code : null,
        "siren" => places[territory].Siren,
        "departement" => places.KindOf(territory) is "collectivite" ? places[territory].Code : CodeOf("departement"),
        _ => CodeOf("region"),
    };

    private string? CodeOf(string kind) => places.Above(territory)
        .Where(number => string.Equals(places.KindOf(number), kind, StringComparison.Ordinal))
        .Select(number => places[number].Code)
        .FirstOrDefault();
}
