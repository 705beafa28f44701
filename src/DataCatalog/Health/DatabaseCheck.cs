using System.Data.Common;
using System.Globalization;
using DataCatalog.Index;
using DataCatalog.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DataCatalog.Health;

/// <summary>Checks that the database can be read and has the schema of this program.</summary>
internal sealed class DatabaseCheck(Database database) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            using var connection = database.OpenRead();
            database.Verify(connection);
            return Task.FromResult(HealthCheckResult.Healthy(
                string.Create(CultureInfo.InvariantCulture, $"The last change is {database.Sequence}.")));
        }
        catch (RefusedException)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy("The database is not one of this program's version."));
        }
        catch (DbException)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy("The database cannot be read."));
        }
    }
}

/// <summary>Checks that the search index has a row for every dataset.</summary>
internal sealed class IndexCheck(Database database) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return Task.FromResult(SearchRows.AreComplete(database)
                ? HealthCheckResult.Healthy("Every dataset is in the search index.")
                : HealthCheckResult.Unhealthy("The search index is not complete. A restart rebuilds it."));
        }
        catch (DbException)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy("The search index cannot be read."));
        }
    }
}
