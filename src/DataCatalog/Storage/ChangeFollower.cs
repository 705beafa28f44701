namespace DataCatalog.Storage;

/// <summary>
/// Follows what other processes write, such as <c>seed</c> beside the server, four times a second: so an answer that is ready is at most
/// that old. Answers that are made look for themselves. It waits anew after each look: a clock that leaps is one wait.
/// </summary>
internal sealed partial class ChangeFollower(Database database, TimeProvider time, ILogger<ChangeFollower> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private bool _hasFailed;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(Interval, time, stoppingToken);
            Follow(stoppingToken);
        }
    }

    /// <summary>
    /// Looks once. A failure is logged when it begins: requests that read the database report it too. None may leave this method, since the
    /// exception of a background service would stop the whole service.
    /// </summary>
    private void Follow(CancellationToken stoppingToken)
    {
        try
        {
            var before = database.Sequence;
            database.Follow();
            _hasFailed = false;
            if (database.Sequence != before)
            {
                LogChanges(database.Sequence);
            }
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            if (!_hasFailed)
            {
                LogFailure(exception);
            }

            _hasFailed = true;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Another process has changed the catalogue, up to change {Sequence}.")]
    private partial void LogChanges(long sequence);

    [LoggerMessage(Level = LogLevel.Error, Message = "The database could not be asked for changes of other processes; trying again.")]
    private partial void LogFailure(Exception exception);
}
