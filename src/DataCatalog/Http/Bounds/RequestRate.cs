using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using DataCatalog.Configuration;

namespace DataCatalog.Http.Bounds;

/// <summary>
/// Limits the answers that are made for one address. Ready answers do not count, nor what harvesters walk through: those have their places
/// in <see cref="WorkGate"/>. A request of this machine is the operator's, or that of a proxy that nobody named: its clients cannot be told
/// apart.
/// </summary>
internal static class RequestRate
{
    private const int SecondsOfBurst = 10;

    private const string Waiting = "1";

    /// <summary>Marks endpoints that harvesters walk through, whose requests do not count.</summary>
    internal sealed record NotCounted;

    public static IServiceCollection AddRequestRate(this IServiceCollection services) => services
        .AddRateLimiter(_ => { })
        .AddOptions<Microsoft.AspNetCore.RateLimiting.RateLimiterOptions>().Configure<CatalogOptions>((limiter, options) =>
        {
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, IPAddress>(context => PartitionOf(context, options));
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = async (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after)
                    ? Math.Ceiling(Math.Max(1, after.TotalSeconds)).ToString(CultureInfo.InvariantCulture)
                    : Waiting;
                rejected.HttpContext.Response.Headers.RetryAfter = wait;
                await Problems.TooMany(options.RequestsPerSecond).ExecuteAsync(rejected.HttpContext);
            };
        }).Services;

    private static RateLimitPartition<IPAddress> PartitionOf(HttpContext context, CatalogOptions options)
    {
        var remote = context.Connection.RemoteIpAddress;
        return options.RequestsPerSecond == 0 || remote is null || IPAddress.IsLoopback(remote)
            || context.GetEndpoint()?.Metadata.GetMetadata<NotCounted>() is not null
            ? RateLimitPartition.GetNoLimiter(IPAddress.None)
            : RateLimitPartition.GetTokenBucketLimiter(WorkGate.ClientOf(remote), _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = SecondsOfBurst * options.RequestsPerSecond,
                TokensPerPeriod = options.RequestsPerSecond,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            });
    }
}
