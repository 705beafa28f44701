using DataCatalog.Dcat;

namespace DataCatalog.Storage;

/// <summary>The current reference data: a snapshot that is read again after the reference revision has risen.</summary>
internal sealed class References(Database database, CatalogIris iris)
{
    private readonly Derived<ReferenceSnapshot> _snapshot = new(database.Epoch);

    /// <summary>A snapshot that is at least as new as the reference revision was when this was called.</summary>
    public ReferenceSnapshot Current => _snapshot.Since(database.ReferenceRevision, _ => Read());

    private ReferenceSnapshot Read()
    {
        using var snapshot = database.OpenSnapshot();
        return new ReferenceSnapshot(database, iris, snapshot.Connection);
    }
}
