using System.Numerics;

namespace DataCatalog.Search;

/// <summary>The rows that match an expression: as a list, or as a set of bits where they are many.</summary>
internal sealed class MatchingRows
{
    private const int Bits = 64;

    private static readonly MatchingRows None = new([], bits: null, 0);

    private readonly int[] _few;
    private readonly ulong[]? _bits;

    private MatchingRows(int[] few, ulong[]? bits, int count) => (_few, _bits, Count) = (few, bits, count);

    /// <summary>The number of rows.</summary>
    public int Count { get; }

    /// <summary>The memory that the rows take, in bytes.</summary>
    public int Size => (_bits?.Length * sizeof(ulong)) ?? (_few.Length * sizeof(int));

    /// <summary>Keeps row numbers in the form that takes less memory.</summary>
    public static MatchingRows Of(IReadOnlyList<int> numbers)
    {
        if (numbers.Count == 0)
        {
            return None;
        }

        var words = (numbers.Max() / Bits) + 1;
        if (numbers.Count * sizeof(int) <= words * sizeof(ulong))
        {
            return new MatchingRows([.. numbers.Order()], bits: null, numbers.Count);
        }

        var bits = new ulong[words];
        foreach (var number in numbers)
        {
            bits[number / Bits] |= 1UL << (number % Bits);
        }

        return new MatchingRows([], bits, numbers.Count);
    }

    /// <summary>Adds a weight to the scores of the rows.</summary>
    public void AddTo(Span<float> scores, float weight)
    {
        foreach (var number in _few)
        {
            scores[number] += weight;
        }

        for (var word = 0; word < (_bits?.Length ?? 0); word++)
        {
            for (var left = _bits![word]; left != 0; left &= left - 1)
            {
                scores[(word * Bits) + BitOperations.TrailingZeroCount(left)] += weight;
            }
        }
    }

    /// <summary>Adds a weight to the scores of the rows that another set does not have.</summary>
    public void AddTo(Span<float> scores, float weight, MatchingRows others)
    {
        foreach (var number in Numbers())
        {
            if (!others.Has(number))
            {
                scores[number] += weight;
            }
        }
    }

    /// <summary>Whether one of the rows passes a test.</summary>
    public bool Any(Func<int, bool> test) => Numbers().Any(test);

    /// <summary>Whether a row is among them.</summary>
    public bool Has(int number) => _bits is null
        ? Array.BinarySearch(_few, number) >= 0
        : number / Bits < _bits.Length && (_bits[number / Bits] & (1UL << (number % Bits))) != 0;

    private IEnumerable<int> Numbers()
    {
        foreach (var number in _few)
        {
            yield return number;
        }

        for (var word = 0; word < (_bits?.Length ?? 0); word++)
        {
            for (var left = _bits![word]; left != 0; left &= left - 1)
            {
                yield return (word * Bits) + BitOperations.TrailingZeroCount(left);
            }
        }
    }
}
