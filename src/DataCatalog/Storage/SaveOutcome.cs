namespace DataCatalog.Storage;

/// <summary>What became of a record that was saved.</summary>
internal enum SaveOutcome
{
    /// <summary>The stored document is the same: nothing was written.</summary>
    Unchanged,
    Created,
    Changed,
}
