using Dapper;
using DataCatalog.Storage;
using Microsoft.Data.Sqlite;

namespace DataCatalog.Territories;

/// <summary>The map of the territories as they are now: read anew after a territory has changed, and not for other changes.</summary>
internal sealed class TerritoryMaps(Database database)
{
    private readonly Lock _gate = new();
    private volatile Taken? _taken;

    /// <summary>A map that is at least as new as the reference revision was when this was called.</summary>
    public TerritoryMap Current => _taken is { } taken && taken.Revision == database.ReferenceRevision ? taken.Map : Renew();

    private TerritoryMap Renew()
    {
        lock (_gate)
        {
            if (_taken?.Revision != database.ReferenceRevision)
            {
                using var snapshot = database.OpenSnapshot();
                var last = LastChange(snapshot.Connection);
                var map = _taken is { } taken && taken.LastChange == last ? taken.Map : new TerritoryMap(PlaceRow.Read(snapshot.Connection));
                _taken = new Taken(snapshot.ReferenceRevision, last, map);
            }

            return _taken.Map;
        }
    }

    private static long LastChange(SqliteConnection connection) =>
        connection.ExecuteScalar<long>("select coalesce(max(sequence), 0) from change where kind = @kind", new { kind = Kinds.Territory });

    private sealed record Taken(long Revision, long LastChange, TerritoryMap Map);
}
