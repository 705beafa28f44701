namespace DataCatalog.Index.Words;

/// <summary>
/// The terms of the index, numbered in the order of their first use, so that frequent ones have small numbers. Immutable: further terms
/// make another book, in which the old ones keep their numbers.
/// </summary>
internal sealed class TermBook
{
    public static readonly TermBook Empty = new([], new Dictionary<string, int>(StringComparer.Ordinal));

    private readonly string[] _terms;
    private readonly Dictionary<string, int> _numbers;
    private readonly int[] _inOrder;

    private TermBook(string[] terms, Dictionary<string, int> numbers)
    {
        (_terms, _numbers) = (terms, numbers);
        _inOrder = [.. Enumerable.Range(0, terms.Length)];
        Array.Sort(_inOrder, (one, other) => string.CompareOrdinal(terms[one], terms[other]));
    }

    public int Count => _terms.Length;

    /// <summary>Returns the number of a term; null for a term that no text has.</summary>
    public int? Find(string term) => _numbers.TryGetValue(term, out var number) ? number : null;

    /// <summary>Returns the numbers of the terms that begin with a text.</summary>
    public ReadOnlySpan<int> Beginning(string start)
    {
        var first = FirstRank(term => string.CompareOrdinal(term, start) >= 0);
        var end = FirstRank(term => string.CompareOrdinal(term, 0, start, 0, start.Length) > 0);
        return _inOrder.AsSpan(first..end);
    }

    /// <summary>Whether a term begins with a text.</summary>
    public bool Begins(int number, string start) => _terms[number].StartsWith(start, StringComparison.Ordinal);

    /// <summary>Returns the place of the first term in order that passes a test, which all later terms pass too.</summary>
    private int FirstRank(Predicate<string> test)
    {
        var (low, high) = (0, _inOrder.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = test(_terms[_inOrder[middle]]) ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    /// <summary>Numbers further terms.</summary>
    public sealed class Builder(TermBook from)
    {
        private readonly List<string> _added = [];
        private Dictionary<string, int> _numbers = from._numbers;

        public int NumberOf(ReadOnlySpan<char> term)
        {
            if (_numbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(term, out var number))
            {
                return number;
            }

            if (_added.Count == 0)
            {
                _numbers = new Dictionary<string, int>(from._numbers, StringComparer.Ordinal);
            }

            number = _numbers.Count;
            _added.Add(term.ToString());
            _numbers.Add(_added[^1], number);
            return number;
        }

        public TermBook ToBook() => _added.Count == 0 ? from : new TermBook([.. from._terms, .. _added], _numbers);
    }
}
