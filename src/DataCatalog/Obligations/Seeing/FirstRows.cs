using DataCatalog.Index.Columns;

namespace DataCatalog.Obligations.Seeing;

/// <summary>Keeps the best known of the datasets that are offered.</summary>
internal sealed class FirstRows
{
    /// <summary>
    /// The number of datasets that are kept. A mapping names datasets in many places; the searches that it links list the others.
    /// </summary>
    public const int Max = 5;

    private readonly List<Row> _rows = new(Max + 1);

    /// <summary>The datasets that are kept, best known first.</summary>
    public IReadOnlyList<Row> Rows => _rows;

    /// <summary>Keeps a dataset if it is among the best known so far.</summary>
    public void Offer(Row row)
    {
        var at = _rows.Count;
        while (at > 0 && RowOrder.Known.Compare(row, _rows[at - 1]) < 0)
        {
            at--;
        }

        if (at < Max)
        {
            _rows.Insert(at, row);
            _rows.RemoveRange(Math.Min(Max, _rows.Count), Math.Max(0, _rows.Count - Max));
        }
    }
}
