using DataCatalog.Territories;

namespace DataCatalog.Search;

/// <summary>Reads what searches keep in memory when the service starts, beside the first requests: the first person who searches need not wait for it.</summary>
internal sealed class SearchWarmUp(SearchEngine engine, TerritoryMaps maps) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(
        () =>
        {
            engine.Open().Dispose();
            return maps.Current;
        },
        stoppingToken);
}
