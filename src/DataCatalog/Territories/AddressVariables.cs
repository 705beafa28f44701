using DataCatalog.Dcat.Records;

namespace DataCatalog.Territories;

/// <summary>Fills addresses in which a variable stands for a code (<see cref="UrlTemplates"/>) for one territory.</summary>
/// <param name="places">The territories.</param>
/// <param name="territory">The number of the territory.</param>
internal sealed class AddressVariables(TerritoryIndex places, int territory)
{
    /// <summary>Returns the address for the territory; null when a variable has no value there.</summary>
    public string? Fill(string template) => UrlTemplates.Fill(template, Value);

    private string? Value(string variable) => variable switch
    {
        "insee" => places.KindOf(territory) is "commune" or "arrondissement-municipal" ? places[territory].Code : null,
        "siren" => places[territory].Siren,
        "departement" => CodeOf("departement"),
        _ => CodeOf("region"),
    };

    private string? CodeOf(string kind) => places.Above(territory)
        .Where(number => string.Equals(places.KindOf(number), kind, StringComparison.Ordinal))
        .Select(number => places[number].Code)
        .FirstOrDefault();
}
