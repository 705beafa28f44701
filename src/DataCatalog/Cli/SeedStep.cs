using System.Globalization;
using DataCatalog.Configuration;
using DataCatalog.Seeding;
using DataCatalog.Seeding.Reading;

namespace DataCatalog.Cli;

/// <summary>Reads and loads the CSV files, for <c>seed</c> and for a server with an empty database.</summary>
internal static class SeedStep
{
    /// <summary>Loads all files, or prints every error and loads nothing.</summary>
    /// <param name="services">The services of the program.</param>
    /// <param name="withdrawMissing">Whether entries that are no longer in the files are withdrawn.</param>
    /// <param name="actor">Who loads, for the change log.</param>
    /// <param name="say">Receives the progress and the result, in a few lines.</param>
    /// <param name="error">Receives the errors.</param>
    /// <returns>Whether the files were loaded.</returns>
    public static bool Run(IServiceProvider services, bool withdrawMissing, string actor, Action<string> say, TextWriter error)
    {
        var options = services.GetRequiredService<CatalogOptions>();
        var folder = SeedDataFolder.Find(options.SeedData);
        say($"Reading the CSV files of {folder}");
        var reading = SeedReader.Read(folder, services.GetRequiredService<TimeProvider>());
        PrintNotes(reading, error);
        if (reading.Errors.Count > 0)
        {
            Print(reading.Errors, error);
            error.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"Errors in {folder}: {reading.Errors.Count}; nothing was loaded."));
            return false;
        }

        var report = services.GetRequiredService<SeedLoader>().Load(
            reading.Content, withdrawMissing, actor, options.PublicBaseUrl, progress => say(progress.ToString()));
        foreach (var noun in report.Nouns)
        {
            say(noun.ToString());
        }

        return true;
    }

    /// <summary>Prints how unusual files were read, to standard error because it is no part of the result.</summary>
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
