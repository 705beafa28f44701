using System.Runtime.InteropServices;

namespace DataCatalog.Territories;

/// <summary>
/// The one reading of what datasets state of a territory. The nearest territory that is it or contains it decides: whether the dataset
/// covers it, excepts it, or does not know. Where a dataset that covers it has exceptions, a territory with parts
/// (<see cref="TerritoryIndex.Parts"/>) is what its parts are: covered when one of them is. So is a grouping, the country or a subset of it
/// of which nothing is stated, when something is stated of each part. An instance serves one thread.
/// </summary>
internal sealed class AreaReading
{
    private const byte Far = byte.MaxValue;

    private readonly Scale _covered;
    private readonly Scale _excepted;
    private readonly Scale _notKnown;
    private readonly byte[] _distances;
    private readonly AreaState[] _states;
    private readonly bool _isOfParts;

    /// <summary>Prepares for one territory. The three lists of a dataset may number territories differently.</summary>
    /// <param name="places">The territories.</param>
    /// <param name="place">The number of the territory.</param>
    /// <param name="covered">How the list of the territories covered numbers them.</param>
    /// <param name="excepted">How the list of the exceptions numbers them.</param>
    /// <param name="notKnown">How the list of the territories of which nothing is known numbers them.</param>
    public AreaReading(TerritoryIndex places, int place, Numbering covered, Numbering excepted, Numbering notKnown)
    {
        var parts = places.Parts(place);
        var above = places.Above(place);
        List<IReadOnlyList<int>> aboveParts = [.. parts.Select(places.Above)];
        (_covered, _excepted, _notKnown) =
            (new Scale(covered, above, aboveParts), new Scale(excepted, above, aboveParts), new Scale(notKnown, above, aboveParts));
        (_distances, _states) = (new byte[parts.Count], new AreaState[parts.Count]);
        _isOfParts = places.KindOf(place) is not "region";
    }

    /// <summary>Tells what a dataset states of the territory.</summary>
    /// <param name="covered">The numbers of the territories covered.</param>
    /// <param name="excepted">The numbers of the exceptions.</param>
    /// <param name="notKnown">The numbers of the territories of which nothing is known.</param>
    public AreaState Of(ReadOnlySpan<int> covered, ReadOnlySpan<int> excepted, ReadOnlySpan<int> notKnown)
    {
        var distance = _covered.Nearest(covered);
        var state = distance == Far ? AreaState.Unsaid : AreaState.Covered;
        var isSimple = excepted.IsEmpty && notKnown.IsEmpty;
        if (!isSimple)
        {
            state = Nearer(_excepted.Nearest(excepted), AreaState.Excepted, ref distance, state);
            state = Nearer(_notKnown.Nearest(notKnown), AreaState.NotKnown, ref distance, state);
        }

        var isDivided = state is AreaState.Unsaid ? _isOfParts : state is AreaState.Covered && !isSimple;
        return isDivided && _states.Length > 0 ? OfParts(covered, excepted, notKnown) : state;
    }

    /// <summary>
    /// Tells what the dataset that was read last states of a part, by its position. Only valid where it has exceptions and covers the
    /// territory, or where it covers no place that is or contains the territory.
    /// </summary>
    public AreaState OfPart(int part) => _states[part];

    private AreaState OfParts(ReadOnlySpan<int> covered, ReadOnlySpan<int> excepted, ReadOnlySpan<int> notKnown)
    {
        Array.Fill(_distances, Far);
        Array.Clear(_states);
        Mark(_covered, covered, AreaState.Covered);
        Mark(_excepted, excepted, AreaState.Excepted);
        Mark(_notKnown, notKnown, AreaState.NotKnown);
        return Array.IndexOf(_states, AreaState.Unsaid) >= 0 ? AreaState.Unsaid
            : Array.IndexOf(_states, AreaState.Covered) >= 0 ? AreaState.Covered
            : Array.IndexOf(_states, AreaState.NotKnown) >= 0 ? AreaState.NotKnown
            : AreaState.Excepted;
    }

    private void Mark(Scale scale, ReadOnlySpan<int> numbers, AreaState state)
    {
        foreach (var number in numbers)
        {
            foreach (var (part, distance) in scale.Parts[number])
            {
                _states[part] = Nearer(distance, state, ref _distances[part], _states[part]);
            }
        }
    }

    private static AreaState Nearer(byte found, AreaState state, ref byte distance, AreaState known)
    {
        if (found >= distance)
        {
            return known;
        }

        distance = found;
        return state;
    }

    /// <summary>How a list numbers territories.</summary>
    /// <param name="Count">Greater than every number.</param>
    /// <param name="Find">Returns the number of a place in the list; null when it is not there.</param>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Numbering(int Count, Func<int, int?> Find);

    /// <summary>
    /// How far the territories of a list are from the territory, and from its parts: 0 for itself, more for what contains it.
    /// </summary>
    private sealed class Scale
    {
        private readonly byte[] _distances;

        public Scale(Numbering numbering, IReadOnlyList<int> above, IReadOnlyList<IReadOnlyList<int>> aboveParts)
        {
            _distances = new byte[numbering.Count];
            Array.Fill(_distances, Far);
            foreach (var (distance, place) in above.Index())
            {
                if (numbering.Find(place) is { } number)
                {
                    _distances[number] = (byte)distance;
                }
            }

            Parts = aboveParts.Index()
                .SelectMany(
                    part => part.Item.Index(), (part, outer) => (Number: numbering.Find(outer.Item), part.Index, Distance: outer.Index))
                .Where(found => found.Number is not null)
                .ToLookup(found => found.Number!.Value, found => (found.Index, (byte)found.Distance));
        }

        /// <summary>The parts that a territory is or contains, each with its distance.</summary>
        public ILookup<int, (int Part, byte Distance)> Parts { get; }

        public byte Nearest(ReadOnlySpan<int> numbers)
        {
            var nearest = Far;
            foreach (var number in numbers)
            {
                nearest = Math.Min(nearest, _distances[number]);
            }

            return nearest;
        }
    }
}
