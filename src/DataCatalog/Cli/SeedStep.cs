using DataCatalog.Configuration;
using DataCatalog.Seeding;
using DataCatalog.Seeding.Reading;

namespace DataCatalog.Cli;

/// <summary>Reads and loads the CSV files, for <c>seed</c> and for a server with an empty database.</summary>
internal static class SeedStep
{
    /// <summary>Loads all of the files, or prints every error and loads nothing.</summary>
    /// <returns>Whether they were loaded.</returns>
    public static bool Run(IServiceProvider services, bool withdrawMissing, string actor, TextWriter output, TextWriter error)
    {
        var folder = SeedDataFolder.Find(services.GetRequiredService<CatalogOptions>().SeedData);
        var reading = SeedReader.Read(folder, services.GetRequiredService<TimeProvider>());
        PrintNotes(reading, error);
        if (reading.Errors.Count > 0)
        {
            Print(reading.Errors, error);
            error.WriteLine($"Errors in {folder}: {reading.Errors.Count}; nothing was loaded.");
            return false;
        }

        foreach (var noun in services.GetRequiredService<SeedLoader>().Load(reading.Content, withdrawMissing, actor).Nouns)
        {
            output.WriteLine(noun);
        }

        return true;
    }

    /// <summary>Says how unusual files were read, on standard error: that is no part of the answer.</summary>
    public static void PrintNotes(SeedReading reading, TextWriter error)
    {
        foreach (var note in reading.Notes)
        {
            error.WriteLine(note);
        }
    }

    public static void Print(IReadOnlyList<SeedError> errors, TextWriter error)
    {
        foreach (var fault in errors)
        {
            error.WriteLine(fault);
        }
    }
}
