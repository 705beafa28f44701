namespace DataCatalog.Index.Columns;

/// <summary>
/// The codes of all datasets in one array, in the order of their row numbers. A dataset has a head, which holds the position where the
/// codes of each facet end, and then its codes, facet after facet. A pass over many datasets reads memory sequentially.
/// </summary>
internal sealed class PackedCodes
{
    private static readonly int Heads = Facet.All.Count;

    private readonly int[] _starts;
    private readonly int[] _packed;

    private PackedCodes(int[] starts, int[] packed) => (_starts, _packed) = (starts, packed);

    public ReadOnlySpan<int> Of(int row, Facet facet)
    {
        var start = _starts[row];
        var from = facet.Index == 0 ? Heads : _packed[start + facet.Index - 1];
        return _packed.AsSpan(start + from, _packed[start + facet.Index] - from);
    }

    /// <summary>Counts the codes of a dataset in a facet.</summary>
    /// <param name="row">Its number.</param>
    /// <param name="facet">The facet.</param>
    /// <param name="counts">The number of datasets with each code, to which this dataset is added.</param>
    public void Count(int row, Facet facet, int[] counts)
    {
        var codes = _packed.AsSpan(_starts[row]);
        var end = codes[facet.Index];
        for (var at = facet.Index == 0 ? Heads : codes[facet.Index - 1]; at < end; at++)
        {
            counts[codes[at]]++;
        }
    }

    /// <summary>Packs codes row by row, in the order of the row numbers.</summary>
    /// <param name="bound">Greater than every row number.</param>
    public sealed class Builder(int bound)
    {
        private readonly int[] _starts = new int[bound];
        private readonly List<int> _packed = new(bound * (Heads + 16));

        /// <summary>Adds the codes of a dataset.</summary>
        /// <param name="row">Its number.</param>
        /// <param name="facts">Its facts.</param>
        /// <param name="lists">The lists that number the codes, one for each facet.</param>
        public void Add(int row, DatasetFacts facts, IReadOnlyList<CodeList.Builder> lists)
        {
            var start = _starts[row] = _packed.Count;
            _packed.AddRange(Enumerable.Repeat(0, Heads));
            foreach (var facet in Facet.All)
            {
                foreach (var code in facet.CodesOf(facts))
                {
                    _packed.Add(lists[facet.Index].NumberOf(code));
                }

                _packed[start + facet.Index] = _packed.Count - start;
            }
        }

        /// <summary>Adds the codes of a dataset that is packed already.</summary>
        public void Add(int row, PackedCodes from)
        {
            _starts[row] = _packed.Count;
            var start = from._starts[row];
            _packed.AddRange(from._packed.AsSpan(start, from._packed[start + Heads - 1]));
        }

        public PackedCodes Pack() => new(_starts, [.. _packed]);
    }
}
