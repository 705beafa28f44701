using System.Globalization;

namespace DataCatalog.Index.Columns;

/// <summary>A total order of datasets. Every order ends with the identifier, so that no two datasets are equal.</summary>
/// <param name="Name">Its name in a query and in a cursor; empty when a query cannot ask for it.</param>
/// <param name="Index">Its position in <see cref="All"/>.</param>
/// <param name="Compare">Compares two datasets.</param>
internal sealed record RowOrder(string Name, int Index, Comparison<Row> Compare) : IComparer<Row>
{
    /// <summary>The alphabetical order that readers expect: accents and case do not count.</summary>
    private static readonly CompareInfo French = CultureInfo.GetCultureInfo("fr-FR").CompareInfo;

    private const CompareOptions TitleOptions = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace | CompareOptions.IgnoreSymbols;

    public static readonly RowOrder Identifier = new("id", 0, ById);

    /// <summary>By the last change in this catalogue, newest first.</summary>
    public static readonly RowOrder Modified = new("modified", 1, (one, other) => Then(other.Sequence.CompareTo(one.Sequence), one, other));

    public static readonly RowOrder Title = new("title", 2, (one, other) => Then(CompareTitles(one.Title, other.Title), one, other));

    /// <summary>By the number of known facts, largest first; for answers that are too many to be ranked by their words.</summary>
    public static readonly RowOrder Known = new("", 3, (one, other) => Then(other.Known.CompareTo(one.Known), one, other));

    public static readonly IReadOnlyList<RowOrder> All = [Identifier, Modified, Title, Known];

    public static int CompareTitles(string one, string other) =>
        French.Compare(one, other, TitleOptions);

    /// <summary>
    /// Returns the rows in this order. Titles are compared by sort keys, each made once: comparing by the rules of French costs ten times a
    /// comparison of bytes.
    /// </summary>
    public Row[] Sorted(IEnumerable<Row> rows) => this == Title
        ? [.. rows.Select(row => (Row: row, Key: French.GetSortKey(row.Title, TitleOptions)))
            .Order(Comparer<(Row Row, SortKey Key)>.Create((one, other) => Then(SortKey.Compare(one.Key, other.Key), one.Row, other.Row)))
            .Select(keyed => keyed.Row)]
        : [.. rows.Order(this)];

    int IComparer<Row>.Compare(Row? x, Row? y) => Compare(x!, y!);

    private static int Then(int order, Row one, Row other) => order != 0 ? order : ById(one, other);

    private static int ById(Row one, Row other) => string.CompareOrdinal(one.Id, other.Id);
}
