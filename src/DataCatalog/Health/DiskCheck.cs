using System.Globalization;
using DataCatalog.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DataCatalog.Health;

/// <summary>Checks that the disk of the database has room for changes, where the database is a file.</summary>
internal sealed class DiskCheck(Database database) : IHealthCheck
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>The room, in megabytes, that a load of the whole catalogue and its dumps need.</summary>
    private const long Least = 200;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var free = (database.File is { } file ? StorageFaults.SpaceLeft(file) : long.MaxValue) / Megabyte;
        return Task.FromResult(free >= Least
            ? HealthCheckResult.Healthy("The disk has room.")
            : HealthCheckResult.Degraded(
                string.Create(CultureInfo.InvariantCulture, $"The disk has {free} MB left; free at least {Least} MB.")));
    }
}

/// <summary>Checks that the write-ahead log of the database does not grow: a reader that never ends would keep it.</summary>
internal sealed class LogCheck(Database database) : IHealthCheck
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>The most megabytes; loads may make so many before the log is cut.</summary>
    private const long Most = 512;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var size = database.LogFile is { } path && new FileInfo(path) is { Exists: true } log ? log.Length / Megabyte : 0;
        return Task.FromResult(size <= Most
            ? HealthCheckResult.Healthy("The log of the database is small.")
            : HealthCheckResult.Degraded(
                string.Create(CultureInfo.InvariantCulture, $"The log of the database has {size} MB; a restart of the server cuts it.")));
    }
}
