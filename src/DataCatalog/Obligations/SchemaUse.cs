using DataCatalog.Index.Columns;

namespace DataCatalog.Obligations;

/// <summary>The datasets that follow a schema, from the point of view of a territory.</summary>
internal sealed class SchemaUse
{
    private int _distance = int.MaxValue;

    /// <summary>The datasets within reach of the territory.</summary>
    public Tally Tally { get; } = new();

    /// <summary>Whether a national dataset that is not known to be partial covers the territory.</summary>
    public bool IsCovered { get; private set; }

    /// <summary>Whether any national dataset covers the territory, even in part.</summary>
    public bool IsCoveredInPart { get; private set; }

    /// <summary>
    /// A dataset of another commune, the one nearest in population, with the number of the commune; null when there is none.
    /// </summary>
    public (Row Row, int Place)? Example { get; private set; }

    /// <summary>Adds a national dataset that covers the territory.</summary>
    public void AddNational(Row row) => (IsCovered, IsCoveredInPart) = (IsCovered || !row.IsPartial, true);

    /// <summary>Keeps an example when it is nearer than the present one, or as near and before it by identifier.</summary>
    public void Offer(Row row, int place, int distance)
    {
        if (Example is null
            || distance < _distance
            || (distance == _distance && string.CompareOrdinal(row.Id, Example.Value.Row.Id) < 0))
        {
            (_distance, Example) = (distance, (row, place));
        }
    }
}
