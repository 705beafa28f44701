using DataCatalog.Index.Columns;

namespace DataCatalog.Obligations;

/// <summary>The datasets that follow a schema, as seen from a territory.</summary>
internal sealed class SchemaUse
{
    private int _distance = int.MaxValue;

    /// <summary>Those of the territory and those of others.</summary>
    public Tally Tally { get; } = new();

    /// <summary>Whether authorities' data are gathered by a dataset of others that is not known to be partial.</summary>
    public bool IsCovered { get; private set; }

    /// <summary>Whether any dataset of others gathers them, be it in part.</summary>
    public bool IsCoveredInPart { get; private set; }

    /// <summary>A dataset of another commune, the one nearest in population; null when there is none.</summary>
    public (Row Row, int Place)? Example { get; private set; }

    /// <summary>Takes note of a dataset of others that authorities do not make for themselves.</summary>
    public void AddNational(Row row) => (IsCovered, IsCoveredInPart) = (IsCovered || !row.IsPartial, true);

    /// <summary>Keeps an example when it is nearer than the one before, or as near and first by its identifier.</summary>
    public void Offer(Row row, int place, int distance)
    {
        if (distance < _distance || (distance == _distance && string.CompareOrdinal(row.Id, Example?.Row.Id ?? row.Id) < 0) || Example is null)
        {
            (_distance, Example) = (distance, (row, place));
        }
    }
}
