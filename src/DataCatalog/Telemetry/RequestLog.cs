using DataCatalog.Configuration;
using Microsoft.AspNetCore.HttpLogging;

namespace DataCatalog.Telemetry;

/// <summary>
/// Logs every request when the operator asks for it: method, path, status, duration and the id that errors repeat. The query may hold what
/// somebody looked for, and the address is a person's: neither is logged.
/// </summary>
internal static class RequestLog
{
    private const string Category = "Microsoft.AspNetCore.HttpLogging";

    public static WebApplicationBuilder AddRequestLog(this WebApplicationBuilder builder)
    {
        builder.Services
            .AddHttpLogging(options =>
            {
                options.LoggingFields = HttpLoggingFields.RequestMethod | HttpLoggingFields.RequestPath
                    | HttpLoggingFields.ResponseStatusCode | HttpLoggingFields.Duration;
                options.CombineLogs = true;
            })
            .AddHttpLoggingInterceptor<RequestId>();
        builder.Logging.AddFilter(Category, LogLevel.Information);
        return builder;
    }

    /// <summary>Logs requests, if the setting says so.</summary>
    public static IApplicationBuilder UseRequestLog(this IApplicationBuilder app) =>
        app.ApplicationServices.GetRequiredService<CatalogOptions>().RequestLog ? app.UseHttpLogging() : app;

    private sealed class RequestId : IHttpLoggingInterceptor
    {
        public ValueTask OnRequestAsync(HttpLoggingInterceptorContext logContext)
        {
            logContext.AddParameter("TraceId", System.Diagnostics.Activity.Current?.Id ?? logContext.HttpContext.TraceIdentifier);
            return default;
        }

        public ValueTask OnResponseAsync(HttpLoggingInterceptorContext logContext) => default;
    }
}
