namespace DataCatalog.Index.Columns;

/// <summary>All datasets as searches see them after one change of the catalogue. Immutable: a further change makes further columns.</summary>
internal sealed class CatalogColumns
{
    private readonly Row?[] _rows;
    private readonly Row[][] _orders;
    private readonly CodeList[] _lists;
    private readonly PackedCodes _codes;

    private CatalogColumns(long sequence, Row?[] rows, Row[][] orders, CodeList[] lists, PackedCodes codes) =>
        (Sequence, _rows, _orders, _lists, _codes) = (sequence, rows, orders, lists, codes);

    /// <summary>The number of the change after which the datasets were so.</summary>
    public long Sequence { get; }

    /// <summary>How many datasets there are.</summary>
    public int Count => _orders[0].Length;

    /// <summary>All numbers of rows are below.</summary>
    public int Bound => _rows.Length;

    /// <summary>The row of a number; null where there is none.</summary>
    public Row? this[int number] => (uint)number < (uint)_rows.Length ? _rows[number] : null;

    public ReadOnlyMemory<Row> In(RowOrder order) => _orders[order.Index];

    /// <summary>The codes of a facet by their numbers.</summary>
    public CodeList Codes(Facet facet) => _lists[facet.Index];

    /// <summary>The numbers of the codes of a dataset.</summary>
    public ReadOnlySpan<int> Codes(Row row, Facet facet) => _codes.Of(row.Number, facet);

    /// <summary>Adds one for each code of a dataset.</summary>
    public void AddTo(int[] counts, int row, Facet facet) => _codes.Count(row, facet, counts);

    /// <summary>Makes columns of all rows, given in the order of their numbers.</summary>
    public static CatalogColumns Of(long sequence, IReadOnlyList<StoredRow> stored)
    {
        CodeList.Builder[] lists = [.. Facet.All.Select(_ => new CodeList.Builder(CodeList.Empty))];
        var rows = new Row?[stored.Count == 0 ? 0 : stored[^1].Number + 1];
        var codes = new PackedCodes.Builder(rows.Length);
        foreach (var row in stored)
        {
            rows[row.Number] = new Row(row);
            codes.Add(row.Number, row.Facts, lists);
        }

        return new CatalogColumns(sequence, rows, [.. RowOrder.All.Select(order => order.Sorted(rows.OfType<Row>()))], [.. lists.Select(list => list.ToList())], codes.Pack());
    }

    /// <summary>The columns after some datasets have changed.</summary>
    /// <param name="sequence">After which change.</param>
    /// <param name="ids">The datasets that were created, changed or withdrawn.</param>
    /// <param name="stored">The present rows of those that live.</param>
    public CatalogColumns With(long sequence, IReadOnlySet<string> ids, IReadOnlyList<StoredRow> stored)
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

        Row[] news = [.. added.Keys.Select(number => rows[number]!)];
        return new CatalogColumns(
            sequence, rows, [.. RowOrder.All.Select(order => Merged(_orders[order.Index], ids, order.Sorted(news), order))], [.. lists.Select(list => list.ToList())], codes.Pack());
    }

    /// <summary>Those of an order that have not changed, with the others in their places.</summary>
    private static Row[] Merged(Row[] before, IReadOnlySet<string> changed, Row[] added, RowOrder order)
    {
        var merged = new List<Row>(before.Length + added.Length);
        var next = 0;
        foreach (var row in before.Where(row => !changed.Contains(row.Id)))
        {
            for (; next < added.Length && order.Compare(added[next], row) < 0; next++)
            {
                merged.Add(added[next]);
            }

            merged.Add(row);
        }

        merged.AddRange(added.AsSpan(next));
        return [.. merged];
    }
}
