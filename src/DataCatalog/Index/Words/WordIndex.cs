namespace DataCatalog.Index.Words;

/// <summary>
/// The words of all datasets in memory, as of one change of the catalogue: which datasets have a term in which column, and the text of each
/// dataset as numbers of terms. SQLite needs milliseconds to list the rows of a frequent word, and a microsecond to rank each. Immutable: a
/// later change makes another index, which shares what has not changed.
/// </summary>
internal sealed class WordIndex
{
    private readonly byte[]?[] _texts;
    private readonly PackedRows[][] _rows;

    private WordIndex(TermBook terms, byte[]?[] texts, PackedRows[][] rows)
    {
        (Terms, _texts, _rows) = (terms, texts, rows);
        foreach (var text in texts.OfType<byte[]>())
        {
            Count++;
            CountOfTerms += PackedText.CountTerms(text);
        }
    }

    public TermBook Terms { get; }

    /// <summary>The number of datasets.</summary>
    public int Count { get; }

    /// <summary>The number of terms in all texts.</summary>
    public long CountOfTerms { get; }

    /// <summary>The packed text of a dataset that has words.</summary>
    public ReadOnlySpan<byte> TextOf(int row) => _texts[row];

    /// <summary>Returns the datasets that have one of some terms in one of some columns.</summary>
    public RowSet RowsOf(ReadOnlySpan<int> terms, TextColumns columns)
    {
        var bits = new ulong[RowSet.WordsFor(_texts.Length)];
        for (var column = 0; column < PackedText.Columns; column++)
        {
            foreach (var term in columns.HasFlag((TextColumns)(1 << column)) ? terms : [])
            {
                _rows[column][term].AddTo(bits);
            }
        }

        return RowSet.OfBits(bits);
    }

    /// <summary>Makes the index of texts.</summary>
    /// <param name="terms">The terms of the texts.</param>
    /// <param name="texts">The packed texts by row number; null where there is none.</param>
    public static WordIndex Of(TermBook terms, byte[]?[] texts) =>
        new(terms, texts, [.. Enumerable.Range(0, PackedText.Columns).Select(column => RowsOf(texts, column, terms.Count))]);

    /// <summary>Returns the index after some texts have changed.</summary>
    /// <param name="terms">The terms of this index and of the new texts.</param>
    /// <param name="changed">The numbers of the rows that have changed or are no longer there, in ascending order.</param>
    /// <param name="fresh">The new texts of those that are there.</param>
    public WordIndex With(TermBook terms, IReadOnlyList<int> changed, IReadOnlyDictionary<int, byte[]> fresh)
    {
        var texts = new byte[]?[Math.Max(_texts.Length, changed.Count == 0 ? 0 : changed[^1] + 1)];
        _texts.CopyTo(texts, 0);
        var changes = Enumerable.Range(0, PackedText.Columns).Select(_ => new Dictionary<int, RowChanges>()).ToArray();
        foreach (var row in changed)
        {
            Note(texts[row], (column, term) => ChangesOf(changes[column], term).Removed.Add(row));
            texts[row] = fresh.GetValueOrDefault(row);
            Note(texts[row], (column, term) => ChangesOf(changes[column], term).Added.Add(row));
        }

        return new WordIndex(terms, texts, [.. _rows.Zip(changes, (rows, changes) => Changed(rows, changes, terms.Count))]);
    }

    private static PackedRows[] Changed(PackedRows[] before, Dictionary<int, RowChanges> changes, int count)
    {
        var rows = new PackedRows[count];
        before.CopyTo(rows, 0);
        foreach (var (term, (removed, added)) in changes)
        {
            rows[term] = PackedRows.Of(RowSet.Union([rows[term].Rows.Except(RowSet.Of([.. removed])), RowSet.Of([.. added])]));
        }

        return rows;
    }

    private static RowChanges ChangesOf(Dictionary<int, RowChanges> changes, int term)
    {
        if (!changes.TryGetValue(term, out var own))
        {
            changes.Add(term, own = new RowChanges([], []));
        }

        return own;
    }

    /// <summary>Calls back for each column and each different term in it.</summary>
    private static void Note(ReadOnlySpan<byte> text, Action<int, int> note)
    {
        for (var column = 0; !text.IsEmpty; column++)
        {
            var rest = PackedText.TakeColumn(ref text);
            var seen = new HashSet<int>();
            while (!rest.IsEmpty)
            {
                var term = PackedText.TakeTerm(ref rest);
                if (seen.Add(term))
                {
                    note(column, term);
                }
            }
        }
    }

    /// <summary>Returns the rows of each term in a column: counts them first, so that no list grows.</summary>
    private static PackedRows[] RowsOf(byte[]?[] texts, int column, int terms)
    {
        var ends = new int[terms];
        ForEach(texts, column, terms, (term, _) => ends[term]++);
        var total = 0;
        for (var term = 0; term < terms; term++)
        {
            (ends[term], total) = (total, total + ends[term]);
        }

        var numbers = new int[total];
        ForEach(texts, column, terms, (term, row) => numbers[ends[term]++] = row);
        return [.. ends.Select((end, term) => PackedRows.Of(RowSet.Of(numbers[(term == 0 ? 0 : ends[term - 1])..end])))];
    }

    /// <summary>Calls back for each different term of each row in a column.</summary>
    private static void ForEach(byte[]?[] texts, int column, int terms, Action<int, int> note)
    {
        var last = new int[terms];
        Array.Fill(last, -1);
        for (var row = 0; row < texts.Length; row++)
        {
            ReadOnlySpan<byte> text = texts[row];
            var rest = text.IsEmpty ? text : PackedText.TakeColumn(ref text);
            for (var skipped = 0; skipped < column && !text.IsEmpty; skipped++)
            {
                rest = PackedText.TakeColumn(ref text);
            }

            while (!rest.IsEmpty)
            {
                var term = PackedText.TakeTerm(ref rest);
                if (last[term] != row)
                {
                    last[term] = row;
                    note(term, row);
                }
            }
        }
    }

    /// <summary>The rows that no longer have a term, and those that have it now.</summary>
    private sealed record RowChanges(List<int> Removed, List<int> Added);
}
