using System.Globalization;
using DataCatalog.Configuration;
using DataCatalog.Seeding;
using DataCatalog.Seeding.Reading;

namespace DataCatalog.Cli;

/// <summary>Reads and loads the CSV files, for <c>seed</c> and for a server with an empty database.</summary>
internal static class SeedStep
{
    /// <summary>Loads all of the files, or prints every error and loads nothing.</summary>
    /// <param name="services">The program.</param>
    /// <param name="withdrawMissing">Whether what is no longer in the files is withdrawn.</param>
    /// <param name="actor">Who loads.</param>
    /// <param name="say">Hears what is done, in a few lines.</param>
    /// <param name="error">Gets the errors.</param>
    /// <returns>Whether they were loaded.</returns>
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
            error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Errors in {folder}: {reading.Errors.Count}; nothing was loaded."));
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
