using DataCatalog.Agents;
using DataCatalog.Concepts;
using DataCatalog.Datasets;
using DataCatalog.Dcat;
using DataCatalog.Harvesting;
using DataCatalog.Harvesting.Changes;
using DataCatalog.Harvesting.Dumps;
using DataCatalog.Health;
using DataCatalog.Home;
using DataCatalog.Http;
using DataCatalog.Http.Bounds;
using DataCatalog.Http.Hot;
using DataCatalog.Models;
using DataCatalog.Obligations;
using DataCatalog.Obligations.Calendars;
using DataCatalog.Obligations.Rules;
using DataCatalog.OpenApi;
using DataCatalog.Pages;
using DataCatalog.Reports;
using DataCatalog.Search;
using DataCatalog.Search.Everything;
using DataCatalog.Search.Suggesting;
using DataCatalog.Series;
using DataCatalog.Services;
using DataCatalog.Telemetry;
using DataCatalog.Territories;

namespace DataCatalog;

/// <summary>The HTTP side of the service: the middleware that every request passes through, and the route table.</summary>
internal static class Routes
{
    /// <summary>
    /// Order matters: what is ready is sent first, then HEAD becomes GET, and file extensions are removed from the path before routing.
    /// </summary>
    public static WebApplication MapCatalog(this WebApplication app)
    {
        app.UseTrustedProxies();
        app.UseRequestLog();
        app.UseConnectionTracking();
        app.UseHotAnswers();
        app.UseAnswerGuards();
        app.UseHeadAsGet();
        app.UseExceptionHandler();
        app.UseResponseCompression();
        app.UseProblemBodies();
        app.UseMetrics();
        app.UseCors();
        app.UsePathBase(PathOf(app.Services.GetRequiredService<CatalogIris>()));
        app.UseAddressExtensions();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseRequestTimeouts();
        app.UseCanonicalAddresses();
        app.UseQueryGate();
        app.MapOpenApiDescription();
        app.MapHealth();
        app.MapSiteAssets();
        app.MapRoutes();
        return app;
    }

    /// <summary>Returns the path of the base URL, percent-decoded once, as the framework decodes the paths of requests.</summary>
    private static PathString PathOf(CatalogIris iris) => new(Uri.UnescapeDataString(new Uri(iris.BaseUrl).AbsolutePath.TrimEnd('/')));

    private static void MapRoutes(this WebApplication app)
    {
        var routes = app.MapGroup("")
            .WithMetadata(new QueryGate.Checked())
            .BoundWork()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status406NotAcceptable)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        app.MapGroup("").WithMetadata(new QueryGate.Checked()).WithPages().ProducesProblem(StatusCodes.Status400BadRequest).MapReports();
        routes.MapSitePages();
        routes.MapWellKnown();
        routes.MapDatasetPages();
        routes.MapCatalogPages();
        routes.MapDumps();
        routes.MapChanges();
        var counted = routes.MapGroup("").ProducesProblem(StatusCodes.Status429TooManyRequests);
        counted.MapGroup("").WithPages().MapHome();
        counted.MapSuggestions();
        var forApps = counted.MapGroup("").WithPlainJson();
        var forPeople = forApps.MapGroup("").WithPages();
        forPeople.MapDatasetSearches();
        forPeople.MapEverything();
        forPeople.MapDatasets();
        forPeople.MapServices();
        forPeople.MapSeries();
        forPeople.MapModels();
        forPeople.MapRules();
        forPeople.MapAgents();
        forPeople.MapConcepts();
        forPeople.MapTerritories();
        forPeople.MapTerritoryMappings();
        forPeople.MapCalendars();
    }
}
