using DataCatalog.Index.Text;

namespace DataCatalog.Index.Words;

/// <summary>Finds the datasets whose texts meet conditions, for one question, which asks for the same words several times.</summary>
internal sealed class WordFinder(WordIndex index)
{
    private readonly Dictionary<(string Expression, TextColumns Columns), RowSet> _known = [];

    public WordIndex Index => index;

    /// <summary>Finds the datasets that meet a condition in some columns.</summary>
    public RowSet Find(TextCondition condition, TextColumns columns = TextColumns.All) => condition switch
    {
        TextCondition.Has has => Known(has.Term, columns),
        TextCondition.All all => all.Conditions.Select(part => Find(part, columns)).Aggregate((one, other) => one.And(other)),
        TextCondition.Any any => RowSet.Union([.. any.Conditions.Select(part => Find(part, columns))]),
        TextCondition.Except except => Find(except.Wanted, columns).Except(Find(except.Unwanted, columns)),
        _ => throw new InvalidOperationException($"{condition} is no condition."),
    };

    private RowSet Known(SearchTerm term, TextColumns columns)
    {
        if (!_known.TryGetValue((term.Expression, columns), out var found))
        {
            _known.Add((term.Expression, columns), found = Find(term, columns));
        }

        return found;
    }

    private RowSet Find(SearchTerm term, TextColumns columns)
    {
        var words = term.Each.Select(word => RowsOf(word, columns)).ToList();
        var together = words.Aggregate((one, other) => one.And(other));
        return words.Count == 1 || together.Count == 0 ? together
            : PackedPhrase.Of(term, index.Terms) is { } phrase ? together.Where(row => phrase.IsIn(index.TextOf(row), columns))
            : RowSet.None;
    }

    private RowSet RowsOf(SearchTerm word, TextColumns columns) =>
        word.IsUnfinished ? index.RowsOf(index.Terms.Beginning(word.Terms[0]), columns)
        : index.Terms.Find(word.Terms[0]) is { } term ? index.RowsOf([term], columns)
        : RowSet.None;
}
