namespace DataCatalog.Storage;

/// <summary>The effect of saving a record.</summary>
internal enum SaveOutcome
{
    /// <summary>The stored document is the same, so nothing was written.</summary>
    Unchanged,
    Created,

    /// <summary>The record was withdrawn before; some of what was derived from it may still be there.</summary>
    Revived,
    Changed,
}
