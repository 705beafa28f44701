namespace DataCatalog.Dcat.Records;

/// <summary>
/// An entry of the catalogue as it is stored: one JSON document, which names the version of the record's shape. It has no absolute IRI of
/// ours, so that the base URL may change.
/// </summary>
public interface IRecord
{
    /// <summary>Lower-case kebab-case, chosen once and never changed: it is the last segment of the entry's IRI.</summary>
    string Id { get; }

    /// <summary>
    /// The version of the record's shape that a stored document has; raised when older programs could no longer read it.
    /// <see cref="RecordJson"/> refuses a version above <see cref="NewestSchema"/>.
    /// </summary>
    int SchemaVersion { get; }

    /// <summary>The newest version that this program reads and writes.</summary>
    const int NewestSchema = 1;
}

/// <summary>A record that names the sources of its facts.</summary>
public interface ICuratedRecord : IRecord
{
    Provenance Provenance { get; }
}
