using DataCatalog.Seeding.Reading;
using DataCatalog.Statistics;

namespace DataCatalog.Cli;

/// <summary><c>stats</c>: prints counts of a folder of CSV files as Markdown.</summary>
internal static class StatsVerb
{
    public static int Run(string path, TextWriter output, TextWriter error)
    {
        var reading = SeedReader.Read(path, TimeProvider.System);
        SeedStep.PrintNotes(reading, error);
        if (reading.Errors.Count > 0)
        {
            SeedStep.Print(reading.Errors, error);
            error.WriteLine($"{path}: {reading.Errors.Count} errors; nothing was counted.");
            return 1;
        }

        output.Write(StatisticsReport.Write(reading.Content));
        return 0;
    }
}
