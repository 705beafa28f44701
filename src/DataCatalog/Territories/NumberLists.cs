namespace DataCatalog.Territories;

/// <summary>Many short lists of numbers in two arrays, which take a fraction of the memory of separate lists.</summary>
internal sealed class NumberLists
{
    private readonly int[] _starts;
    private readonly int[] _numbers;

    private NumberLists(int[] starts, int[] numbers) => (_starts, _numbers) = (starts, numbers);

    public int Count => _starts.Length - 1;

    public ReadOnlySpan<int> this[int row] => _numbers.AsSpan(_starts[row].._starts[row + 1]);

    public static NumberLists Of(IReadOnlyList<int[]> rows)
    {
        var starts = new int[rows.Count + 1];
        for (var row = 0; row < rows.Count; row++)
        {
            starts[row + 1] = starts[row] + rows[row].Length;
        }

        return new NumberLists(starts, [.. rows.SelectMany(row => row)]);
    }

    /// <summary>Lists, for each number, the rows that contain it, in order. Every number must be the index of a row.</summary>
    public NumberLists Inverse()
    {
        var starts = new int[_starts.Length];
        foreach (var number in _numbers)
        {
            starts[number + 1]++;
        }

        for (var row = 0; row < Count; row++)
        {
            starts[row + 1] += starts[row];
        }

        return new NumberLists(starts, Rows(starts));
    }

    private int[] Rows(int[] starts)
    {
        var next = starts[..^1];
        var rows = new int[_numbers.Length];
        for (var row = 0; row < Count; row++)
        {
            foreach (var number in this[row])
            {
                rows[next[number]++] = row;
            }
        }

        return rows;
    }
}
