using DataCatalog.Territories;

namespace DataCatalog.Search;

/// <summary>Reads what searches keep in memory when the service starts, beside the first requests: the first person who searches need not wait for it.</summary>
internal sealed partial class SearchWarmUp(SearchEngine engine, TerritoryMaps maps, ILogger<SearchWarmUp> logger) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => Read(stoppingToken), stoppingToken);

    /// <summary>What cannot be read now is read by the first request that needs it, which then says so; the rest of the service goes on. What reading left over is given back.</summary>
    private void Read(CancellationToken stoppingToken)
    {
        try
        {
            using var session = engine.Open();
            Ready(session.Columns.Count, maps.Current.Count);
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            Failed(exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Ready to search {Datasets} datasets and {Territories} territories.")]
    private partial void Ready(int datasets, int territories);

    [LoggerMessage(Level = LogLevel.Error, Message = "What searches keep in memory could not be read; the first search tries again.")]
    private partial void Failed(Exception exception);
}
