using System.Globalization;
using System.Security.Cryptography;
using DataCatalog.Configuration;
using DataCatalog.Harvesting;
using DataCatalog.Storage;

namespace DataCatalog.Cli;

/// <summary>
/// <c>copy</c>: moves a catalogue from one database to another, of whatever engine, and proves it. A server may run on the first one
/// meanwhile, and none on the second.
/// </summary>
internal static class CopyVerb
{
    /// <summary>Copies.</summary>
    /// <param name="settings">The settings; that of the database does not count.</param>
    /// <param name="from">The database that is read: a file or a connection string.</param>
    /// <param name="to">The database that is written, which has no entries.</param>
    /// <param name="output">Standard output.</param>
    public static int Run(string[] settings, string from, string to, TextWriter output)
    {
        Check("--from", from);
        Check("--to", to);
        using var reading = DatabaseLock.TakeWriting(from);
        using var alone = DatabaseLock.Take(to);
        using var writing = DatabaseLock.TakeWriting(to);
        var (source, copy) = (Copy(from, to, output), Digest(settings, to));
        if (copy != Digest(settings, from) || copy.History != source)
        {
            throw new RefusedException("The copy differs from the first database: do not use it. Delete it, and report this as a bug.");
        }

        output.WriteLine($"The change log and the whole catalogue in N-Triples (SHA-256 {copy.Dump}) are the same in both.");
        return 0;
    }

    private static void Check(string option, string database)
    {
        if (Engine.IsOnServer(database) && Engine.Fault(database, option) is { } fault)
        {
            throw new RefusedException(fault);
        }
    }

    /// <summary>Copies all rows and counts them again; returns the history of the first database.</summary>
    private static History Copy(string from, string to, TextWriter output)
    {
        using var source = new Database(from, TimeProvider.System);
        using var target = new Database(to, TimeProvider.System);
        StorageFaults.InWords(source.Place, () => Open(source.OpenExisting));
        return StorageFaults.InWords(target.Place, () =>
        {
            target.Migrate();
            if (target.Sequence > 0)
            {
                throw new RefusedException($"{target.Place} has entries already. Name an empty database.");
            }

            var tables = target.CopyFrom(source);
            using var connection = target.OpenRead();
            foreach (var table in tables.Where(table => table.Rows != CatalogCopy.Count(connection, table.Name)))
            {
                throw new RefusedException($"The copy has not as many rows of '{table.Name}' as were read: do not use it.");
            }

            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{target.Place} has the {tables.Sum(table => table.Rows)} rows of {source.Place}, in {tables.Count} tables."));
            return source.History;
        });
    }

    private static bool Open(Action open)
    {
        open();
        return true;
    }

    /// <summary>Computes the history of a database anew, and the digest of all that it publishes.</summary>
    private static (History History, string Dump) Digest(string[] settings, string path)
    {
        using var app = Composition.Build([.. settings, $"--{CatalogOptions.Section}:{nameof(CatalogOptions.Database)}={path}"]);
        using var database = app.Services.GetRequiredService<Database>();
        return StorageFaults.InWords(database.Place, () =>
        {
            database.OpenExisting();
            using var sha = SHA256.Create();
            using (var stream = new CryptoStream(Stream.Null, sha, CryptoStreamMode.Write))
            {
                app.Services.GetRequiredService<CatalogExport>().Write(ExportFormat.All.First(format => format.Name is "nt"), stream);
            }

            return (database.ComputeHistory(), Convert.ToHexStringLower(sha.Hash!));
        });
    }
}
