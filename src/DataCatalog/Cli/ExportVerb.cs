using DataCatalog.Configuration;
using DataCatalog.Harvesting;
using DataCatalog.Storage;

namespace DataCatalog.Cli;

/// <summary>
/// <c>export</c>: writes the whole catalogue to one file, which appears complete or not at all. A server may run meanwhile.
/// </summary>
internal static class ExportVerb
{
    /// <summary>Writes the file.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="path">The file.</param>
    /// <param name="format">The name of the format; null for that of the file's extension.</param>
    /// <param name="force">Whether an earlier export may be overwritten.</param>
    /// <param name="output">Standard output.</param>
    public static int Run(string[] settings, string path, string? format, bool force, TextWriter output)
    {
        var chosen = ExportFormat.All.FirstOrDefault(known => string.Equals(known.Name, format, StringComparison.Ordinal))
            ?? ExportTarget.FormatOf(path);
        using var app = Composition.Build(settings);
        var options = app.Services.GetRequiredService<CatalogOptions>();
        ExportTarget.Check(path, options.Database, force);
        var database = app.Services.GetRequiredService<Database>();
        StorageFaults.InWords(database.Place, () =>
        {
            database.OpenExisting();
            app.Services.GetRequiredService<BaseUrlGuard>().Check(options.PublicBaseUrl);
            WholeFile.Write(path, stream => app.Services.GetRequiredService<CatalogExport>().Write(chosen, stream));
            return true;
        });
        output.WriteLine($"The catalogue is in {Path.GetFullPath(path)}.");
        return 0;
    }
}
