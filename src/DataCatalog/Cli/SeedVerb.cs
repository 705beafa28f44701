using DataCatalog.Configuration;
using DataCatalog.Storage;

namespace DataCatalog.Cli;

/// <summary><c>seed</c>: loads the CSV files into the database, which no server may hold.</summary>
internal static class SeedVerb
{
    public static int Run(string[] settings, bool withdrawMissing, TextWriter output, TextWriter error)
    {
        using var app = Composition.Build(settings);
        var options = app.Services.GetRequiredService<CatalogOptions>();
        using var held = DatabaseLock.Take(options.Database);
        app.Services.GetRequiredService<Database>().Migrate();
        app.Services.GetRequiredService<BaseUrlGuard>().Settle(options.PublicBaseUrl, rename: false);
        return SeedStep.Run(app.Services, withdrawMissing, "seed", output, error) ? 0 : 1;
    }
}
