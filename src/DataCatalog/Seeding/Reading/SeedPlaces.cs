using DataCatalog.Dcat.Records;
using DataCatalog.Dcat.Rules;
using DataCatalog.Territories;

namespace DataCatalog.Seeding.Reading;

/// <summary>Suggests territories of a seed folder for a wrong id, as the service does. Faulty rows are left out.</summary>
internal sealed class SeedPlaces(IEnumerable<Territory> territories)
{
    /// <summary>The most suggestions: each searches all territories, and a folder with so many errors has another mistake.</summary>
    private const int MostHints = 100;

    private readonly Lazy<TerritoryIndex> _places = new(() => MapOf(territories));
    private int _hints;

    /// <summary>Returns the nearest territories, in words; null when none is near.</summary>
    public string? Nearest(string id) => ++_hints > MostHints ? null
        : _places.Value.Resolve(id) is { } number
            ? $"{_places.Value.IdOf(number)} ({_places.Value[number].Name}), to which the old code belongs now"
        : TerritoryParameters.Nearest(_places.Value, id);

    private static TerritoryIndex MapOf(IEnumerable<Territory> territories)
    {
        var places = territories.Where(TerritoryCodes.IsWellFormed)
            .DistinctBy(territory => territory.Id, StringComparer.Ordinal)
            .ToDictionary(territory => territory.Id, StringComparer.Ordinal);
        return new TerritoryIndex(places.Values
            .OrderBy(territory => territory.Id, StringComparer.Ordinal)
            .Select(territory => territory with { Parents = [.. territory.Parents.Where(parent => IsParent(parent, territory))] })
            .Select(PlaceRow.Of));

        bool IsParent(string parent, Territory territory) =>
            places.TryGetValue(parent, out var found) && TerritoryCodes.IsLarger(found.Kind, territory.Kind);
    }
}
