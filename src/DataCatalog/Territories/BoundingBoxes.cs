using System.Globalization;
using DataCatalog.Dcat.Records;

namespace DataCatalog.Territories;

/// <summary>Bounding boxes in queries (OGC API Features, section 7.15.3).</summary>
internal static class BoundingBoxes
{
    private const int Sides = 4;

    /// <summary>The widest box that is named as the one that was meant: beyond, the other way round the Earth is shorter.</summary>
    private const decimal HalfOfTheEarth = 180;

    /// <summary>Reads a box, or says what was expected instead.</summary>
    /// <param name="places">The territories.</param>
    /// <param name="text">West,south,east,north in degrees. A box across the antimeridian is refused: no territory has one.</param>
    /// <param name="box">The box; only valid when there is no fault.</param>
    /// <returns>What was expected, with the box that was probably meant; null for a valid box.</returns>
    public static string? Read(TerritoryIndex places, string text, out BoundingBox box)
    {
        box = new BoundingBox(0, 0, 0, 0);
        var numbers = NumbersIn(text);
        if (numbers is [var west, var south, var east, var north])
        {
            box = new BoundingBox(west, south, east, north);
        }

        if (numbers.Length == Sides && IsValid(box) && IsOnTerritories(places, box))
        {
            return null;
        }

        return Swapped(places, numbers) ?? (numbers.Length == Sides && IsValid(box) ? null
            : "west,south,east,north in degrees, such as -1.8,48.0,-1.5,48.2");
    }

    private static decimal[] NumbersIn(string text)
    {
        var parts = text.Split(',');
        var degrees = new decimal[Sides];
        for (var index = 0; index < Sides; index++)
        {
            if (parts.Length != Sides
                || !decimal.TryParse(
                    parts[index],
                    NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture,
                    out degrees[index]))
            {
                return [];
            }
        }

        return degrees;
    }

    private static bool IsValid(BoundingBox box) =>
        box.West <= box.East && box.South <= box.North && box is { West: >= -180, South: >= -90, East: <= 180, North: <= 90 };

    /// <summary>Whether a box meets that of a territory; those of France and its subsets are mostly sea and neighbours.</summary>
    private static bool IsOnTerritories(TerritoryIndex places, BoundingBox box) => Enumerable.Range(0, places.Count)
        .Where(number => places.KindOf(number) is not ("country" or "country-subset"))
        .Any(number => places.BoxOf(number) is { } own && Intersect(own, box));

    /// <summary>
    /// Names the box that was meant, when two of its numbers stand in each other's place: one that is valid and lies on a territory.
    /// </summary>
    private static string? Swapped(TerritoryIndex places, decimal[] numbers)
    {
        if (numbers is not [var first, var second, var third, var fourth])
        {
            return null;
        }

        (string What, BoundingBox Box)[] readings =
        [
            ("west and south, and east and north, seem swapped", Sorted(second, first, fourth, third)),
            ("west and east, or south and north, seem swapped", Sorted(first, second, third, fourth)),
        ];
        return readings
            .Where(reading => IsValid(reading.Box) && reading.Box.East - reading.Box.West <= HalfOfTheEarth)
            .Where(reading => IsOnTerritories(places, reading.Box))
            .Select(reading => "west,south,east,north in degrees; "
                + string.Create(CultureInfo.InvariantCulture, $"{reading.What}: bbox={reading.Box.West},{reading.Box.South}")
                + string.Create(CultureInfo.InvariantCulture, $",{reading.Box.East},{reading.Box.North}"))
            .FirstOrDefault();
    }

    private static BoundingBox Sorted(decimal west, decimal south, decimal east, decimal north) =>
        new(Math.Min(west, east), Math.Min(south, north), Math.Max(west, east), Math.Max(south, north));

    /// <summary>
    /// Lists the ids of the territories whose box intersects one, and of those that contain them: the box of France is that of its European
    /// part, but its data also cover the overseas parts. A territory without a box counts with the box of the nearest that contains it,
    /// France and its subsets not included: an overseas collectivity is nowhere near.
    /// </summary>
    public static IEnumerable<string> Intersecting(TerritoryIndex places, BoundingBox box)
    {
        var isListed = new bool[places.Count];
        for (var number = 0; number < places.Count; number++)
        {
            if (!isListed[number] && BoxOf(places, number) is { } own && Intersect(own, box))
            {
                foreach (var above in places.Above(number))
                {
                    isListed[above] = true;
                }
            }
        }

        return Enumerable.Range(0, places.Count).Where(number => isListed[number]).Select(places.IdOf);
    }

    private static BoundingBox? BoxOf(TerritoryIndex places, int number) =>
        places.BoxOf(number) ?? places.Above(number)
            .Where(above => places.KindOf(above) is not ("country" or "country-subset"))
            .Select(places.BoxOf).FirstOrDefault(box => box is not null);

    private static bool Intersect(BoundingBox one, BoundingBox other) =>
        one.West <= other.East && other.West <= one.East && one.South <= other.North && other.South <= one.North;
}
