using DataCatalog.Index.Columns;

namespace DataCatalog.Obligations;

/// <summary>The counts of datasets within reach of a territory, with the best known of them.</summary>
internal sealed class Tally
{
    private readonly FirstRows _firstOwn = new();
    private readonly FirstRows _firstOthers = new();
    private readonly FirstRows _firstWithoutSchema = new();

    /// <summary>The number of the territory's own datasets.</summary>
    public int Own { get; private set; }

    /// <summary>The number of other datasets that cover the territory.</summary>
    public int Others { get; private set; }

    public IReadOnlyList<Row> FirstOwn => _firstOwn.Rows;

    public IReadOnlyList<Row> FirstOthers => _firstOthers.Rows;

    /// <summary>The best known of the territory's own datasets that name no schema.</summary>
    public IReadOnlyList<Row> FirstWithoutSchema => _firstWithoutSchema.Rows;

    public void Add(Row row, bool isOwn, bool hasSchema)
    {
        if (isOwn)
        {
            Own++;
            _firstOwn.Offer(row);
            if (!hasSchema)
            {
                _firstWithoutSchema.Offer(row);
            }
        }
        else
        {
            Others++;
            _firstOthers.Offer(row);
        }
    }
}
