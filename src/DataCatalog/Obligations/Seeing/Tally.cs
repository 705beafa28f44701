using DataCatalog.Index.Columns;

namespace DataCatalog.Obligations.Seeing;

/// <summary>The counts of datasets within reach of a territory, each with the best known of them.</summary>
internal sealed class Tally
{
    /// <summary>The datasets that local authorities produce and that name the territory.</summary>
    public Count Own { get; } = new();

    /// <summary>The datasets that the territory's own authority publishes, about any place.</summary>
    public Count Published { get; } = new();

    /// <summary>The datasets that local authorities produce and that name a grouping of the commune, by its position.</summary>
    public IReadOnlyList<Count> OfGroupings { get; } = [new(), new()];

    /// <summary>The other datasets that cover the territory, or may cover it; only those that do are named.</summary>
    public Count Others { get; } = new();

    public void Add(Row row, Reach reach)
    {
        Own.AddIf(reach.IsOwn, row);
        Published.AddIf(reach.IsPublished, row);
        OfGroupings[0].AddIf(Reach.Has(reach.Named, 0), row);
        OfGroupings[1].AddIf(Reach.Has(reach.Named, 1), row);
        Others.AddIf(reach.MayCover && !reach.IsOwn, row, isNamed: reach.Covers);
    }

    /// <summary>A number of datasets, with the best known of them.</summary>
    internal sealed class Count
    {
        private readonly FirstRows _first = new();

        public int Total { get; private set; }

        public IReadOnlyList<Row> First => _first.Rows;

        public void AddIf(bool isCounted, Row row, bool isNamed = true)
        {
            if (isCounted)
            {
                Total++;
                if (isNamed)
                {
                    _first.Offer(row);
                }
            }
        }
    }
}
