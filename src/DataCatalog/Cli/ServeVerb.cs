using DataCatalog.Configuration;
using DataCatalog.Http;
using DataCatalog.Http.Bounds;
using DataCatalog.Search;
using DataCatalog.Storage;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace DataCatalog.Cli;

/// <summary>No verb: brings the database up to date, fills an empty one, and serves.</summary>
internal static class ServeVerb
{
    public static int Run(string[] settings, bool renameBaseUrl, TextWriter output, TextWriter error)
    {
        using var app = Composition.Build(settings);
        var options = app.Services.GetRequiredService<CatalogOptions>();
        MemoryBounds.Check(options, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);
        using var held = DatabaseLock.Take(options.Database);
        var database = app.Services.GetRequiredService<Database>();
        database.Migrate();
        app.Services.GetRequiredService<BaseUrlGuard>().Settle(options.PublicBaseUrl, renameBaseUrl);
        if (database.Sequence == 0 && !Fill(app.Services, output, error))
        {
            return 1;
        }

        SearchRows.Complete(database);
        app.MapCatalog();
        app.Lifetime.ApplicationStarted.Register(() => PrintAddresses(app, options, output));
        app.Run();
        return 0;
    }

    /// <summary>Seeds an empty database. What the load leaves in memory (40,000 territories) is given back before serving for weeks.</summary>
    private static bool Fill(IServiceProvider services, TextWriter output, TextWriter error)
    {
        var filled = SeedStep.Run(services, withdrawMissing: false, "server", output, error);
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return filled;
    }

    private static void PrintAddresses(WebApplication app, CatalogOptions options, TextWriter output)
    {
        var listening = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var home = options.PublicBaseUrl.TrimEnd('/');
        output.WriteLine($"Database: {Path.GetFullPath(options.Database)}");
        output.WriteLine($"Listening on {string.Join(", ", listening)}. Addresses to open:");
        output.WriteLine($"  {home}/          the service, with links to everything");
        output.WriteLine($"  {home}/datasets  the datasets");
        output.WriteLine($"  {home}/catalog   the whole catalogue, for harvesters");
        output.WriteLine($"  {home}/swagger   the API and its description");
    }
}
