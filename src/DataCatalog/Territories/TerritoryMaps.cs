using DataCatalog.Storage;

namespace DataCatalog.Territories;

/// <summary>Keeps the map of the present territories, and reads it again only after a territory has changed.</summary>
internal sealed class TerritoryMaps(Database database)
{
    private readonly Derived<TerritoryMap> _map = new();

    /// <summary>The map, which contains every change of a territory that was made before the call.</summary>
    public TerritoryMap Current => _map.Since(database.Counters.TerritoryRevision, _ => Read());

    private TerritoryMap Read()
    {
        using var connection = database.OpenRead();
        return new TerritoryMap(PlaceRow.Read(connection));
    }
}
