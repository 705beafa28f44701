namespace DataCatalog.Index.Text;

/// <summary>A word or a phrase that is wanted, as terms to look for in memory and as FTS5 expressions.</summary>
internal sealed class WantedPart
{
    /// <summary>Creates a part.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="forms">The forms and synonyms, each of which stands for the part; several words stand together.</param>
    /// <param name="apart">The forms and synonyms of several words, which may also stand apart.</param>
    /// <param name="singles">The single words of a phrase that has synonyms, which may stand apart too; none for anything else.</param>
    public WantedPart(
        string typed, IReadOnlyList<SearchTerm> forms, IReadOnlyList<SearchTerm> apart, IReadOnlyList<SearchTerm> singles)
    {
        (Typed, Forms, FormsApart, Singles) = (typed, forms, apart, singles);
        Together = AnyOf([.. forms.Select(Expression), .. singles.Count > 0 ? [AllOf(singles)] : Array.Empty<string>()]);
        Apart = apart.Count == 0 ? null : AnyOf([.. apart.Select(term => AllOf(term.Each))]);
        Words = [.. singles.Select(Expression)];
    }

    /// <summary>What was typed.</summary>
    public string Typed { get; }

    /// <summary>The forms and synonyms, each of which stands for the part.</summary>
    public IReadOnlyList<SearchTerm> Forms { get; }

    /// <summary>The forms and synonyms of several words, which may also stand apart.</summary>
    public IReadOnlyList<SearchTerm> FormsApart { get; }

    /// <summary>The single words of a phrase that has synonyms; none for anything else.</summary>
    public IReadOnlyList<SearchTerm> Singles { get; }

    /// <summary>The expression for the part and its synonyms.</summary>
    public string Together { get; }

    /// <summary>The expression for the words of its compounds and synonyms wherever they stand; null when there are none.</summary>
    public string? Apart { get; }

    /// <summary>The expressions for the single words of a phrase that has synonyms; none for anything else.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>The expression for the words, together or apart.</summary>
    public string Anywhere => Apart is null ? Together : $"({Together} OR {Apart})";

    private static string Expression(SearchTerm term) => term.Expression;

    private static string AllOf(IEnumerable<SearchTerm> terms) => $"({string.Join(" AND ", terms.Select(Expression))})";

    private static string AnyOf(IReadOnlyList<string> alternatives) =>
        alternatives is [var only] ? only : $"({string.Join(" OR ", alternatives)})";
}
