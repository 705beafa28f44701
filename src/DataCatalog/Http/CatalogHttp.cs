using System.Text.Json.Serialization;
using DataCatalog.Agents;
using DataCatalog.Concepts;
using DataCatalog.Configuration;
using DataCatalog.Datasets;
using DataCatalog.Harvesting;
using DataCatalog.Harvesting.Changes;
using DataCatalog.Harvesting.Dumps;
using DataCatalog.Home;
using DataCatalog.Models;
using DataCatalog.OpenApi;
using DataCatalog.Search.Suggesting;
using DataCatalog.Series;
using DataCatalog.Services;
using DataCatalog.Territories;
using DataCatalog.Territories.Mapping;

namespace DataCatalog.Http;

/// <summary>The HTTP side of the service: what every request passes through, and the table of addresses.</summary>
internal static class CatalogHttp
{
    public static IServiceCollection AddCatalogHttp(this IServiceCollection services) => services
        .AddSingleton<Documents>()
        .AddSingleton<Representation>()
        .AddSingleton<RepresentationCache>()
        .AddSingleton<ServiceDescription>()
        .ConfigureHttpJsonOptions(options => options.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)
        .AddResponseCompression(options => options.EnableForHttps = true)
        .AddProblemDetails(options => options.CustomizeProblemDetails = Problems.Complete)
        .AddCors(options => options.AddDefaultPolicy(policy => policy
            .AllowAnyOrigin()
            .WithMethods("GET", "HEAD", "OPTIONS")
            .AllowAnyHeader()
            .WithExposedHeaders("ETag", "Link", "Content-Location", "Vary", "Repr-Digest", "Accept-Ranges", "Content-Range", DumpEndpoints.SequenceHeader)))
        .AddHostedService<DumpRebuild>()
        .AddOpenApiDescription();

    /// <summary>Order matters: HEAD becomes GET first, and extensions come off the address before routing.</summary>
    public static WebApplication MapCatalog(this WebApplication app)
    {
        app.UseHeadAsGet();
        app.UseExceptionHandler();
        app.UseResponseCompression();
        app.UseAllowHead();
        app.UseStatusCodePages();
        app.UseCors();
        app.UsePathBase(new Uri(app.Services.GetRequiredService<CatalogOptions>().PublicBaseUrl).AbsolutePath.TrimEnd('/'));
        app.UseAddressExtensions();
        app.UseRouting();
        app.UseCanonicalAddresses();
        app.UseQueryGate();
        app.MapOpenApiDescription();
        app.MapRoutes();
        return app;
    }

    private static void MapRoutes(this WebApplication app)
    {
        var routes = app.MapGroup("")
            .WithMetadata(new QueryGate.Checked())
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status406NotAcceptable);
        routes.MapHome();
        routes.MapCatalogPages();
        routes.MapDumps();
        routes.MapChanges();
        routes.MapDatasets();
        routes.MapSuggestions();
        routes.MapServices();
        routes.MapSeries();
        routes.MapModels();
        routes.MapAgents();
        routes.MapConcepts();
        routes.MapTerritories();
        routes.MapTerritoryMappings();
    }

    /// <summary>What answers GET answers HEAD, and says so in <c>Allow</c>.</summary>
    private static void UseAllowHead(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            if (string.Equals(headers.Allow, HttpMethods.Get, StringComparison.Ordinal))
            {
                headers.Allow = "GET, HEAD";
            }

            return Task.CompletedTask;
        });
        return next(context);
    });
}
