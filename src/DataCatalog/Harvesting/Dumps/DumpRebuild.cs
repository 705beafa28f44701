using DataCatalog.Configuration;

namespace DataCatalog.Harvesting.Dumps;

/// <summary>Keeps the dumps as new as the settings ask: at the start, then at most once every so many minutes, and only after a change.</summary>
internal sealed partial class DumpRebuild(
    DumpBuilder builder, DumpFolder folder, CatalogOptions options, TimeProvider time, ILogger<DumpRebuild> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.DumpMinutes == 0)
        {
            return;
        }

        await Task.Yield();
        folder.Open();
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(options.DumpMinutes), time);
        do
        {
            Refresh();
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>The old files stay when new ones cannot be made: they are true for the sequence that they name.</summary>
    private void Refresh()
    {
        if (builder.IsUpToDate)
        {
            return;
        }

        try
        {
            var start = time.GetTimestamp();
            if (builder.Build() is { } set)
            {
                var seconds = time.GetElapsedTime(start).TotalSeconds;
                Built(set.Sequence, seconds);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidOperationException or ArgumentException or Microsoft.Data.Sqlite.SqliteException)
        {
            Failed(exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Dumps hold the catalogue up to change {Sequence}; they took {Seconds:0.0} s.")]
    private partial void Built(long sequence, double seconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "The dumps could not be made; those before, if any, are still served.")]
    private partial void Failed(Exception exception);
}
