using DataCatalog.Dcat.Records;

namespace DataCatalog.Storage;

/// <summary>A living record as the catalogue holds it.</summary>
/// <param name="Record">What it says.</param>
/// <param name="Version">From 1, raised by every change of the record itself; it never goes back, not even after a withdrawal.</param>
/// <param name="Entered">The day on which the facts of its first version were checked.</param>
/// <param name="Changed">The day on which the facts of this version were checked.</param>
internal sealed record Entry<T>(T Record, long Version, DateOnly Entered, DateOnly Changed)
    where T : IRecord;
