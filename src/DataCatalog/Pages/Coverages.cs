using DataCatalog.Dcat.Records;
using DataCatalog.Territories;

namespace DataCatalog.Pages;

/// <summary>
/// Finds what the map of a dataset shows: a commune in its département, a département or region among the others, France by its regions.
/// </summary>
internal sealed class Coverages(TerritoryIndexes indexes)
{
    /// <summary>The most boxes of one kind on a map: more are no longer told apart.</summary>
    private const int MostBoxes = 400;

    /// <summary>Metropolitan France lies in this box; on one scale with islands in three oceans nothing would be seen.</summary>
    private static readonly BoundingBox Metropole = new(-5.5m, 41.2m, 9.8m, 51.2m);

    /// <summary>Lists the territories that a dataset names in a fact: several are one place with parts.</summary>
    public static IEnumerable<Fact> Named(Fact places) =>
        places.All.SelectMany(place => place.Has("part") ? place["part"].All : [place]);

    /// <summary>Returns the map of some territories.</summary>
    /// <param name="covered">The typed ids of the territories that are covered.</param>
    /// <param name="except">Those inside them that are not.</param>
    /// <returns>
    /// Null when no place is known, and when parts of a place smaller than the country are not covered: a filled box would say the
    /// opposite.
    /// </returns>
    public CoverageBoxes? Of(IReadOnlyList<string> covered, IReadOnlyList<string> except)
    {
        var places = indexes.Current;
        int[] numbers = [.. covered.Select(places.NumberOf).OfType<int>()];
        if (numbers.Length == 0)
        {
            return null;
        }

        var without = except.Select(places.NumberOf).OfType<int>().ToHashSet();
        return numbers.Any(number => places.KindOf(number) is "country" or "country-subset")
            ? OfFrance(places, numbers, without)
            : without.Count > 0 ? null
            : numbers.Length == 1 ? OfOne(places, numbers[0])
            : OfSeveral(places, numbers);
    }

    /// <summary>Shows the regions of metropolitan France: those that are covered, and the others.</summary>
    private static CoverageBoxes? OfFrance(TerritoryIndex places, int[] covered, HashSet<int> except)
    {
        var regions = places.OfKind("region")
            .Where(region => places.BoxOf(region) is { } box && IsInside(box, Metropole))
            .ToLookup(region =>
                Array.Exists(covered, outer => places.Contains(outer, region)) && !places.Above(region).Any(except.Contains));
        return regions[true].Any()
            ? new CoverageBoxes(
                places[covered[0]].Name, Metropole, null, Boxes(places, regions[true]), Boxes(places, regions[false]), IsOfFrance: true)
            : null;
    }

    private static CoverageBoxes? OfOne(TerritoryIndex places, int number)
    {
        if (places.BoxOf(number) is not { } own)
        {
            return null;
        }

        var kind = places.KindOf(number);
        var outer = kind is "region" or "departement" ? null : OuterOf(places, number);
        var frame = outer is not null ? places.BoxOf(outer.Value)!
            : IsInside(own, Metropole) && kind is "region" or "departement" ? Metropole
            : own;
        var beside = outer is not null ? places.Below(outer.Value) : places.OfKind(kind);
        return new CoverageBoxes(
            places[number].Name,
            frame,
            outer is null ? null : Box(places, outer.Value),
            Boxes(places, [number]),
            Boxes(places, beside.Where(other => other != number
                && string.Equals(places.KindOf(other), kind, StringComparison.Ordinal)
                && places.BoxOf(other) is { } box && IsInside(box, frame))));
    }

    /// <summary>Shows several territories in the box around them all.</summary>
    private static CoverageBoxes? OfSeveral(TerritoryIndex places, int[] covered)
    {
        var boxes = Boxes(places, covered);
        return boxes.Count == 0 ? null : new CoverageBoxes(
            string.Join(", ", boxes.Take(3).Select(box => box.Name)) + (boxes.Count > 3 ? "…" : ""),
            new BoundingBox(
                boxes.Min(box => box.Box.West),
                boxes.Min(box => box.Box.South),
                boxes.Max(box => box.Box.East),
                boxes.Max(box => box.Box.North)),
            null,
            boxes,
            []);
    }

    /// <summary>Returns the département that contains a place, or else the smallest territory with a box that does.</summary>
    private static int? OuterOf(TerritoryIndex places, int number)
    {
        var above = places.Above(number).Where(outer => outer != number && places.BoxOf(outer) is not null
            && places.KindOf(outer) is not ("country" or "country-subset")).ToList();
        return above.Where(outer => places.KindOf(outer) is "departement").Concat(above).Select(outer => (int?)outer).FirstOrDefault();
    }

    private static IReadOnlyList<MapBox> Boxes(TerritoryIndex places, IEnumerable<int> numbers) =>
        [.. numbers.Select(number => Box(places, number)).OfType<MapBox>().Take(MostBoxes)];

    private static MapBox? Box(TerritoryIndex places, int number) =>
        places.BoxOf(number) is { } box ? new MapBox(places.IdOf(number), places[number].Name, box) : null;

    private static bool IsInside(BoundingBox inner, BoundingBox outer) =>
        inner.West >= outer.West && inner.East <= outer.East && inner.South >= outer.South && inner.North <= outer.North;
}

/// <summary>The territories that a dataset covers, among others.</summary>
/// <param name="Name">What they are together.</param>
/// <param name="Frame">What the map shows.</param>
/// <param name="Outer">The territory that contains the only one; null for none.</param>
/// <param name="Covered">Those that are covered.</param>
/// <param name="Beside">Others of the same kind.</param>
/// <param name="IsOfFrance">Whether the map leaves out what lies overseas.</param>
public sealed record CoverageBoxes(
    string Name, BoundingBox Frame, MapBox? Outer, IReadOnlyList<MapBox> Covered, IReadOnlyList<MapBox> Beside,
    bool IsOfFrance = false);
