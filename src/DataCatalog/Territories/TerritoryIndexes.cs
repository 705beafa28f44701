using DataCatalog.Dcat;
using DataCatalog.Storage;

namespace DataCatalog.Territories;

/// <summary>Keeps the index of the present territories, and reads it again only after a territory has changed.</summary>
internal sealed class TerritoryIndexes(Database database, CatalogIris iris)
{
    private readonly Derived<TerritoryIndex> _places = new(database.Epoch);

    /// <summary>The map, which contains every change of a territory that was made before the call.</summary>
    public TerritoryIndex Current => _places.Since(database.Counters.TerritoryRevision, _ => Read());

    private TerritoryIndex Read()
    {
        using var connection = database.OpenRead();
        return new TerritoryIndex(PlaceRow.Read(connection), iris);
    }
}
