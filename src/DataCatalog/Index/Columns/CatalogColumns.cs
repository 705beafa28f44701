using DataCatalog.Index.Words;

namespace DataCatalog.Index.Columns;

/// <summary>
/// The facts and words of all datasets that searches find, filter, sort and count, as of one change of the catalogue. Immutable: a later
/// change makes new columns.
/// </summary>
internal sealed class CatalogColumns
{
    private readonly Row?[] _rows;
    private readonly RowList[] _orders;
    private readonly CodeList[] _lists;
    private readonly PackedCodes _codes;

    private CatalogColumns(long sequence, Row?[] rows, RowList[] orders, CodeList[] lists, PackedCodes codes, WordIndex words) =>
        (Sequence, _rows, _orders, _lists, _codes, Words) = (sequence, rows, orders, lists, codes, words);

    /// <summary>The number of the last change that these columns contain.</summary>
    public long Sequence { get; }

    /// <summary>The words of the datasets.</summary>
    public WordIndex Words { get; }

    /// <summary>The number of datasets.</summary>
    public int Count => _orders[0].Count;

    /// <summary>Greater than every row number.</summary>
    public int Bound => _rows.Length;

    /// <summary>Returns the row with a number; null when there is none.</summary>
    public Row? this[int number] => (uint)number < (uint)_rows.Length ? _rows[number] : null;

    public RowList In(RowOrder order) => _orders[order.Index];

    /// <summary>Returns the numbered codes of a facet.</summary>
    public CodeList Codes(Facet facet) => _lists[facet.Index];

    /// <summary>Returns the numbers of the codes of a dataset in a facet.</summary>
    public ReadOnlySpan<int> Codes(Row row, Facet facet) => _codes.Of(row.Number, facet);

    /// <summary>Adds 1 to the count of each code of a dataset in a facet.</summary>
    public void AddTo(int[] counts, int row, Facet facet) => _codes.Count(row, facet, counts);

    /// <summary>Lists the row numbers of some datasets, those that are there.</summary>
    public IEnumerable<int> NumbersOf(IReadOnlySet<string> ids) =>
        _rows.OfType<Row>().Where(row => ids.Contains(row.Id)).Select(row => row.Number);

    /// <summary>
    /// Builds the columns from all rows. Each is read, packed and forgotten: all of them would take several times the memory.
    /// </summary>
    /// <param name="sequence">The number of the last change.</param>
    /// <param name="bound">Greater than every row number.</param>
    /// <param name="stored">The rows, in the order of their numbers.</param>
    /// <param name="words">Returns the words of all datasets; it is called when the rows are packed.</param>
    public static CatalogColumns Of(long sequence, int bound, IEnumerable<StoredRow> stored, Func<WordIndex> words)
    {
        CodeList.Builder[] lists = [.. Facet.All.Select(_ => new CodeList.Builder(CodeList.Empty))];
        var rows = new Row?[bound];
        var codes = new PackedCodes.Builder(rows.Length);
        foreach (var row in stored)
        {
            rows[row.Number] = new Row(row);
            codes.Add(row.Number, row.Facts, lists);
        }

        RowList[] orders = [.. RowOrder.All.Select(order => new RowList(order.Sorted(rows.OfType<Row>())))];
        return new CatalogColumns(sequence, rows, orders, [.. lists.Select(list => list.ToList())], codes.Pack(), words());
    }

    /// <summary>Returns the columns after some datasets have changed.</summary>
    /// <param name="sequence">The number of the last change.</param>
    /// <param name="ids">The datasets that were created, changed or withdrawn.</param>
    /// <param name="stored">The current rows of those datasets that are not withdrawn.</param>
    /// <param name="words">The words of all datasets after the change.</param>
    public CatalogColumns With(long sequence, IReadOnlySet<string> ids, IReadOnlyList<StoredRow> stored, WordIndex words)
    {
        CodeList.Builder[] lists = [.. _lists.Select(list => new CodeList.Builder(list))];
        var added = stored.ToDictionary(row => row.Number);
        var rows = new Row?[Math.Max(_rows.Length, added.Keys.Append(-1).Max() + 1)];
        var codes = new PackedCodes.Builder(rows.Length);
        for (var number = 0; number < rows.Length; number++)
        {
            if (added.TryGetValue(number, out var fresh))
            {
                rows[number] = new Row(fresh);
                codes.Add(number, fresh.Facts, lists);
            }
            else if (this[number] is { } row && !ids.Contains(row.Id))
            {
                rows[number] = row;
                codes.Add(number, _codes);
            }
        }

        Row[] addedRows = [.. added.Keys.Select(number => rows[number]!)];
        RowList[] orders = [.. RowOrder.All.Select(order => Merged(_orders[order.Index], ids, order.Sorted(addedRows), order))];
        return new CatalogColumns(sequence, rows, orders, [.. lists.Select(list => list.ToList())], codes.Pack(), words);
    }

    /// <summary>Merges added rows into a sorted list, from which the changed rows are dropped.</summary>
    private static RowList Merged(RowList before, IReadOnlySet<string> changed, Row[] added, RowOrder order)
    {
        var merged = new List<Row>(before.Count + added.Length);
        var next = 0;
        foreach (var row in before.Rows)
        {
            if (changed.Contains(row.Id))
            {
                continue;
            }

            for (; next < added.Length && order.Compare(added[next], row) < 0; next++)
            {
                merged.Add(added[next]);
            }

            merged.Add(row);
        }

        merged.AddRange(added.AsSpan(next));
        return new RowList([.. merged]);
    }
}
