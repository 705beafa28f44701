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

    public static void AddTerm(List<byte> text, int term) => AddNumber(text, term + 1);

    /// <summary>Adds a number, which is positive.</summary>
    public static void AddNumber(List<byte> numbers, int number)
    {
        var left = (uint)number;
        for (; left >= More; left >>= 7)
        {
            numbers.Add((byte)(left | More));
        }

        numbers.Add((byte)left);
    }

    public static void EndColumn(List<byte> text) => text.Add(ColumnEnd);

    /// <summary>Returns the number of terms in a text.</summary>
    public static int CountTerms(ReadOnlySpan<byte> text) => CountNumbers(text) - Columns;

    /// <summary>Returns how many numbers there are.</summary>
    public static int CountNumbers(ReadOnlySpan<byte> numbers)
    {
        var count = 0;
        foreach (var part in numbers)
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
    public static int TakeTerm(ref ReadOnlySpan<byte> column) => TakeNumber(ref column) - 1;

    /// <summary>Takes the next number, which must be there.</summary>
    public static int TakeNumber(ref ReadOnlySpan<byte> numbers)
    {
        var (number, shift, at) = (0u, 0, 0);
        for (; numbers[at] >= More; at++, shift += 7)
        {
            number |= (uint)(numbers[at] & ~More) << shift;
        }

        number |= (uint)numbers[at] << shift;
        numbers = numbers[(at + 1)..];
        return (int)number;
    }

    /// <summary>Whether a term begins at a place of a column.</summary>
    public static bool IsStart(ReadOnlySpan<byte> column, int place) => place == 0 || column[place - 1] < More;
}
