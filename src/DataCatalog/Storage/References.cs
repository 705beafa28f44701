using DataCatalog.Agents;
using DataCatalog.Concepts;
using DataCatalog.Datasets;
using DataCatalog.Series;
using DataCatalog.Services;
using DataCatalog.Territories;

namespace DataCatalog.Storage;

/// <summary>The reference data as they are now: a snapshot that is taken anew after the reference revision has moved.</summary>
internal sealed class References(
    Database database,
    AgentStore agents,
    SchemeStore schemes,
    ConceptStore concepts,
    ServiceStore services,
    SeriesStore series,
    TerritoryStore territories,
    DatasetStore datasets)
{
    private readonly Lock _gate = new();
    private volatile Taken? _taken;

    /// <summary>A snapshot that is at least as new as the reference revision was when this was called.</summary>
    public ReferenceSnapshot Current => _taken is { } taken && taken.Revision == database.ReferenceRevision ? taken.Snapshot : Renew();

    private ReferenceSnapshot Renew()
    {
        lock (_gate)
        {
            var revision = database.ReferenceRevision;
            if (_taken?.Revision != revision)
            {
                _taken = new Taken(revision, new ReferenceSnapshot(agents, schemes, concepts, services, series, territories, datasets));
            }

            return _taken.Snapshot;
        }
    }

    private sealed record Taken(long Revision, ReferenceSnapshot Snapshot);
}
