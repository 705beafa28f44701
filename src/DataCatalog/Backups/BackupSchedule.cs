using DataCatalog.Storage;
using Microsoft.Data.Sqlite;

namespace DataCatalog.Backups;

/// <summary>
/// Makes regular backups while the server runs, and keeps the newest ones. A backup is due when the newest one is as old as
/// <c>Catalog:BackupHours</c>, so a restart neither adds nor skips one.
/// </summary>
internal sealed partial class BackupSchedule(
    BackupFolder folder, Database database, TimeProvider time, ILogger<BackupSchedule> log) : BackgroundService
{
    /// <summary>The time between two looks at whether a backup is due, and before a failed one is tried again.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (folder.Path is null)
        {
            return;
        }

        await Task.Yield();
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            MakeIfDue();
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>
    /// Makes a backup when it is due. No failure may leave this method, since the exception of a background service would stop the server.
    /// </summary>
    private void MakeIfDue()
    {
        try
        {
            var now = time.GetUtcNow();
            if (!folder.IsDue(now))
            {
                return;
            }

            Directory.CreateDirectory(folder.Path!);
            folder.Clean();
            var backup = Backup.Make(database, folder.PathAt(now));
            folder.Rotate();
            LogMade(backup.Path, backup.Sequence);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            LogUnwritable(folder.Path!, StorageFaults.Describe(exception));
        }
        catch (Exception exception) when (exception is InvalidDataException or SqliteException or RefusedException)
        {
            LogFailure(folder.Path!, exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The backup {File} holds the catalogue up to change {Sequence}.")]
    private partial void LogMade(string file, long sequence);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "No backup could be written in {Folder}. {Cause} It is tried again in some minutes; the older backups are still there.")]
    private partial void LogUnwritable(string folder, string cause);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "A backup in {Folder} failed its check and was not kept. Check the database and its disk; older ones are still there.")]
    private partial void LogFailure(string folder, Exception exception);
}
