using DataCatalog.Configuration;
using DataCatalog.Storage;

namespace DataCatalog.Harvesting.Dumps;

/// <summary>
/// Keeps the dumps as new as the settings ask: at the start, then at most once every so many minutes, and only after a change; and at once
/// when a file was found lost or changed.
/// </summary>
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
        var (tick, loss) = (timer.WaitForNextTickAsync(stoppingToken).AsTask(), folder.WhenLostAsync(stoppingToken));
        while (!stoppingToken.IsCancellationRequested)
        {
            Refresh(stoppingToken);
            await Task.WhenAny(tick, loss);
            tick = tick.IsCompleted ? timer.WaitForNextTickAsync(stoppingToken).AsTask() : tick;
            loss = loss.IsCompleted ? folder.WhenLostAsync(stoppingToken) : loss;
        }
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
            if (!folder.IsIntact())
            {
                folder.Open();
            }

            if (!builder.IsUpToDate)
            {
                Build(stoppingToken);
            }

            folder.Fault = null;
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            Tell(exception);
        }
    }

    private void Build(CancellationToken stoppingToken)
    {
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

    /// <summary>The world hears what is wrong, and whoever runs the server also where and what to do: once, not at every turn.</summary>
    private void Tell(Exception exception)
    {
        var fault = exception switch
        {
            _ when StorageFaults.IsFull(exception) => "the server's disk is full",
            _ when StorageFaults.IsReadOnly(exception) => "the server may not write into the folder of the dumps",
            IOException => "the server cannot write into the folder of the dumps",
            _ => "making them failed",
        };
        if (string.Equals(fault, folder.Fault, StringComparison.Ordinal))
        {
            return;
        }

        folder.Fault = fault;
        if (exception is IOException or UnauthorizedAccessException)
        {
            Unwritable(folder.Path, StorageFaults.Describe(exception));
        }
        else
        {
            Failed(exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Dumps hold the catalogue up to change {Sequence}; they took {Seconds:0.0} s.")]
    private partial void Built(long sequence, double seconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Reference data changed while the dumps were made; they are made anew at the next turn.")]
    private partial void Overtaken();

    [LoggerMessage(Level = LogLevel.Error, Message = "The dumps could not be made in {Folder}. {Cause} Set Catalog:DumpFolder to a folder that can be written, or Catalog:DumpMinutes to 0 for no dumps; those before, if any, are still served.")]
    private partial void Unwritable(string folder, string cause);

    [LoggerMessage(Level = LogLevel.Error, Message = "The dumps could not be made; those before, if any, are still served.")]
    private partial void Failed(Exception exception);
}
