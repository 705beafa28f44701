using DataCatalog.Storage;
using Microsoft.AspNetCore.Diagnostics;

namespace DataCatalog.Http.Bounds;

/// <summary>
/// Answers 503 for what needs a database that is on a server and cannot be reached, or that another process writes for long. Answers that
/// are ready are sent meanwhile.
/// </summary>
internal sealed partial class DatabaseAway(ILogger<DatabaseAway> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (!StorageFaults.IsAway(exception) && !StorageFaults.IsBusy(exception))
        {
            return false;
        }

        LogAway(exception.Message);
        await Problems.Busy().ExecuteAsync(httpContext);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A request was answered 503: the database could not be used ({Cause}).")]
    private partial void LogAway(string cause);
}
