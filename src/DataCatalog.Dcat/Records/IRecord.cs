namespace DataCatalog.Dcat.Records;

/// <summary>
/// An entry of the catalogue as it is stored: one JSON document, without any absolute IRI of ours, that says which version of the
/// record's shape it was written in.
/// </summary>
public interface IRecord
{
    /// <summary>Lower-case kebab-case, chosen once and never changed: it is the last segment of the entry's IRI.</summary>
    string Id { get; }

    /// <summary>The version of the record's shape; raised when a stored document can no longer be read as it is.</summary>
    int SchemaVersion { get; }
}

/// <summary>A record with the proof of its facts.</summary>
public interface ICuratedRecord : IRecord
{
    Provenance Provenance { get; }
}
