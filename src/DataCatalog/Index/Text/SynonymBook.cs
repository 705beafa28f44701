using DataCatalog.Storage;

namespace DataCatalog.Index.Text;

/// <summary>Keeps the synonyms in memory.</summary>
internal sealed class SynonymBook(Database database)
{
    private readonly Derived<Synonyms> _synonyms = new(database.Epoch);

    /// <summary>The synonyms, which contain every change that was made before the call.</summary>
    public Synonyms Current => _synonyms.Since(database.Counters.SynonymRevision, _ => Read());

    /// <summary>Returns the synonyms of a snapshot; null when newer ones have been read already.</summary>
    public Synonyms? At(Snapshot snapshot) =>
        _synonyms.At(snapshot.Counters.SynonymRevision, _ => Synonyms.Read(snapshot.Connection));

    private Synonyms Read()
    {
        using var connection = database.OpenRead();
        return Synonyms.Read(connection);
    }
}
