namespace DataCatalog.Index.Text;

/// <summary>The words of some texts in memory, asked with the same meaning as the index of the datasets.</summary>
internal sealed class TextWords
{
    private readonly List<Token?> _tokens = [];
    private readonly HashSet<string> _terms = new(StringComparer.Ordinal);

    /// <summary>Reads texts; a phrase never reaches from one to the next.</summary>
    public TextWords(params IEnumerable<string?> texts)
    {
        foreach (var text in texts.OfType<string>())
        {
            _tokens.AddRange(FrenchText.Tokens(text));
            _tokens.Add(null);
            _tokens.AddRange(FrenchText.Compounds(text));
            _tokens.Add(null);
        }

        _terms.UnionWith(_tokens.OfType<Token>().Select(token => token.Term));
    }

    /// <summary>The number of different words.</summary>
    public int Count => _terms.Count;

    /// <summary>Whether the texts have a word in its indexed form.</summary>
    public bool HasTerm(string term) => _terms.Contains(term);

    /// <summary>Whether the texts have a part of a question: in one of its forms, or with its words apart.</summary>
    public bool Has(WantedPart part) =>
        part.Forms.Any(Has)
        || (part.Singles.Count > 0 && part.Singles.All(Has))
        || part.FormsApart.Any(term => term.Each.All(Has));

    /// <summary>Whether the texts have the words of a term, one after the other.</summary>
    public bool Has(SearchTerm term)
    {
        if (term is { IsUnfinished: false, Terms: [var only] })
        {
            return _terms.Contains(only);
        }

        for (var first = 0; first + term.Terms.Count <= _tokens.Count; first++)
        {
            if (IsAt(term, first))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsAt(SearchTerm term, int first)
    {
        for (var index = 0; index < term.Terms.Count; index++)
        {
            if (_tokens[first + index] is not { } token
                || !Is(token, term.Terms[index], term.IsUnfinished && index == term.Terms.Count - 1))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Is(Token token, string word, bool isBeginning) => isBeginning
        ? token.Word.StartsWith(word, StringComparison.Ordinal) || token.Term.StartsWith(word, StringComparison.Ordinal)
        : string.Equals(token.Term, word, StringComparison.Ordinal);
}
