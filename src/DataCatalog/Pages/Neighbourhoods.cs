using DataCatalog.Dcat.Records;
using DataCatalog.Territories;

namespace DataCatalog.Pages;

/// <summary>
/// Finds what stands around a territory on its map: the smallest territory that contains it, and its neighbours inside that.
/// </summary>
internal sealed class Neighbourhoods(TerritoryIndexes indexes)
{
    private const int MostNeighbours = 60;

    /// <summary>Returns the map of a territory; null when its place is not known.</summary>
    public Neighbourhood? Of(string id)
    {
        var places = indexes.Current;
        if (places.NumberOf(id) is not { } number || places.BoxOf(number) is not { } own)
        {
            return null;
        }

        var outer = places.Above(number)
            .Where(above => above != number)
            .Select(above => Box(places, above))
            .FirstOrDefault(box => box is not null);
        var parent = outer is null ? null : places.NumberOf(outer.Id);
        var beside = parent is null ? [] : places.Below(parent.Value)
            .Where(other => other != number && string.Equals(places.KindOf(other), places.KindOf(number), StringComparison.Ordinal))
            .Select(other => Box(places, other)).OfType<MapBox>()
            .OrderBy(other => Distance(other.Box, own)).ThenBy(other => other.Id, StringComparer.Ordinal)
            .Take(MostNeighbours);
        return new Neighbourhood(new MapBox(id, places[number].Name, own), outer, [.. beside]);
    }

    private static MapBox? Box(TerritoryIndex places, int number) =>
        places.KindOf(number) is not ("country-subset" or "country") && places.BoxOf(number) is { } box
            ? new MapBox(places.IdOf(number), places[number].Name, box)
            : null;

    private static double Distance(BoundingBox one, BoundingBox other) =>
        Math.Abs((double)(one.West + one.East - other.West - other.East))
        + Math.Abs((double)(one.South + one.North - other.South - other.North));
}

/// <summary>A territory among those around it.</summary>
/// <param name="Own">The territory.</param>
/// <param name="Outer">The smallest territory with a box that contains it; null for none.</param>
/// <param name="Beside">Its neighbours of the same kind, the nearest first.</param>
public sealed record Neighbourhood(MapBox Own, MapBox? Outer, IReadOnlyList<MapBox> Beside);

/// <summary>A territory as a box on a map.</summary>
public sealed record MapBox(string Id, string Name, BoundingBox Box);
