using System.Security.Cryptography;
using System.Text;
using DataCatalog.Configuration;
using DataCatalog.Http;
using DataCatalog.Measuring;
using Microsoft.Net.Http.Headers;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace DataCatalog.Telemetry;

/// <summary>
/// Publishes metrics at <c>/metrics</c> to whoever has the key, and sends metrics and traces to a collector where the standard variable
/// <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names one. Without either, nothing is collected.
/// </summary>
internal static class Metrics
{
    private const string CollectorVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Scheme = "Bearer ";

    private static readonly PathString Address = new("/metrics");

    /// <summary>The meters of this program, of the framework and of the runtime.</summary>
    private static readonly string[] Meters =
    [
        AnswerMetrics.MeterName, CatalogMetrics.MeterName, Operation.Source, "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "System.Runtime",
    ];

    public static IServiceCollection AddMetrics(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<CatalogMetrics>();
        var isScraped = KeyOf(configuration) is not null;
        var isSent = configuration[CollectorVariable] is { Length: > 0 };
        if (!isScraped && !isSent)
        {
            return services;
        }

        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("datacatalog", serviceVersion: ProgramBuild.Mark))
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(Meters);
                _ = isScraped ? metrics.AddPrometheusExporter() : metrics;
                _ = isSent ? metrics.AddOtlpExporter() : metrics;
            });
        if (isSent)
        {
            telemetry.WithTracing(traces => traces.AddAspNetCoreInstrumentation().AddSource(Operation.Source).AddOtlpExporter());
        }

        return services;
    }

    /// <summary>Answers at <c>/metrics</c>, if there is a key.</summary>
    public static IApplicationBuilder UseMetrics(this IApplicationBuilder app)
    {
        if (app.ApplicationServices.GetRequiredService<CatalogOptions>().MetricsKey is not { } key)
        {
            return app;
        }

        app.ApplicationServices.GetRequiredService<CatalogMetrics>().Begin();
        var expected = SHA256.HashData(Encoding.UTF8.GetBytes(Scheme + key));
        return app.UseWhen(context => context.Request.Path == Address, metrics => metrics
            .Use((context, next) => Opens(context.Request, expected) ? next(context) : RefuseAsync(context))
            .UseOpenTelemetryPrometheusScrapingEndpoint());
    }

    /// <summary>Whether a request has the key. The time of the comparison says nothing about the key.</summary>
    private static bool Opens(HttpRequest request, byte[] expected) => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(request.Headers.Authorization.ToString())), expected);

    private static Task RefuseAsync(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = Scheme.TrimEnd();
        context.Response.Headers[HeaderNames.CacheControl] = "no-store";
        return Problems.KeyNeeded().ExecuteAsync(context);
    }

    private static string? KeyOf(IConfiguration configuration) =>
        configuration[$"{CatalogOptions.Section}:{nameof(CatalogOptions.MetricsKey)}"];
}
