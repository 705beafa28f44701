using System.Globalization;
using DataCatalog.Dcat.Records;

namespace DataCatalog.Territories;

/// <summary>Bounding boxes in queries (OGC API Features, section 7.15.3).</summary>
internal static class BoundingBoxes
{
    /// <summary>Reads west,south,east,north in degrees. A box across the antimeridian is refused: no territory has one.</summary>
    public static bool TryParse(string text, out BoundingBox box)
    {
        box = new BoundingBox(0, 0, 0, 0);
        var parts = text.Split(',');
        var degrees = new decimal[4];
        for (var index = 0; index < degrees.Length; index++)
        {
            if (parts.Length != degrees.Length
                || !decimal.TryParse(
                    parts[index],
                    NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture,
                    out degrees[index]))
            {
                return false;
            }
        }

        box = new BoundingBox(degrees[0], degrees[1], degrees[2], degrees[3]);
        return box.West <= box.East && box.South <= box.North && box is { West: >= -180, South: >= -90, East: <= 180, North: <= 90 };
    }

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
