using DataCatalog.Storage;

namespace DataCatalog.Territories;

/// <summary>The map of the territories as they are now: read anew after a territory has changed, and not for other changes.</summary>
internal sealed class TerritoryMaps(Database database)
{
    private readonly Derived<TerritoryMap> _map = new();

    /// <summary>A map that is at least as new as the last change of a territory was when this was called.</summary>
    public TerritoryMap Current => _map.Since(database.Counters.TerritoryRevision, _ => Read());

    private TerritoryMap Read()
    {
        using var connection = database.OpenRead();
        return new TerritoryMap(PlaceRow.Read(connection));
    }
}
