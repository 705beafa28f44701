using DataCatalog.Index.Text;

namespace DataCatalog.Index.Words;

/// <summary>A term or phrase in the form in which packed texts are looked through.</summary>
internal sealed class PackedPhrase
{
    private readonly byte[] _complete;
    private readonly string? _beginning;
    private readonly TermBook _terms;

    private PackedPhrase(byte[] complete, string? beginning, TermBook terms) =>
        (_complete, _beginning, _terms) = (complete, beginning, terms);

    /// <summary>Packs a term; null when no text has one of its complete words.</summary>
    public static PackedPhrase? Of(SearchTerm term, TermBook terms)
    {
        var complete = new List<byte>();
        foreach (var word in term.Terms.SkipLast(term.IsUnfinished ? 1 : 0))
        {
            if (terms.Find(word) is not { } number)
            {
                return null;
            }

            PackedText.AddTerm(complete, number);
        }

        return new PackedPhrase([.. complete], term.IsUnfinished ? term.Terms[^1] : null, terms);
    }

    /// <summary>Whether some columns of a text have the phrase.</summary>
    public bool IsIn(ReadOnlySpan<byte> text, TextColumns columns) => WeightIn(text, columns, [1, 1, 1, 1]) > 0;

    /// <summary>Adds up the places of the phrase in some columns of a text, each with the weight of its column.</summary>
    public double WeightIn(ReadOnlySpan<byte> text, TextColumns columns, ReadOnlySpan<double> weights)
    {
        var weight = 0.0;
        if (text.IndexOf(_complete) < 0)
        {
            return weight;
        }

        for (var index = 0; index < PackedText.Columns; index++)
        {
            var column = PackedText.TakeColumn(ref text);
            weight += columns.HasFlag((TextColumns)(1 << index)) ? weights[index] * CountIn(column) : 0;
        }

        return weight;
    }

    private int CountIn(ReadOnlySpan<byte> column)
    {
        if (_complete.Length == 0)
        {
            return CountBeginnings(column);
        }

        var count = 0;
        for (var from = 0; from < column.Length && column[from..].IndexOf(_complete) is >= 0 and var found; from++)
        {
            from += found;
            count += PackedText.IsStart(column, from) && Goes(column[(from + _complete.Length)..]) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Counts the terms that begin with a text, for a phrase of nothing else.</summary>
    private int CountBeginnings(ReadOnlySpan<byte> column)
    {
        var count = 0;
        while (!column.IsEmpty)
        {
            count += _terms.Begins(PackedText.TakeTerm(ref column), _beginning!) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Whether the phrase goes on with the rest of a column.</summary>
    private bool Goes(ReadOnlySpan<byte> rest) =>
        _beginning is null || (!rest.IsEmpty && _terms.Begins(PackedText.TakeTerm(ref rest), _beginning));
}
