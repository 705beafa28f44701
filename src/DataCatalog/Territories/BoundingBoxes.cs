using System.Globalization;
using DataCatalog.Dcat.Records;

namespace DataCatalog.Territories;

/// <summary>Boxes in queries (OGC API Features, section 7.15.3).</summary>
internal static class BoundingBoxes
{
    /// <summary>Reads west,south,east,north in degrees. A box across the antimeridian is none here: no territory has one.</summary>
    public static bool TryParse(string text, out BoundingBox box)
    {
        box = new BoundingBox(0, 0, 0, 0);
        var parts = text.Split(',');
        var degrees = new decimal[4];
        for (var index = 0; index < degrees.Length; index++)
        {
            if (parts.Length != degrees.Length
                || !decimal.TryParse(parts[index], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out degrees[index]))
            {
                return false;
            }
        }

        box = new BoundingBox(degrees[0], degrees[1], degrees[2], degrees[3]);
        return box.West <= box.East && box.South <= box.North && box is { West: >= -180, South: >= -90, East: <= 180, North: <= 90 };
    }

    /// <summary>
    /// The territories whose box meets one, and those that contain them: France's own box is that of its European part, and its data are on
    /// the others too. A territory without a box counts by the box of what contains it.
    /// </summary>
    public static IEnumerable<string> Meeting(TerritoryMap map, BoundingBox box)
    {
        var meeting = new bool[map.Count];
        for (var number = 0; number < map.Count; number++)
        {
            if (!meeting[number] && BoxOf(map, number) is { } own && Meet(own, box))
            {
                foreach (var above in map.Above(number))
                {
                    meeting[above] = true;
                }
            }
        }

        return Enumerable.Range(0, map.Count).Where(number => meeting[number]).Select(map.IdOf);
    }

    private static BoundingBox? BoxOf(TerritoryMap map, int number) =>
        map.BoxOf(number) ?? map.Above(number).Select(map.BoxOf).FirstOrDefault(box => box is not null);

    private static bool Meet(BoundingBox one, BoundingBox other) =>
        one.West <= other.East && other.West <= one.East && one.South <= other.North && other.South <= one.North;
}
