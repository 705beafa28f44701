using System.Numerics;

namespace DataCatalog.Index.Words;

/// <summary>Numbers of rows: as a list in order, or as a set of bits where they are many. Immutable.</summary>
internal sealed class RowSet
{
    public static readonly RowSet None = new([], bits: null, 0);

    private const int WordBits = 64;

    private readonly int[] _few;
    private readonly ulong[]? _bits;

    private RowSet(int[] few, ulong[]? bits, int count) => (_few, _bits, Count) = (few, bits, count);

    /// <summary>The number of rows.</summary>
    public int Count { get; }

    /// <summary>The rows as a set of bits, which nobody changes; null where they are few.</summary>
    public ulong[]? Bits => _bits;

    /// <summary>Keeps row numbers, which ascend, in the form that takes less memory.</summary>
    /// <param name="numbers">The numbers, which nobody changes any more.</param>
    public static RowSet Of(int[] numbers)
    {
        if (numbers.Length == 0)
        {
            return None;
        }

        var words = WordsFor(numbers[^1] + 1);
        if (numbers.Length * sizeof(int) <= words * sizeof(ulong))
        {
            return new RowSet(numbers, bits: null, numbers.Length);
        }

        var bits = new ulong[words];
        foreach (var number in numbers)
        {
            Add(number, bits);
        }

        return new RowSet([], bits, numbers.Length);
    }

    /// <summary>Returns the length of a set of bits for numbers below a bound.</summary>
    public static int WordsFor(int bound) => (bound + WordBits - 1) / WordBits;

    /// <summary>Adds a row to a set of bits.</summary>
    public static void Add(int number, ulong[] bits) => bits[number / WordBits] |= 1UL << (number % WordBits);

    /// <summary>Adds the rows of one set of bits to another, which is not shorter.</summary>
    public static void Add(ReadOnlySpan<ulong> from, Span<ulong> to)
    {
        for (var word = 0; word < from.Length; word++)
        {
            to[word] |= from[word];
        }
    }

    /// <summary>Returns the rows of all sets.</summary>
    public static RowSet Union(IReadOnlyList<RowSet> sets)
    {
        var some = sets.Where(set => set.Count > 0).ToList();
        if (some.Count < 2)
        {
            return some.Count == 0 ? None : some[0];
        }

        var bits = new ulong[some.Max(set => set.Words)];
        foreach (var set in some)
        {
            set.AddTo(bits);
        }

        return OfBits(bits);
    }

    /// <summary>Returns the rows that another set has too.</summary>
    public RowSet And(RowSet other)
    {
        if (_bits is null || other._bits is null)
        {
            var (few, set) = _bits is null ? (this, other) : (other, this);
            return few == set ? few : few.Where(set.Has);
        }

        var bits = new ulong[Math.Min(Words, other.Words)];
        for (var word = 0; word < bits.Length; word++)
        {
            bits[word] = _bits[word] & other._bits[word];
        }

        return OfBits(bits);
    }

    /// <summary>Returns the rows that another set does not have.</summary>
    public RowSet Except(RowSet other)
    {
        if (Count == 0 || other.Count == 0)
        {
            return this;
        }

        if (_bits is null || other._bits is null)
        {
            return Where(number => !other.Has(number));
        }

        ulong[] bits = [.. _bits];
        for (var word = 0; word < Math.Min(Words, other.Words); word++)
        {
            bits[word] &= ~other._bits[word];
        }

        return OfBits(bits);
    }

    /// <summary>Returns the rows that pass a test.</summary>
    public RowSet Where(Func<int, bool> test)
    {
        var kept = new List<int>();
        foreach (var number in this)
        {
            if (test(number))
            {
                kept.Add(number);
            }
        }

        return Of([.. kept]);
    }

    /// <summary>Returns the first rows.</summary>
    public IReadOnlyList<int> First(int limit)
    {
        var first = new List<int>(Math.Min(limit, Count));
        foreach (var number in this)
        {
            if (first.Count == limit)
            {
                break;
            }

            first.Add(number);
        }

        return first;
    }

    /// <summary>Whether a row is among them.</summary>
    public bool Has(int number) => _bits is null
        ? Array.BinarySearch(_few, number) >= 0
        : number / WordBits < _bits.Length && (_bits[number / WordBits] & (1UL << (number % WordBits))) != 0;

    /// <summary>Adds a weight to the scores of the rows.</summary>
    public void AddTo(Span<float> scores, float weight)
    {
        foreach (var number in this)
        {
            scores[number] += weight;
        }
    }

    /// <summary>Lists the rows in ascending order.</summary>
    public Enumerator GetEnumerator() => new(this);

    private int Words => _bits?.Length ?? WordsFor(_few[^1] + 1);

    /// <summary>Makes a set of bits, or of the numbers where they are few.</summary>
    public static RowSet OfBits(ulong[] bits)
    {
        var count = 0;
        foreach (var word in bits)
        {
            count += BitOperations.PopCount(word);
        }

        var found = new RowSet([], bits, count);
        return count * sizeof(int) > bits.Length * sizeof(ulong) ? found : Of([.. found.First(count)]);
    }

    private void AddTo(ulong[] bits)
    {
        foreach (var number in _few)
        {
            Add(number, bits);
        }

        Add(_bits ?? [], bits);
    }

    /// <summary>Goes through the rows.</summary>
    public struct Enumerator(RowSet rows)
    {
        private int _next;
        private ulong _left;

        public int Current { get; private set; }

        public bool MoveNext()
        {
            if (rows._bits is null)
            {
                var isThere = _next < rows._few.Length;
                Current = isThere ? rows._few[_next++] : 0;
                return isThere;
            }

            while (_left == 0)
            {
                if (_next == rows._bits.Length)
                {
                    return false;
                }

                _left = rows._bits[_next++];
            }

            Current = ((_next - 1) * WordBits) + BitOperations.TrailingZeroCount(_left);
            _left &= _left - 1;
            return true;
        }
    }
}
