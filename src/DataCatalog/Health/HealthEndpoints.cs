using DataCatalog.Http;
using DataCatalog.Http.Bounds;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DataCatalog.Health;

/// <summary>
/// Says whether the server runs and whether it can answer. Nothing waits for these answers, and no cache may keep them.
/// </summary>
internal static class HealthEndpoints
{
    private const string RetrySeconds = "5";

    /// <summary>Maps the addresses. The description of the API leaves them out: they are for who operates the server.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/health").ExcludeFromDescription().WithMetadata(new QueryGate.Checked(), new RequestRate.NotCounted());
        group.MapGet("/live", Live);
        group.MapGet("/ready", ReadyAsync);
    }

    /// <summary>Says whether the server runs</summary>
    /// <remarks>An answer means that it does. Restart the server when none comes.</remarks>
    /// <response code="200">The server runs.</response>
    private static Ok<Liveness> Live(HttpResponse response)
    {
        ForbidCaching(response);
        return TypedResults.Ok(new Liveness("live"));
    }

    /// <summary>Says whether the server can answer</summary>
    /// <remarks>
    /// The checks: `database` (it can be read and has this program's schema), `index` (every dataset can be found), `disk` (there is room
    /// for changes), `log` (the write-ahead log of the database is small). Full disks and long logs are warnings: reading still works.
    /// </remarks>
    /// <response code="200">The server can answer; `status` is `ready`, or `warning` where the operator has something to do.</response>
    /// <response code="503">It cannot. Send requests to another server, and ask again as `Retry-After` says.</response>
    private static async Task<Results<Ok<Readiness>, ProblemHttpResult>> ReadyAsync(
        HealthCheckService health, HttpResponse response, CancellationToken cancelled)
    {
        var report = await health.CheckHealthAsync(cancelled);
        var checks = report.Entries
            .Select(check => new ReadinessCheck(check.Key, WordOf(check.Value.Status), check.Value.Description))
            .ToList();
        ForbidCaching(response);
        if (report.Status is not HealthStatus.Unhealthy)
        {
            return TypedResults.Ok(new Readiness(WordOf(report.Status), checks));
        }

        response.Headers.RetryAfter = RetrySeconds;
        return Problems.NotReady(string.Join(' ', report.Entries.Values
            .Where(check => check.Status is HealthStatus.Unhealthy)
            .Select(check => check.Description)));
    }

    /// <summary>Says that no cache may keep the answer.</summary>
    private static void ForbidCaching(HttpResponse response) => response.Headers.CacheControl = "no-store";

    private static string WordOf(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "ready",
        HealthStatus.Degraded => "warning",
        _ => "failed",
    };
}

/// <summary>Whether the server runs.</summary>
/// <param name="Status"><c>live</c>.</param>
internal sealed record Liveness(string Status);

/// <summary>Whether the server can answer.</summary>
/// <param name="Status"><c>ready</c>, or <c>warning</c> where the operator has something to do.</param>
/// <param name="Checks">What was looked at.</param>
internal sealed record Readiness(string Status, IReadOnlyList<ReadinessCheck> Checks);

/// <summary>What was looked at.</summary>
/// <param name="Name">The name: <c>database</c>, <c>index</c>, <c>disk</c> or <c>log</c>.</param>
/// <param name="Status"><c>ready</c> or <c>warning</c>.</param>
/// <param name="Detail">What was found, and what to do.</param>
internal sealed record ReadinessCheck(string Name, string Status, string? Detail);
