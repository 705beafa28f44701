using System.Buffers;
using F23.StringSimilarity;

namespace DataCatalog.Territories;

/// <summary>
/// Finds names with wrong letters. A list of keys for each pair of letters leaves few candidates, whose distances are then measured:
/// letters left out, added, changed, or two neighbours swapped.
/// </summary>
internal sealed class SimilarNames
{
    /// <summary>The length up to which a name has one wrong letter at most, and not the first; longer ones may have two.</summary>
    private const int MaxShortLength = 7;

    /// <summary>The length from which a text has similar names: almost any shorter one is similar to some name.</summary>
    private const int MinLength = 4;

    /// <summary>The number of pairs of letters that one edit changes at most: swapped neighbours are in three.</summary>
    private const int PairsPerEdit = 3;

    private const int Letters = 28;
    private const int Border = 26;
    private const int OtherCharacter = 27;

    private static readonly OptimalStringAlignment Distance = new();

    private readonly NameKeys _keys;
    private readonly NumberLists _keysOfPair;

    public SimilarNames(NameKeys keys)
    {
        _keys = keys;
        var lists = Enumerable.Range(0, Letters * Letters).Select(_ => new List<int>()).ToArray();
        for (var key = 0; key < keys.Count; key++)
        {
            foreach (var pair in PairsOf(keys[key]))
            {
                lists[pair].Add(key);
            }
        }

        _keysOfPair = NumberLists.Of([.. lists.Select(list => list.ToArray())]);
    }

    /// <summary>Lists the keys nearest to a text, all at the same distance; none when all are too far.</summary>
    /// <param name="text">A folded name, compact.</param>
    /// <param name="edits">The distance of the keys, in edits.</param>
    /// <param name="accepts">Whether a key has a place that counts.</param>
    public List<int> Find(string text, out int edits, Func<int, bool> accepts)
    {
        for (edits = 1; edits <= LimitOf(text); edits++)
        {
            if (At(text, edits, accepts) is { Count: > 0 } found)
            {
                return found;
            }
        }

        return [];
    }

    private static int LimitOf(string text) => text.Length < MinLength || text.Any(char.IsAsciiDigit) ? 0
        : text.Length <= MaxShortLength ? 1 : 2;

    private List<int> At(string text, int edits, Func<int, bool> accepts)
    {
        var first = _keys.FirstOfLength(Math.Max(text.Length - edits, edits == 1 ? MinLength : MaxShortLength + 1));
        var end = _keys.FirstOfLength(text.Length + edits + 1);
        var pairs = PairsOf(text);
        var least = pairs.Count - (PairsPerEdit * edits);
        var shared = ArrayPool<byte>.Shared.Rent(Math.Max(1, end - first));
        Array.Clear(shared);
        try
        {
            foreach (var pair in pairs)
            {
                Count(_keysOfPair[pair], first, end, shared);
            }

            return Sharing(shared.AsSpan(0, Math.Max(0, end - first)), Math.Max(least, 0))
                .ConvertAll(key => first + key)
                .FindAll(key => IsNear(text, _keys[key], edits) && accepts(key));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(shared);
        }
    }

    /// <summary>Counts a pair for the keys of a range that have it.</summary>
    private static void Count(ReadOnlySpan<int> keys, int first, int end, byte[] shared)
    {
        var start = keys.BinarySearch(first);
        for (var at = start < 0 ? ~start : start; at < keys.Length && keys[at] < end; at++)
        {
            shared[keys[at] - first]++;
        }
    }

    /// <summary>Lists the places of the counts that are high enough: few of tens of thousands.</summary>
    private static List<int> Sharing(ReadOnlySpan<byte> shared, int least)
    {
        var found = new List<int>();
        for (var from = 0; shared[from..].IndexOfAnyInRange((byte)least, byte.MaxValue) is >= 0 and var next; from++)
        {
            from += next;
            found.Add(from);
        }

        return found;
    }

    private static bool IsNear(string text, string key, int edits) =>
        (key[0] == text[0] || key.Length > MaxShortLength) && Distance.Distance(text, key) <= edits;

    /// <summary>Lists the pairs of letters of a text, with its borders, each once.</summary>
    private static HashSet<int> PairsOf(string text)
    {
        var pairs = new HashSet<int>();
        var before = Border;
        foreach (var letter in text)
        {
            var number = char.IsAsciiLetterLower(letter) ? letter - 'a' : OtherCharacter;
            pairs.Add((before * Letters) + number);
            before = number;
        }

        pairs.Add((before * Letters) + Border);
        return pairs;
    }
}
