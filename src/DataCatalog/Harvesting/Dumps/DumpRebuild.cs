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
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(options.DumpMinutes), time);
        do
        {
            Refresh(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>
    /// The old files stay when new ones cannot be made: they are true for the sequence that they name. Whatever goes wrong here must not
    /// stop the service, as an exception of a background service would. What the work left in memory is given back: minutes pass before
    /// the next one.
    /// </summary>
    private void Refresh(CancellationToken stoppingToken)
    {
        try
        {
            if (folder.Current is null)
            {
                folder.Open();
            }

            if (builder.IsUpToDate)
            {
                return;
            }

            var start = time.GetTimestamp();
            if (builder.Build(stoppingToken) is { } set)
            {
                var seconds = time.GetElapsedTime(start).TotalSeconds;
                Built(set.Sequence, seconds);
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            }
            else
            {
                Overtaken();
            }
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            Failed(exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Dumps hold the catalogue up to change {Sequence}; they took {Seconds:0.0} s.")]
    private partial void Built(long sequence, double seconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Reference data changed while the dumps were made; they are made anew at the next turn.")]
    private partial void Overtaken();

    [LoggerMessage(Level = LogLevel.Error, Message = "The dumps could not be made; those before, if any, are still served.")]
    private partial void Failed(Exception exception);
}
