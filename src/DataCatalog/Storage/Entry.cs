using DataCatalog.Dcat.Records;

namespace DataCatalog.Storage;

/// <summary>A record that is not withdrawn, as the catalogue stores it.</summary>
/// <param name="Record">The record.</param>
/// <param name="Version">Starts at 1 and rises with every change of the record; it never goes back, not even after a withdrawal.</param>
/// <param name="Entered">The day on which the facts of its first version were checked.</param>
/// <param name="Changed">The day on which the facts of this version were checked.</param>
internal sealed record Entry<T>(T Record, long Version, DateOnly Entered, DateOnly Changed)
    where T : IRecord;
