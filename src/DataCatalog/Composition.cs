using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using DataCatalog.Backups;
using DataCatalog.Concepts;
using DataCatalog.Configuration;
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
using DataCatalog.Index.Columns;
using DataCatalog.Index.Text;
using DataCatalog.LegalRules;
using DataCatalog.Models;
using DataCatalog.Obligations;
using DataCatalog.Obligations.Calendars;
using DataCatalog.Obligations.Rules;
using DataCatalog.OpenApi;
using DataCatalog.Pages;
using DataCatalog.Reports;
using DataCatalog.Search;
using DataCatalog.Search.Answers;
using DataCatalog.Search.Everything;
using DataCatalog.Search.Identifiers;
using DataCatalog.Search.Places;
using DataCatalog.Search.Suggesting;
using DataCatalog.Search.Text;
using DataCatalog.Seeding;
using DataCatalog.Services;
using DataCatalog.Storage;
using DataCatalog.Telemetry;
using DataCatalog.Territories;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace DataCatalog;

/// <summary>Registers the parts of the program, which the server and the other verbs share.</summary>
internal static class Composition
{
    /// <summary>The time of a log line: ISO 8601, in UTC, independent of the culture's separators.</summary>
    private const string LogTime = "yyyy'-'MM'-'dd'T'HH':'mm':'ss'.'fff'Z'";

