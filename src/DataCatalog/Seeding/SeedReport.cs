namespace DataCatalog.Seeding;

/// <summary>What a load did, noun by noun.</summary>
internal sealed record SeedReport(IReadOnlyList<SeedCount> Nouns);

/// <summary>What a load did to the records of one noun.</summary>
/// <param name="Noun">In the plural, as in the names of the CSV files.</param>
/// <param name="Created">How many are new, or came back after a withdrawal.</param>
/// <param name="Changed">How many got a further version.</param>
/// <param name="Unchanged">How many were left alone.</param>
/// <param name="Withdrawn">The ids that are no longer in the files and were withdrawn.</param>
/// <param name="Kept">The ids that are no longer in the files and were kept, because nobody asked for their withdrawal.</param>
internal sealed record SeedCount(
    string Noun, int Created, int Changed, int Unchanged, IReadOnlyList<string> Withdrawn, IReadOnlyList<string> Kept)
{
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
