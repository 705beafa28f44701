namespace DataCatalog.Index.Words;

/// <summary>
/// The rows of a term as they are kept: many as a set of bits, few as the distances between them, of which a short one takes a byte. Most
/// of 100,000 sets have few rows, so that an object for each, and four bytes for each row, would take three times the memory.
/// </summary>
internal readonly struct PackedRows
{
    /// <summary>An array of <c>ulong</c>, with a bit for each row; one of <c>byte</c>, with distances; or null for none.</summary>
    private readonly Array? _packed;

    private PackedRows(Array packed) => _packed = packed;

    /// <summary>The rows, ready to be joined with others.</summary>
    public RowSet Rows => _packed switch
    {
        ulong[] bits => RowSet.OfBits(bits),
        byte[] distances => RowSet.Of(Numbers(distances)),
        _ => RowSet.None,
    };

    /// <summary>Packs rows.</summary>
    public static PackedRows Of(RowSet rows) => rows.Count == 0 ? default : new PackedRows(rows.Bits ?? (Array)Distances(rows));

    /// <summary>Adds the rows to a set of bits.</summary>
    public void AddTo(ulong[] bits)
    {
        if (_packed is ulong[] own)
        {
            RowSet.Add(own, bits);
        }

        ReadOnlySpan<byte> distances = _packed as byte[];
        for (var row = -1; !distances.IsEmpty;)
        {
            row += PackedText.TakeNumber(ref distances);
            RowSet.Add(row, bits);
        }
    }

    private static byte[] Distances(RowSet rows)
    {
        var (packed, before) = (new List<byte>(), -1);
        foreach (var row in rows)
        {
            PackedText.AddNumber(packed, row - before);
            before = row;
        }

        return [.. packed];
    }

    private static int[] Numbers(ReadOnlySpan<byte> distances)
    {
        var numbers = new int[PackedText.CountNumbers(distances)];
        for (var (index, before) = (0, -1); index < numbers.Length; index++)
        {
            before = numbers[index] = before + PackedText.TakeNumber(ref distances);
        }

        return numbers;
    }
}
