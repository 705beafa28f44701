using System.Globalization;
using DataCatalog.Backups;
using DataCatalog.Configuration;
using DataCatalog.Storage;
using Microsoft.Extensions.Options;

namespace DataCatalog.Cli;

/// <summary><c>backup</c> and <c>restore</c>: copy the database to one file and back.</summary>
internal static class BackupVerb
{
    /// <summary>Makes a backup; a server may run meanwhile.</summary>
    public static int Make(string[] settings, string path, bool force, TextWriter output)
    {
        using var app = Composition.Build(settings);
        RefuseServer(app.Services.GetRequiredService<CatalogOptions>());
        Backup.CheckTarget(path, app.Services.GetRequiredService<CatalogOptions>().Database, force);
        using var database = app.Services.GetRequiredService<Database>();
        var backup = StorageFaults.InWords(database.Place, () =>
        {
            database.OpenExisting();
            return Backup.Make(database, path);
        });
        output.WriteLine($"{backup.Path} {Holds(backup)}. It was read through and is whole.");
        return 0;
    }

    /// <summary>
    /// Restores a backup, when no server runs. What was there is kept under another name; it may be damaged, so nothing is read from it.
    /// </summary>
    public static int Restore(string[] settings, string path, bool force, TextWriter output)
    {
        using var app = Composition.Build(settings);
        var options = app.Services.GetRequiredService<IOptions<CatalogOptions>>().Value;
        RefuseServer(options);
        if (DatabaseFile.Owns(options.Database, path))
        {
            throw new RefusedException($"{path} is the database or belongs to it. Name a backup.");
        }

        using var held = DatabaseLock.Take(options.Database);
        using var writing = DatabaseLock.TakeWriting(options.Database);
        if (File.Exists(options.Database) && !force)
        {
            throw new RefusedException($"{options.Database} is there already. Replace it with --force; it is kept under another name.");
        }

        var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var backup = Backups.Restore.Run(path, options.Database, now, out var kept);
        output.WriteLine($"{options.Database} {Holds(backup)}.{(kept is null ? "" : $" The one before is {kept}.")}");
        return 0;
    }

    /// <summary>PostgreSQL has its own tools, which know more than a copy of one file.</summary>
    private static void RefuseServer(CatalogOptions options)
    {
        if (Engine.IsOnServer(options.Database))
        {
            throw new RefusedException("A backup is the copy of a file. Use pg_dump and pg_restore for a database of PostgreSQL.");
        }
    }

    private static string Holds(Backup backup) => string.Create(
        CultureInfo.InvariantCulture, $"holds {backup.Datasets} datasets and the changes up to {backup.Sequence}");
}
