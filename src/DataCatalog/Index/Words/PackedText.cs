namespace DataCatalog.Index.Words;

/// <summary>
/// The terms of a dataset in their order, packed into bytes: a number takes 7 bits of each byte, and all but its last byte have the
/// highest bit. A zero ends each column. So a phrase is a sequence of bytes, which is found without reading the numbers.
/// </summary>
internal static class PackedText
{
    public const int Columns = 4;

    private const byte ColumnEnd = 0;
    private const byte More = 0x80;

    public static void AddTerm(List<byte> text, int term)
    {
        var left = (uint)term + 1;
        for (; left >= More; left >>= 7)
        {
            text.Add((byte)(left | More));
        }

        text.Add((byte)left);
    }

    public static void EndColumn(List<byte> text) => text.Add(ColumnEnd);

    /// <summary>Returns the number of terms in a text.</summary>
    public static int CountTerms(ReadOnlySpan<byte> text)
    {
        var count = -Columns;
        foreach (var part in text)
        {
            count += part < More ? 1 : 0;
        }

        return count;
    }

    /// <summary>Takes the next column from a text.</summary>
    public static ReadOnlySpan<byte> TakeColumn(ref ReadOnlySpan<byte> text)
    {
        var end = text.IndexOf(ColumnEnd);
        var column = text[..end];
        text = text[(end + 1)..];
        return column;
    }

    /// <summary>Takes the next term from a column, which must have one.</summary>
    public static int TakeTerm(ref ReadOnlySpan<byte> column)
    {
        var (term, shift, at) = (0u, 0, 0);
        for (; column[at] >= More; at++, shift += 7)
        {
            term |= (uint)(column[at] & ~More) << shift;
        }

        term |= (uint)column[at] << shift;
        column = column[(at + 1)..];
        return (int)term - 1;
    }

    /// <summary>Whether a term begins at a place of a column.</summary>
    public static bool IsStart(ReadOnlySpan<byte> column, int place) => place == 0 || column[place - 1] < More;
}
