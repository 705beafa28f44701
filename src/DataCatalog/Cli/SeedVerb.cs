using DataCatalog.Configuration;
using DataCatalog.Storage;

namespace DataCatalog.Cli;

/// <summary>
/// <c>seed</c>: loads the CSV files into the database. A server may run meanwhile, and shows the changes when the load has ended; only a
/// schema of an older version needs the database for the load alone.
/// </summary>
internal static class SeedVerb
{
    public static int Run(string[] settings, bool withdrawMissing, TextWriter output, TextWriter error)
    {
        using var app = Composition.Build(settings);
        var options = app.Services.GetRequiredService<CatalogOptions>();
        using var writing = DatabaseLock.TakeWriting(options.Database);
        using var alone = DatabaseLock.TakeUnlessUsed(options.Database);
        using var database = app.Services.GetRequiredService<Database>(); // disposed before its lock
        return StorageFaults.InWords(database.Place, () =>
        {
            Open(database, isAlone: alone is not null);
            app.Services.GetRequiredService<BaseUrlGuard>().CheckAndRemember(options.PublicBaseUrl, rename: false);
            var isFirst = database.Sequence == 0;
            if (!SeedStep.Run(app.Services, withdrawMissing, "seed", output.WriteLine, error))
            {
                return 1;
            }

            if (isFirst && !app.Services.GetRequiredService<BaseUrlChoice>().IsSet)
            {
                output.WriteLine($"Catalog:PublicBaseUrl is not set: all IRIs begin with {options.PublicBaseUrl} from now on.");
            }

            return 0;
        });
    }

    private static void Open(Database database, bool isAlone)
    {
        if (isAlone)
        {
            database.Migrate();
        }
        else
        {
            database.OpenExisting();
        }
    }
}
