using DataCatalog.Index.Text;

namespace DataCatalog.Index.Words;

/// <summary>
/// How relevant datasets are to a condition: bm25 as FTS5 defines it (https://sqlite.org/fts5.html section 5.1.1), with a weight for each
/// column.
/// </summary>
internal sealed class Relevance
{
    /// <summary>The title counts most, then the keywords, then publisher, competences and places.</summary>
    private static readonly double[] Weights = [8, 5, 3, 1];

    /// <summary>How much a further place of a word counts.</summary>
    private const double Saturation = 1.2;

    /// <summary>How much the length of a text counts.</summary>
    private const double ShareOfLength = 0.75;

    /// <summary>The weight of a word that more than half of the datasets have.</summary>
    private const double LeastRarity = 1e-6;

    private readonly WordFinder _finder;
    private readonly TextColumns _columns;
    private readonly List<Leaf> _leaves = [];
    private readonly double _meanLength;

    private Relevance(WordFinder finder, TextColumns columns) => (_finder, _columns, _meanLength) =
        (finder, columns, (double)finder.Index.CountOfTerms / finder.Index.Count);

    /// <summary>Returns the relevance, which is positive, of the datasets that meet a condition, by their row numbers.</summary>
    public static Dictionary<int, double> Of(WordFinder finder, TextCondition condition, TextColumns columns = TextColumns.All)
    {
        var (found, relevance) = (finder.Find(condition, columns), new Relevance(finder, columns));
        relevance.Add(condition, found);
        var byRow = new Dictionary<int, double>(found.Count);
        foreach (var row in found)
        {
            byRow.Add(row, relevance.Of(row));
        }

        return byRow;
    }

    /// <summary>Adds the words of a condition. Those of a part count only for the datasets that meet the part.</summary>
    private void Add(TextCondition condition, RowSet within)
    {
        switch (condition)
        {
            case TextCondition.Has has:
                Add(has.Term, within);
                break;
            case TextCondition.All all:
                AddAll(all.Conditions, within);
                break;
            case TextCondition.Any any:
                AddAll(any.Conditions, within);
                break;
            case TextCondition.Except except:
                Add(except.Wanted, within);
                break;
        }
    }

    private void AddAll(IReadOnlyList<TextCondition> conditions, RowSet within)
    {
        foreach (var condition in conditions)
        {
            Add(condition, within.And(_finder.Find(condition, _columns)));
        }
    }

    private void Add(SearchTerm term, RowSet within)
    {
        if (within.Count > 0 && PackedPhrase.Of(term, _finder.Index.Terms) is { } phrase)
        {
            var (all, having) = (_finder.Index.Count, _finder.Find(new TextCondition.Has(term), _columns).Count);
            var rarity = Math.Log((all - having + 0.5) / (having + 0.5));
            _leaves.Add(new Leaf(phrase, within, rarity > 0 ? rarity : LeastRarity));
        }
    }

    private double Of(int row)
    {
        var text = _finder.Index.TextOf(row);
        var (relevance, length) = (0.0, (double)PackedText.CountTerms(text));
        foreach (var (phrase, rows, rarity) in _leaves)
        {
            var weight = rows.Has(row) ? phrase.WeightIn(text, _columns, Weights) : 0;
            relevance += rarity * ((weight * (Saturation + 1.0))
                / (weight + (Saturation * (1 - ShareOfLength + (ShareOfLength * length / _meanLength)))));
        }

        return relevance;
    }

    /// <summary>A word or phrase of the condition.</summary>
    private sealed record Leaf(PackedPhrase Phrase, RowSet Rows, double Rarity);
}
