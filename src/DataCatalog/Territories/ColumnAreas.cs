using DataCatalog.Index.Columns;

namespace DataCatalog.Territories;

/// <summary>Reads from the columns what each dataset states of a territory. An instance serves one thread.</summary>
internal sealed class ColumnAreas
{
    private readonly CatalogColumns _columns;
    private readonly AreaReading _reading;
    private readonly bool _isSimple;

    /// <summary>Prepares for one territory.</summary>
    /// <param name="columns">The datasets.</param>
    /// <param name="places">The territories.</param>
    /// <param name="place">The number of the territory.</param>
    public ColumnAreas(CatalogColumns columns, TerritoryIndex places, int place)
    {
        _columns = columns;
        _reading = new AreaReading(
            places, place, NumberingOf(Facet.Territory), NumberingOf(Facet.TerritoryExcept), NumberingOf(Facet.TerritoryUnknown));
        _isSimple = columns.Codes(Facet.TerritoryExcept).Count + columns.Codes(Facet.TerritoryUnknown).Count == 0;

        AreaReading.Numbering NumberingOf(Facet facet)
        {
            var codes = columns.Codes(facet);
            return new AreaReading.Numbering(codes.Count, number => codes.Find(places.IdOf(number)));
        }
    }

    public AreaState Of(Row row) => _isSimple
        ? _reading.Of(_columns.Codes(row, Facet.Territory), [], [])
        : _reading.Of(
            _columns.Codes(row, Facet.Territory),
            _columns.Codes(row, Facet.TerritoryExcept),
            _columns.Codes(row, Facet.TerritoryUnknown));

    /// <summary>Whether a dataset covers the territory, or may cover it.</summary>
    public bool MayCover(Row row) => Of(row) is AreaState.Covered or AreaState.NotKnown;
}
