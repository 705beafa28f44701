using System.Globalization;
using DataCatalog.Configuration;

namespace DataCatalog.Backups;

/// <summary>The folder of the regular backups: what is in it, oldest first, by names that have the time.</summary>
internal sealed class BackupFolder(CatalogOptions options)
{
    private const string Prefix = "datacatalog-";
    private const string Suffix = ".db";
    private const string TimeFormat = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>The folder; null when no regular backups are made.</summary>
    public string? Path => options.BackupFolder;

    /// <summary>Returns the newest backup; null when there is none.</summary>
    public string? Newest => All() is [.., var newest] ? newest.Path : null;

    /// <summary>Returns the time of the newest backup; null when there is none.</summary>
    public DateTimeOffset? NewestTime => All() is [.., var newest] ? newest.Time : null;

    /// <summary>
    /// Whether a backup is due. Backups of the future count for nothing: the clock was wrong when they were made, or is wrong now.
    /// </summary>
    public bool IsDue(DateTimeOffset now) =>
        !All().Any(backup => backup.Time <= now && now - backup.Time < TimeSpan.FromHours(options.BackupHours));

    /// <summary>Returns the path of a backup that is made now.</summary>
    public string PathAt(DateTimeOffset now) =>
        System.IO.Path.Combine(Path!, $"{Prefix}{now.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture)}{Suffix}");

    /// <summary>Deletes the oldest backups beyond the number that is kept.</summary>
    public void Rotate()
    {
        var all = All();
        foreach (var (path, _) in all.Take(Math.Max(0, all.Count - options.BackupsKept)))
        {
            File.Delete(path);
        }
    }

    /// <summary>Deletes what a server that was killed has left of a backup. One server at a time makes them.</summary>
    public void Clean()
    {
        foreach (var rest in Directory.EnumerateFiles(Path!, Prefix + "*" + Suffix + ".*.tmp"))
        {
            File.Delete(rest);
        }
    }

    private IReadOnlyList<(string Path, DateTimeOffset Time)> All() => Directory.Exists(Path)
        ? [.. Directory.EnumerateFiles(Path, Prefix + "*" + Suffix)
            .Select(path => (Path: path, Time: TimeOf(path)))
            .Where(backup => backup.Time is not null)
            .Select(backup => (backup.Path, backup.Time!.Value))
            .OrderBy(backup => backup.Value)]
        : [];

    private static DateTimeOffset? TimeOf(string path)
    {
        var text = System.IO.Path.GetFileName(path)[Prefix.Length..^Suffix.Length];
        return DateTimeOffset.TryParseExact(
            text, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
    }
}
