using DataCatalog.Configuration;
using DataCatalog.Storage;

namespace DataCatalog.Harvesting.Dumps;

/// <summary>
/// Rebuilds the dumps: when the service has started and its data are in memory, then after changes, at most once in
/// <c>Catalog:DumpMinutes</c>; and at once when a file is lost or changed.
/// </summary>
internal sealed partial class DumpRebuild(
    DumpBuilder builder, DumpFolder folder, CatalogOptions options, WarmUp warmUp, TimeProvider time, ILogger<DumpRebuild> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.DumpMinutes == 0)
        {
            return;
        }

        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(options.DumpMinutes), time);
        var (tick, loss) = (timer.WaitForNextTickAsync(stoppingToken).AsTask(), folder.WaitForLossAsync(stoppingToken));
        await warmUp.Ended.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            Refresh(stoppingToken);
            await Task.WhenAny(tick, loss);
            tick = tick.IsCompleted ? timer.WaitForNextTickAsync(stoppingToken).AsTask() : tick;
            loss = loss.IsCompleted ? folder.WaitForLossAsync(stoppingToken) : loss;
        }
    }

    /// <summary>
    /// Builds the dumps if they are not up to date. When that fails, the old files stay: they are right for the sequence number that they
    /// state. No failure may leave this method, since the exception of a background service would stop the whole service.
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
            Report(exception);
        }
    }

    private void Build(CancellationToken stoppingToken)
    {
        var start = time.GetTimestamp();
        if (builder.Build(stoppingToken) is { } set)
        {
            var seconds = time.GetElapsedTime(start).TotalSeconds;
            LogBuilt(set.Sequence, seconds);

            // The build took much memory, and minutes pass before the next one: give it back.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
        else
        {
            LogMixedStates();
        }
    }

    /// <summary>
    /// Keeps the reason of a failure for clients, and logs it with the folder and what to do for the operator; logs the same failure only
    /// once.
    /// </summary>
    private void Report(Exception exception)
    {
        var fault = exception switch
        {
            _ when StorageFaults.IsFull(exception) => "the server's disk is full",
            _ when StorageFaults.IsReadOnly(exception) => "the server may not write into the folder of the dumps",
            IOException => "the server cannot write into the folder of the dumps",
            _ => "building the dumps failed",
        };
        if (string.Equals(fault, folder.Fault, StringComparison.Ordinal))
        {
            return;
        }

        folder.Fault = fault;
        if (exception is IOException or UnauthorizedAccessException)
        {
            LogUnwritable(folder.Path, StorageFaults.Describe(exception));
        }
        else
        {
            LogFailure(exception);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "The dumps hold the catalogue up to change {Sequence}; building them took {Seconds:0.0} s.")]
    private partial void LogBuilt(long sequence, double seconds);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Reference data changed while the dumps were built; they will be built again after Catalog:DumpMinutes.")]
    private partial void LogMixedStates();

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "The dumps could not be built in {Folder}. {Cause} Set Catalog:DumpFolder to a folder that can be written,"
            + " or Catalog:DumpMinutes to 0 for no dumps. Older dumps, if any, are still served.")]
    private partial void LogUnwritable(string folder, string cause);

    [LoggerMessage(Level = LogLevel.Error, Message = "The dumps could not be built. Older dumps, if any, are still served.")]
    private partial void LogFailure(Exception exception);
}