    /// <summary>Builds the application without touching the database.</summary>
    /// <param name="args">Settings in the form of the .NET host, such as <c>--urls</c> or <c>--Catalog:Database=…</c>.</param>
    /// <exception cref="RefusedException">Some settings are unknown or unreadable; the message has a line for each.</exception>
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.ConfigureKestrel(ServerBounds.Apply);
        builder.UseDefaultUrl();
        builder.UseConsoleLogs();
        builder.AddRequestLog();
        builder.Services
            .AddSingleton(Listening(builder.Configuration))
            .AddCatalogOptions()
            .AddStorage()
            .AddSingleton<SeedLoader>()
            .AddHarvesting()
            .AddSingleton<BackupFolder>()
            .AddHostedService<BackupSchedule>()
            .AddSearch()
            .AddConnectionBounds()
            .AddHealth()
            .AddMetrics(builder.Configuration)
            .AddCatalogHttp();
        return builder.Build();
    }

    private static IServiceCollection AddCatalogOptions(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<CatalogOptions>, CatalogOptionsValidator>();
        services.AddOptions<CatalogOptions>().BindConfiguration(CatalogOptions.Section).ValidateOnStart();
        return services
            .AddSingleton(BaseUrl)
            .AddSingleton(provider => Bound(provider) with { PublicBaseUrl = provider.GetRequiredService<BaseUrlChoice>().Url })
            .AddSingleton(provider => new CatalogIris(provider.GetRequiredService<CatalogOptions>().PublicBaseUrl));
    }

    /// <summary>Reads the addresses to listen on, and refuses all unknown and malformed settings at once.</summary>
    private static ListeningAddresses Listening(ConfigurationManager configuration)
    {
        var faults = SettingsCheck.Faults(configuration).ToList();
        var addresses = ListeningAddresses.Read(configuration, faults);
        return faults.Count == 0 ? addresses : throw new RefusedException(string.Join(Environment.NewLine, faults));
    }

    /// <summary>Returns the settings bound to their options.</summary>
    /// <exception cref="OptionsValidationException">A setting is out of bounds.</exception>
    private static CatalogOptions Bound(IServiceProvider provider) => provider.GetRequiredService<IOptions<CatalogOptions>>().Value;

    private static BaseUrlChoice BaseUrl(IServiceProvider provider) => BaseUrlChoice.Of(
        provider.GetRequiredService<IConfiguration>()[$"{CatalogOptions.Section}:{nameof(CatalogOptions.PublicBaseUrl)}"],
        () => BaseUrlGuard.Peek(Bound(provider).Database, new BackupFolder(Bound(provider)).Newest),
        provider.GetRequiredService<ListeningAddresses>().All);

    private static IServiceCollection AddStorage(this IServiceCollection services) => services
        .AddSingleton(TimeProvider.System)
        .AddSingleton<ParisDay>()
        .AddSingleton(provider => new Database(
            provider.GetRequiredService<CatalogOptions>().Database, provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<BaseUrlGuard>()
        .AddSingleton<WarmUp>()
        .AddHostedService<ChangeFollower>()
        .AddSingleton(typeof(RecordReader<>))
        .AddSingleton<References>()
        .AddSingleton<DatasetStore>()
        .AddSingleton<ConceptStore>()
        .AddSingleton<CompetenceStore>()
        .AddSingleton<ModelStore>()
        .AddSingleton<TerritoryStore>();

    private static IServiceCollection AddHarvesting(this IServiceCollection services) => services
        .AddSingleton<CatalogStore>()
        .AddSingleton<TerritoryIndexes>()
        .AddSingleton<TerritoryAddresses>()
        .AddSingleton<DatasetLinks>()
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
        .AddSingleton<SynonymBook>()
        .AddSingleton<SearchEngine>()
        .AddSingleton<Spelling>()
        .AddSingleton<QuestionReader>()
        .AddSingleton<QuestionPlaces>()
        .AddSingleton<PlacedSearch>()
        .AddSingleton<FacetLabels>()
        .AddSingleton<SearchPages>()
        .AddSingleton<Suggester>()
        .AddSingleton<KnownEntries>()
        .AddSingleton<IdentifierReader>()
        .AddSingleton<EverythingFinder>()
        .AddSingleton<FoundEntries>()
        .AddSingleton<NearestFinder>()
        .AddSingleton<EverythingPages>()
        .AddSingleton<RuleBook>()
        .AddSingleton<RuleWords>()
        .AddSingleton<ModelWords>()
        .AddSingleton<ServiceWords>()
        .AddSingleton<RuleDatasets>()
        .AddSingleton<DutyQuestions>()
        .AddSingleton<RuleDuties>()
        .AddSingleton<RuleLists>()
        .AddSingleton<DutyCalendar>()
        .AddSingleton<TerritoryMappings>()
        .AddHostedService<SearchWarmUp>();

    private static IServiceCollection AddCatalogHttp(this IServiceCollection services) => services
        .AddSingleton<Documents>()
        .AddSingleton<Representation>()
        .AddSingleton<RepresentationCache>()
        .AddSingleton<AnswerMetrics>()
        .AddSingleton<HotAnswers>()
        .AddSingleton<ServiceDescription>()
        .AddSingleton<PageWriter>()
        .AddSingleton<IPages>(provider => provider.GetRequiredService<PageWriter>())
        .AddSingleton<SiteMap>()
        .AddSingleton<Letters>()
        .AddSingleton<LetterDesk>()
        .AddSingleton<ReportStore>()
        .AddSingleton<ReportAllowance>()
        .AddSingleton<ReportDesk>()
        .AddSingleton<ApiExamples>()
        .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
        .AddSingleton<HomeContent>()
        .AddSingleton<Neighbourhoods>()
        .AddSingleton<Coverages>()
        .ConfigureHttpJsonOptions(options => options.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)
        .AddResponseCompression(options =>
        {
            options.EnableForHttps = true;

            // Answers are compressed once and kept; what is left are the pages of problems, which are small and answer HEAD as GET.
            options.ExcludedMimeTypes = [Syntax.Html.MediaType];
        })
        .AddSingleton<IProblemDetailsWriter, ProblemWriter>()
        .AddProblemDetails()
        .AddExceptionHandler<MemoryBounds>()
        .AddExceptionHandler<DatabaseAway>()
        .AddWorkBounds()
        .AddRequestRate()
        .Configure<HostFilteringOptions>(options => options.IncludeFailureMessage = false)
        .AddCors(options => options.AddDefaultPolicy(policy => policy
            .AllowAnyOrigin()
            .WithMethods("GET", "HEAD", "OPTIONS")
            .AllowAnyHeader()
            .WithExposedHeaders(
                "ETag", "Link", "Content-Location", "Vary", "Repr-Digest", "Accept-Ranges", "Content-Range", ShownSequence.Header)))
        .AddHostedService<DumpRebuild>()
        .AddOpenApiDescription();

    /// <summary>Listens on the default address, unless the host's settings name one.</summary>
    private static void UseDefaultUrl(this WebApplicationBuilder builder)
    {
        if (!ListeningAddresses.AreSet(builder.Configuration))
        {
            builder.WebHost.UseUrls(ListeningAddress.Default);
        }
    }

    /// <summary>Logs one JSON object per line for machines, and plain lines for people: on a terminal or in development.</summary>
    private static void UseConsoleLogs(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        if (builder.Environment.IsDevelopment() || !Console.IsOutputRedirected)
        {
            builder.Logging.AddSimpleConsole(format =>
            {
                InUtc(format, LogTime + " ");
                format.SingleLine = true;
            });
        }
        else
        {
            builder.Logging.AddJsonConsole(format => InUtc(format, LogTime));
        }
    }

    private static void InUtc(ConsoleFormatterOptions format, string time)
    {
        format.UseUtcTimestamp = true;
        format.TimestampFormat = time;
    }
}
