using DataCatalog.Storage;

namespace DataCatalog.Seeding;

/// <summary>The result of a load for each kind of record.</summary>
internal sealed record SeedReport(IReadOnlyList<SeedCount> Nouns);

/// <summary>The result of a load for one kind of record.</summary>
/// <param name="Noun">The kind of record, in the plural as in the names of the CSV files.</param>
/// <param name="Created">The number of records that are new or were withdrawn before.</param>
/// <param name="Changed">The number of records with a new version.</param>
/// <param name="Unchanged">The number of records without a change.</param>
/// <param name="Withdrawn">The ids of the records that are no longer in the files and were withdrawn.</param>
/// <param name="Kept">The ids of the records that are no longer in the files and were kept, because nobody asked to withdraw them.</param>
internal sealed record SeedCount(
    string Noun, int Created, int Changed, int Unchanged, IReadOnlyList<string> Withdrawn, IReadOnlyList<string> Kept)
{
    /// <summary>What a load did to the only record of a noun.</summary>
    public static SeedCount Of(string noun, SaveOutcome outcome) => new(
        noun,
        outcome is SaveOutcome.Created or SaveOutcome.Revived ? 1 : 0,
        outcome == SaveOutcome.Changed ? 1 : 0,
        outcome == SaveOutcome.Unchanged ? 1 : 0,
        [],
        []);

    public override string ToString()
    {
        var counts = string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{Noun}: {Created} created, {Changed} changed, {Unchanged} unchanged");
        return counts + Named("withdrawn", Withdrawn) + Named("missing, kept", Kept);
    }

    private static string Named(string what, IReadOnlyList<string> ids) =>
        ids.Count == 0 ? "" : $", {ids.Count} {what} ({string.Join(", ", ids)})";
}
