using DataCatalog.Search.Everything;
using DataCatalog.Storage;
using DataCatalog.Territories;

namespace DataCatalog.Search;

/// <summary>
/// Reads what all answers refer to when the service starts, then the columns and, beside them, the territories, then the words of all other
/// entries, so that the first search need not wait for them.
/// </summary>
internal sealed partial class SearchWarmUp(
    Database database,
    References references,
    SearchEngine engine,
    TerritoryIndexes indexes,
    KnownEntries entries,
    WarmUp warmUp,
    ILogger<SearchWarmUp> logger) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => ReadAsync(stoppingToken), stoppingToken);

    /// <summary>
    /// Reads them, and gives back the memory that the reading took. A failure does not stop the service: the first request that needs them
    /// reads them again, and reports its own failure.
    /// </summary>
    private async Task ReadAsync(CancellationToken stoppingToken)
    {
        try
        {
            _ = references.Current;
            var territories = Task.Run(() => indexes.Current.Count, stoppingToken);
            using var session = engine.Open();
            _ = entries.Since(database.Sequence);
            var count = await territories;
            Ready(session.Columns.Count, count);
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            Failed(exception);
        }
        finally
        {
            warmUp.End();
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Ready to search {Datasets} datasets and {Territories} territories.")]
    private partial void Ready(int datasets, int territories);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "The data that searches need could not be read into memory; the first search will try again.")]
    private partial void Failed(Exception exception);
}
