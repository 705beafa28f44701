using DataCatalog.Configuration;
using DataCatalog.Harvesting;
using DataCatalog.Storage;

namespace DataCatalog.Cli;

/// <summary><c>export</c>: the whole catalogue in one file, which appears whole or not at all. It may run beside a server.</summary>
internal static class ExportVerb
{
    public static int Run(string[] settings, string path, string format, TextWriter output)
    {
        using var app = Composition.Build(settings);
        var options = app.Services.GetRequiredService<CatalogOptions>();
        app.Services.GetRequiredService<Database>().OpenExisting();
        app.Services.GetRequiredService<BaseUrlGuard>().Check(options.PublicBaseUrl);
        var export = app.Services.GetRequiredService<CatalogExport>();
        WholeFile.Write(path, stream => export.Write(format, stream));
        output.WriteLine($"The catalogue is in {Path.GetFullPath(path)}.");
        return 0;
    }
}
