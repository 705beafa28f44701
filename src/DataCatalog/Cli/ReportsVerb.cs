using System.Globalization;
using DataCatalog.Reports;
using DataCatalog.Storage;

namespace DataCatalog.Cli;

/// <summary><c>reports</c>: lists the open reports of readers, or closes one. A server may run meanwhile.</summary>
internal static class ReportsVerb
{
    /// <summary>Lists or closes.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="closed">The number of the report to close; null to list the open ones.</param>
    /// <param name="output">Standard output.</param>
    public static int Run(string[] settings, long? closed, TextWriter output)
    {
        using var app = Composition.Build(settings);
        using var database = app.Services.GetRequiredService<Database>();
        var reports = app.Services.GetRequiredService<ReportStore>();
        return StorageFaults.InWords(database.Place, () =>
        {
            database.OpenExisting();
            return closed is { } number ? Close(reports, number, output) : List(reports.Open(), output);
        });
    }

    private static int Close(ReportStore reports, long number, TextWriter output)
    {
        if (!reports.Close(number))
        {
            throw new RefusedException($"There is no open report {number}. 'reports' lists them.");
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Report {number} is closed."));
        return 0;
    }

    private static int List(IReadOnlyList<Report> reports, TextWriter output)
    {
        foreach (var report in reports)
        {
            output.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{report.Number}  {report.At:yyyy-MM-dd HH:mm}  {report.Dataset}"));
            output.WriteLine($"    {report.Text.Replace("\n", "\n    ", StringComparison.Ordinal)}");
        }

        output.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{reports.Count} open reports; at most {ReportStore.MostOpen} are kept."));
        return 0;
    }
}
