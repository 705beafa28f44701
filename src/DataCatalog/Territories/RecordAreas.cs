namespace DataCatalog.Territories;

/// <summary>Reads from records what each dataset states of a territory. An instance serves one thread.</summary>
/// <param name="places">The territories.</param>
/// <param name="territory">The number of the territory.</param>
internal sealed class RecordAreas(TerritoryIndex places, int territory)
{
    private static readonly Func<int, int?> Same = number => number;

    private readonly IReadOnlyList<int> _parts = places.Parts(territory);
    private readonly AreaReading _reading = new(
        places,
        territory,
        new AreaReading.Numbering(places.Count, Same),
        new AreaReading.Numbering(places.Count, Same),
        new AreaReading.Numbering(places.Count, Same));

    /// <summary>Tells what a dataset states of the territory.</summary>
    public AreaState Of(StatedArea area) => Of(area, out _);

    /// <summary>Tells what a dataset states of the territory, and which of its parts it does not cover or does not know.</summary>
    /// <param name="area">What the dataset states.</param>
    /// <param name="lacking">
    /// When the dataset covers the territory: the numbers of the exceptions in it, and of the territories in it of which nothing is known.
    /// </param>
    public AreaState Of(StatedArea area, out IReadOnlyList<int> lacking)
    {
        var (covered, excepted, notKnown) = (Numbers(area.Covered), Numbers(area.Excepted), Numbers(area.NotKnown));
        var state = _reading.Of(covered, excepted, notKnown);
        int[] all = state is AreaState.Covered ? [.. excepted, .. notKnown] : [];
        lacking = [.. all.Where(IsPart)];
        return state;
    }

    /// <summary>Whether a dataset covers the territory, one that contains it or a part of it, or may cover one of them.</summary>
    public bool MayConcern(StatedArea area) =>
        Of(area) is AreaState.Covered or AreaState.NotKnown
        || Numbers([.. area.Covered, .. area.NotKnown]).Any(number => places.Contains(territory, number));

    public int[] Numbers(IReadOnlyList<string> ids) => [.. ids.Select(places.NumberOf).OfType<int>()];

    /// <summary>
    /// Whether a place lies in the territory, or shares with it a commune that is not covered, where one of both is a grouping. The dataset
    /// that was read last covers the territory.
    /// </summary>
    private bool IsPart(int number) =>
        places.Contains(territory, number)
        || (!places.Contains(number, territory) && (
            _parts.Index().Any(part => _reading.OfPart(part.Index) is not AreaState.Covered && places.Contains(number, part.Item))
            || places.Members(number).Any(member => places.Contains(territory, member))));
}
