using DataCatalog.Index.Columns;

namespace DataCatalog.Obligations.Seeing;

/// <summary>The counts of datasets within reach of a territory, with the best known of them.</summary>
internal sealed class Tally
{
    private readonly FirstRows _firstOwn = new();
    private readonly FirstRows _firstOthers = new();

    /// <summary>The number of the territory's own datasets.</summary>
    public int Own { get; private set; }

    /// <summary>The number of other datasets that cover the territory.</summary>
    public int Others { get; private set; }

    /// <summary>The best known, its own first.</summary>
    public IEnumerable<Row> First => _firstOwn.Rows.Concat(_firstOthers.Rows).Take(FirstRows.Max);

    public void Add(Row row, Reach reach)
    {
        if (reach.IsOwn)
        {
            Own++;
            _firstOwn.Offer(row);
        }
        else if (reach.Covers)
        {
            Others++;
            _firstOthers.Offer(row);
        }
    }
}
