using System.Numerics;

namespace DataCatalog.Territories;

/// <summary>
/// Collects the places that a text matches, and lists them in order without sorting: each grade has one bit for each place.
/// </summary>
/// <param name="order">The order of the places within a grade.</param>
internal sealed class PlaceMatches(PlaceOrder order)
{
    private const int Bits = 64;

    /// <summary>The number of grades: of most places, then of those that come last unless the text is their whole name or code.</summary>
    private static readonly int Grades = Enum.GetValues<NameMatch>().Length * 2;

    private readonly int _words = (order.Count / Bits) + 1;

    /// <summary>The bits of all grades; none until a place is found.</summary>
    private ulong[] _bits = [];

    /// <summary>For each rank, the best grade, from 1, and in the high bits why; 0 when the place was not found.</summary>
    private ushort[] _best = [];

    /// <summary>The best match of any place; null when none was found.</summary>
    public NameMatch? Best { get; private set; }

    /// <summary>Whether a place was found whose whole name or code is the text.</summary>
    public bool HasWhole => Best <= NameMatch.Loose;

    public void Add(int place, NameMatch match, MatchedOn reason)
    {
        if (_bits.Length == 0)
        {
            (_bits, _best) = (new ulong[_words * Grades], new ushort[order.Count]);
        }

        var rank = order.RankOf(place);
        var grade = match > NameMatch.Loose && order.IsLast(place) ? (int)match + (Grades / 2) : (int)match;
        if (_best[rank] is not 0 and var best && (best & byte.MaxValue) <= grade + 1)
        {
            return;
        }

        _best[rank] = (ushort)(((int)reason << 8) | (grade + 1));
        _bits[(grade * _words) + (rank / Bits)] |= 1UL << (rank % Bits);
        Best = Best < match ? Best : match;
    }

    /// <summary>Returns why a place was found.</summary>
    public MatchedOn ReasonOf(int place) => (MatchedOn)(_best[order.RankOf(place)] >> 8);

    /// <summary>Lists the places by their best grade, each once.</summary>
    public IEnumerable<PlaceHit> InOrder()
    {
        var seen = new ulong[_words];
        for (var at = 0; at < _bits.Length; at++)
        {
            var word = at % _words;
            for (var fresh = _bits[at] & ~seen[word]; fresh != 0; fresh &= fresh - 1)
            {
                var rank = (word * Bits) + BitOperations.TrailingZeroCount(fresh);
                yield return new PlaceHit(order[rank], (MatchedOn)(_best[rank] >> 8));
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
