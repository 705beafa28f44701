using System.Globalization;
using DataCatalog.Storage;

namespace DataCatalog.Backups;

/// <summary>Puts a backup in the place of the database.</summary>
internal static class Restore
{
    private const string Log = "-wal";
    private const string LogIndex = "-shm";

    /// <summary>
    /// Restores a backup. What was there is copied first, with its write-ahead log: nothing is lost when the wrong file was named. The log
    /// goes before the new file comes, because SQLite would take it for a log of the new file.
    /// </summary>
    /// <param name="backup">The file of the backup.</param>
    /// <param name="database">The path of the database, whose lock the caller holds.</param>
    /// <param name="now">The time, for the name of the copy.</param>
    /// <param name="kept">The copy of what was there; null when there was nothing.</param>
    /// <returns>The backup that was restored.</returns>
    public static Backup Run(string backup, string database, DateTimeOffset now, out string? kept)
    {
        var read = Backup.Read(backup);
        var place = DatabaseFile.Of(database);
        kept = null;
        if (File.Exists(place))
        {
            kept = string.Create(CultureInfo.InvariantCulture, $"{place}.before-restore-{now.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}");
            Keep(place, kept);
            Keep(place + Log, kept + Log);
        }

        WholeFile.Make(place, temporary =>
        {
            File.Copy(backup, temporary);
            File.Delete(place + Log);
            File.Delete(place + LogIndex);
        });
        return read;
    }

    /// <summary>Copies a file, if it is there, so that the copy is on the disk before the file is replaced.</summary>
    private static void Keep(string from, string to)
    {
        if (File.Exists(from))
        {
            WholeFile.Make(to, temporary => File.Copy(from, temporary));
        }
    }
}
