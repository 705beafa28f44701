namespace DataCatalog.Index.Text;

/// <summary>What a text must have: a word or phrase, all or any of some conditions, or one condition without another.</summary>
internal abstract record TextCondition
{
    private TextCondition()
    {
    }

    /// <summary>The condition as an FTS5 expression (https://sqlite.org/fts5.html section 3).</summary>
    public abstract string Expression { get; }

    /// <summary>A word, a phrase, or the beginning of a word.</summary>
    public sealed record Has(SearchTerm Term) : TextCondition
    {
        public override string Expression => Term.Expression;
    }

    /// <summary>All of some conditions.</summary>
    public sealed record All(IReadOnlyList<TextCondition> Conditions) : TextCondition
    {
        public override string Expression => Joined(Conditions, " AND ");
    }

    /// <summary>At least one of some conditions.</summary>
    public sealed record Any(IReadOnlyList<TextCondition> Conditions) : TextCondition
    {
        public override string Expression => Joined(Conditions, " OR ");
    }

    /// <summary>One condition without another.</summary>
    public sealed record Except(TextCondition Wanted, TextCondition Unwanted) : TextCondition
    {
        public override string Expression => $"({Wanted.Expression} NOT {Unwanted.Expression})";
    }

    private static string Joined(IEnumerable<TextCondition> conditions, string by) =>
        $"({string.Join(by, conditions.Select(condition => condition.Expression))})";
}
