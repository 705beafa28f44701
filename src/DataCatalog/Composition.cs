using DataCatalog.Agents;
using DataCatalog.Concepts;
using DataCatalog.Configuration;
using DataCatalog.Datasets;
using DataCatalog.Dcat;
using DataCatalog.Harvesting;
using DataCatalog.Harvesting.Changes;
using DataCatalog.Harvesting.Dumps;
using DataCatalog.Http;
using DataCatalog.Http.Bounds;
using DataCatalog.Models;
using DataCatalog.Search;
using DataCatalog.Search.Answers;
using DataCatalog.Search.Columns;
using DataCatalog.Search.Suggesting;
using DataCatalog.Search.Text;
using DataCatalog.Seeding;
using DataCatalog.Series;
using DataCatalog.Services;
using DataCatalog.Storage;
using DataCatalog.Territories;
using DataCatalog.Territories.Mapping;
using Microsoft.Extensions.Options;

namespace DataCatalog;

/// <summary>What the program is made of; the server and the verbs share it.</summary>
internal static class Composition
{
    private const string DefaultUrl = "http://localhost:5080";

    /// <summary>Builds the application without touching the database.</summary>
    /// <param name="args">Settings in the form of the .NET host, such as <c>--urls</c> or <c>--Catalog:Database=…</c>.</param>
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.ConfigureKestrel(ServerBounds.Apply);
        builder.UseDefaultUrl();
        builder.UseConsoleLogs();
        builder.Services
            .AddCatalogOptions()
            .AddStorage()
            .AddSingleton<SeedLoader>()
            .AddHarvesting()
            .AddSearch()
            .AddConnectionBounds()
            .AddCatalogHttp();
        return builder.Build();
    }

    private static IServiceCollection AddCatalogOptions(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<CatalogOptions>, CatalogOptionsValidator>();
        services.AddOptions<CatalogOptions>().BindConfiguration(CatalogOptions.Section).ValidateOnStart();
        return services
            .AddSingleton(Settings)
            .AddSingleton(provider => new CatalogIris(provider.GetRequiredService<CatalogOptions>().PublicBaseUrl));
    }

    /// <summary>The settings, checked.</summary>
    /// <exception cref="RefusedException">A setting is not of its type; the message names it.</exception>
    /// <exception cref="OptionsValidationException">A setting is out of bounds.</exception>
    private static CatalogOptions Settings(IServiceProvider provider)
    {
        try
        {
            return provider.GetRequiredService<IOptions<CatalogOptions>>().Value;
        }
        catch (InvalidOperationException exception)
        {
            throw new RefusedException(exception.Message);
        }
    }

    private static IServiceCollection AddStorage(this IServiceCollection services) => services
        .AddSingleton(TimeProvider.System)
        .AddSingleton(provider => new Database(
            provider.GetRequiredService<CatalogOptions>().Database, provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<BaseUrlGuard>()
        .AddSingleton<References>()
        .AddSingleton<DatasetStore>()
        .AddSingleton<ServiceStore>()
        .AddSingleton<SeriesStore>()
        .AddSingleton<ModelStore>()
        .AddSingleton<AgentStore>()
        .AddSingleton<SchemeStore>()
        .AddSingleton<ConceptStore>()
        .AddSingleton<CompetenceStore>()
        .AddSingleton<TerritoryStore>();

    private static IServiceCollection AddHarvesting(this IServiceCollection services) => services
        .AddSingleton<CatalogStore>()
        .AddSingleton<TerritoryMaps>()
        .AddSingleton<TerritoryAddresses>()
        .AddSingleton<HarvestViews>()
        .AddSingleton<CatalogGraph>()
        .AddSingleton<CatalogPages>()
        .AddSingleton<CatalogExport>()
        .AddSingleton<DumpFolder>()
        .AddSingleton<DumpBuilder>()
        .AddSingleton<ChangeStore>()
        .AddSingleton<ChangeIris>()
        .AddSingleton<AtomFeed>();

    private static IServiceCollection AddSearch(this IServiceCollection services) => services
        .AddSingleton<ColumnsStore>()
        .AddSingleton<SearchEngine>()
        .AddSingleton<Spelling>()
        .AddSingleton<QuestionReader>()
        .AddSingleton<FacetLabels>()
        .AddSingleton<SearchPages>()
        .AddSingleton<Suggester>()
        .AddSingleton<TerritoryMappings>()
        .AddHostedService<SearchWarmUp>();

    /// <summary>The address to listen on, unless the host's own settings name one.</summary>
    private static void UseDefaultUrl(this WebApplicationBuilder builder)
    {
        string[] settings = [WebHostDefaults.ServerUrlsKey, WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey];
        if (Array.TrueForAll(settings, setting => string.IsNullOrEmpty(builder.Configuration[setting]))
            && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }
    }

    /// <summary>One JSON object per line for machines; plain lines where a developer watches.</summary>
    private static void UseConsoleLogs(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        if (builder.Environment.IsDevelopment())
        {
            builder.Logging.AddSimpleConsole();
        }
        else
        {
            builder.Logging.AddJsonConsole();
        }
    }
}
