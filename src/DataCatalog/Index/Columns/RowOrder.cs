using System.Globalization;

namespace DataCatalog.Index.Columns;

/// <summary>A total order of datasets. Each ends with the identifier, so that no two are alike.</summary>
/// <param name="Name">Its name in a query and in a cursor; empty for those that cannot be asked for.</param>
/// <param name="Index">Its place among the orders.</param>
/// <param name="Compare">Compares two datasets.</param>
internal sealed record RowOrder(string Name, int Index, Comparison<Row> Compare) : IComparer<Row>
{
    /// <summary>The alphabet of people: without accents or case first.</summary>
    private static readonly CompareInfo French = CultureInfo.GetCultureInfo("fr-FR").CompareInfo;

    private const CompareOptions TitleOptions = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace | CompareOptions.IgnoreSymbols;

    public static readonly RowOrder Identifier = new("id", 0, ById);

    /// <summary>The last change here first.</summary>
    public static readonly RowOrder Modified = new("modified", 1, (one, other) => other.Sequence.CompareTo(one.Sequence) is var order and not 0 ? order : ById(one, other));

    public static readonly RowOrder Title = new("title", 2, (one, other) => CompareTitles(one.Title, other.Title) is var order and not 0 ? order : ById(one, other));

    /// <summary>Of those with the same words, what is best known first: for answers too many to be ranked by their words.</summary>
    public static readonly RowOrder Known = new("", 3, (one, other) => other.Known.CompareTo(one.Known) is var order and not 0 ? order : ById(one, other));

    public static readonly IReadOnlyList<RowOrder> All = [Identifier, Modified, Title, Known];

    public static int CompareTitles(string one, string other) =>
        French.Compare(one, other, TitleOptions);

    /// <summary>The rows in this order. Titles are compared by keys, made once each: the rules of the alphabet cost ten times a comparison of bytes.</summary>
    public Row[] Sorted(IEnumerable<Row> rows) => this == Title
        ? [.. rows.Select(row => (Row: row, Key: French.GetSortKey(row.Title, TitleOptions)))
            .Order(Comparer<(Row Row, SortKey Key)>.Create((one, other) => SortKey.Compare(one.Key, other.Key) is var order and not 0 ? order : ById(one.Row, other.Row)))
            .Select(keyed => keyed.Row)]
        : [.. rows.Order(this)];

    int IComparer<Row>.Compare(Row? x, Row? y) => Compare(x!, y!);

    private static int ById(Row one, Row other) => string.CompareOrdinal(one.Id, other.Id);
}
