using System.Globalization;
using DataCatalog.Configuration;
using DataCatalog.Index;
using DataCatalog.Storage;

namespace DataCatalog.Cli;

/// <summary><c>reindex</c>: rebuilds the search index from the stored entries.</summary>
internal static class ReindexVerb
{
    public static int Run(string[] settings, TextWriter output)
    {
        using var app = Composition.Build(settings);
        var path = app.Services.GetRequiredService<CatalogOptions>().Database;
        using var held = DatabaseLock.Take(path);
        using var writing = DatabaseLock.TakeWriting(path);
        using var database = app.Services.GetRequiredService<Database>(); // disposed before its lock
        var count = StorageFaults.InWords(database.Place, () =>
        {
            database.OpenExisting();
            return database.Write("reindex", SearchRows.Rebuild);
        });
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} datasets indexed."));
        return 0;
    }
}
