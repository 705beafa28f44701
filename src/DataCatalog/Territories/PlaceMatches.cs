using System.Numerics;

namespace DataCatalog.Territories;

/// <summary>
/// Collects the places that a text matches, and lists them in order without sorting: each grade has one bit for each place.
/// </summary>
/// <param name="order">The order of the places within a grade.</param>
internal sealed class PlaceMatches(PlaceOrder order)
{
    private const int Bits = 64;

    /// <summary>The number of grades: exact matches first, then most places, then those that come last.</summary>
    private static readonly int Grades = Enum.GetValues<NameMatch>().Length * 2;

    private readonly int _words = (order.Count / Bits) + 1;
    private readonly ulong[] _bits = new ulong[((order.Count / Bits) + 1) * Grades];

    public void Add(int place, NameMatch match)
    {
        var rank = order.RankOf(place);
        var grade = match is not NameMatch.Exact && order.IsLast(place) ? (int)match + (Grades / 2) : (int)match;
        _bits[(grade * _words) + (rank / Bits)] |= 1UL << (rank % Bits);
    }

    /// <summary>Lists the places by their best grade, each once.</summary>
    public IEnumerable<int> InOrder()
    {
        var seen = new ulong[_words];
        for (var at = 0; at < _bits.Length; at++)
        {
            var word = at % _words;
            for (var fresh = _bits[at] & ~seen[word]; fresh != 0; fresh &= fresh - 1)
            {
                yield return order[(word * Bits) + BitOperations.TrailingZeroCount(fresh)];
            }

            seen[word] |= _bits[at];
        }
    }
}

/// <summary>
/// The order of all places: most places, then those that come last, each by population, the largest first; equal ones by number, which is
/// the order of the ids.
/// </summary>
internal sealed class PlaceOrder
{
    private readonly int[] _places;
    private readonly int[] _ranks;
    private readonly int _firstOfLast;

    /// <summary>Orders places.</summary>
    /// <param name="populations">The number of inhabitants of each place; -1 when it is unknown.</param>
    /// <param name="isLast">Whether a place comes last: it is no commune any more, or a part of a country that few people mean.</param>
    public PlaceOrder(int[] populations, Func<int, bool> isLast)
    {
        _places = [.. Enumerable.Range(0, populations.Length).OrderBy(isLast).ThenByDescending(place => populations[place])];
        _ranks = new int[_places.Length];
        for (var rank = 0; rank < _places.Length; rank++)
        {
            _ranks[_places[rank]] = rank;
        }

        _firstOfLast = Array.FindIndex(_places, place => isLast(place)) is >= 0 and var first ? first : _places.Length;
    }

    public int Count => _places.Length;

    public int this[int rank] => _places[rank];

    public int RankOf(int place) => _ranks[place];

    public bool IsLast(int place) => _ranks[place] >= _firstOfLast;
}
