using DataCatalog.Index.Columns;

namespace DataCatalog.Obligations;

/// <summary>The datasets of a territory, counted, with the best known of them.</summary>
internal sealed class Tally
{
    private readonly FirstRows _firstOwn = new();
    private readonly FirstRows _firstOthers = new();
    private readonly FirstRows _firstBare = new();

    public int Own { get; private set; }

    public int Others { get; private set; }

    public IReadOnlyList<Row> FirstOwn => _firstOwn.Rows;

    public IReadOnlyList<Row> FirstOthers => _firstOthers.Rows;

    /// <summary>Its own datasets that name no schema.</summary>
    public IReadOnlyList<Row> FirstBare => _firstBare.Rows;

    public void Add(Row row, bool isOwn, bool hasSchema)
    {
        if (isOwn)
        {
            Own++;
            _firstOwn.Offer(row);
            if (!hasSchema)
            {
                _firstBare.Offer(row);
            }
        }
        else
        {
            Others++;
            _firstOthers.Offer(row);
        }
    }
}
