namespace DataCatalog.Index.Text;

/// <summary>A word or a phrase that is wanted, as terms to look for and as conditions for the index.</summary>
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
        Together = AnyOf([.. forms.Select(Has), .. singles.Count > 0 ? [AllOf(singles)] : Array.Empty<TextCondition>()]);
        Apart = apart.Count == 0 ? null : AnyOf([.. apart.Select(term => AllOf(term.Each))]);
        Words = [.. singles.Select(Has)];
    }

    /// <summary>What was typed.</summary>
    public string Typed { get; }

    /// <summary>The forms and synonyms, each of which stands for the part.</summary>
    public IReadOnlyList<SearchTerm> Forms { get; }

    /// <summary>The forms and synonyms of several words, which may also stand apart.</summary>
    public IReadOnlyList<SearchTerm> FormsApart { get; }

    /// <summary>The single words of a phrase that has synonyms; none for anything else.</summary>
    public IReadOnlyList<SearchTerm> Singles { get; }

    /// <summary>The part and its synonyms.</summary>
    public TextCondition Together { get; }

    /// <summary>The words of its compounds and synonyms wherever they stand; null when there are none.</summary>
    public TextCondition? Apart { get; }

    /// <summary>The single words of a phrase that has synonyms; none for anything else.</summary>
    public IReadOnlyList<TextCondition> Words { get; }

    /// <summary>The words, together or apart.</summary>
    public TextCondition Anywhere => Apart is null ? Together : AnyOf([Together, Apart]);

    private static TextCondition Has(SearchTerm term) => new TextCondition.Has(term);

    private static TextCondition.All AllOf(IEnumerable<SearchTerm> terms) => new([.. terms.Select(Has)]);

    private static TextCondition AnyOf(IReadOnlyList<TextCondition> alternatives) =>
        alternatives is [var only] ? only : new TextCondition.Any(alternatives);
}
