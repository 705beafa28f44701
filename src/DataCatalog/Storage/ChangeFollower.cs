namespace DataCatalog.Storage;

/// <summary>
/// Follows what other processes write, such as <c>seed</c> beside the server, four times a second: so an answer that is ready is at most
/// that old. Answers that are made look for themselves. It waits anew after each look: a clock that leaps is one wait.
/// </summary>
internal sealed partial class ChangeFollower(Database database, TimeProvider time, ILogger<ChangeFollower> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    /// <summary>The time between two looks for the server that is read by preference: asking one that is away takes seconds.</summary>
    private static readonly TimeSpan LongInterval = TimeSpan.FromSeconds(2);

    private long _epoch = database.Epoch.Number;
    private long _shown = database.Sequence;
    private bool _hasFailed;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        RepeatAsync(Interval, Follow, stoppingToken),
        RepeatAsync(LongInterval, FollowPreferred, stoppingToken));

    private async Task RepeatAsync(TimeSpan interval, Action<CancellationToken> look, CancellationToken stop)
    {
        while (true)
        {
            await Task.Delay(interval, time, stop);
            look(stop);
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

            LogLoss();
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

    /// <summary>A failure is no news: the other loop reports that no server can be reached.</summary>
    private void FollowPreferred(CancellationToken stoppingToken)
    {
        try
        {
            database.FollowPreferred();
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            LogNotPreferred(exception);
        }
    }

    /// <summary>Reports that changes which this server has shown are lost; a request may have noticed it first.</summary>
    private void LogLoss()
    {
        if (database.Epoch.Number != _epoch)
        {
            LogAnotherHistory(_shown, database.Sequence);
            _epoch = database.Epoch.Number;
        }

        _shown = database.Sequence;
    }

    [LoggerMessage(Level = LogLevel.Critical, Message =
        "CHANGES ARE LOST: the server that is written now does not have change {Shown}, which this one has shown. Everything was read "
        + "again, up to change {Sequence}. Run 'seed' again, and tell harvesters to read the whole catalogue.")]
    private partial void LogAnotherHistory(long shown, long sequence);

    [LoggerMessage(Level = LogLevel.Debug, Message = "The server that is read by preference cannot be read yet.")]
    private partial void LogNotPreferred(Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "Another process has changed the catalogue, up to change {Sequence}.")]
    private partial void LogChanges(long sequence);

    [LoggerMessage(Level = LogLevel.Error, Message = "The database could not be asked for changes of other processes; trying again.")]
    private partial void LogFailure(Exception exception);
}
