using DataCatalog.Index.Columns;

namespace DataCatalog.Obligations;

/// <summary>A few datasets, best known first, of all that are offered.</summary>
internal sealed class FirstRows
{
    /// <summary>A mapping names datasets many times over: the searches that it links list the others.</summary>
    public const int Most = 3;

    private readonly List<Row> _rows = new(Most + 1);

    public IReadOnlyList<Row> Rows => _rows;

    public void Offer(Row row)
    {
        var at = _rows.Count;
        while (at > 0 && RowOrder.Known.Compare(row, _rows[at - 1]) < 0)
        {
            at--;
        }

        if (at < Most)
        {
            _rows.Insert(at, row);
            _rows.RemoveRange(Math.Min(Most, _rows.Count), Math.Max(0, _rows.Count - Most));
        }
    }
}
