namespace DataCatalog.Seeding.Reading;

/// <summary>Reads a seed folder whole, with every error in it.</summary>
internal static class SeedReader
{
    /// <summary>Reads a folder; writes nothing and does not stop at the first error.</summary>
    /// <param name="folder">The folder with datasets.csv and the others.</param>
    /// <param name="time">What today is, for dates must not lie ahead.</param>
    public static SeedReading Read(string folder, TimeProvider time) => Read(folder, time, TableSchema.Load);

    /// <summary>The same with other schemas than those of this build.</summary>
    public static SeedReading Read(string folder, TimeProvider time, Func<string, TableSchema> schemas)
    {
        var errors = new SeedErrors();
        if (!Directory.Exists(folder))
        {
            return new SeedReading(new SeedContent(), [new SeedError(folder, 0, null, null, "a folder with seed files")]);
        }

        var files = new SeedFolder(folder, errors, schemas);
        var rows = SeedRows.Read(files);
        SeedRules.Check(rows, time);
        return new SeedReading(rows.Content(), errors.Sorted()) { Notes = files.Notes };
    }
}
