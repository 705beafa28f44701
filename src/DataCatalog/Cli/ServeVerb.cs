using System.Net.Sockets;
using System.Security.Cryptography;
using DataCatalog.Configuration;
using DataCatalog.Http.Bounds;
using DataCatalog.Index;
using DataCatalog.Storage;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace DataCatalog.Cli;

/// <summary>No verb: looks at the addresses, brings the database up to date, fills an empty one, and serves.</summary>
internal static class ServeVerb
{
    private const string Kestrel = "Microsoft.AspNetCore.Server.Kestrel";

    public static int Run(string[] settings, bool renameBaseUrl, TextWriter error)
    {
        using var app = Composition.Build(settings);
        var (options, listening) = (app.Services.GetRequiredService<CatalogOptions>(), app.Services.GetRequiredService<ListeningAddresses>());
        MemoryBounds.Check(options, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);
        ServerBounds.ReserveThreads();
        if (IsKestrel(app.Services.GetRequiredService<IServer>().GetType().Assembly.GetName().Name))
        {
            PortCheck.Run(listening.All);
        }

        using var held = DatabaseLock.TakeUnlessReadOnly(options.Database);
        using var database = app.Services.GetRequiredService<Database>(); // closed before its lock is given up
        var log = ActivatorUtilities.CreateInstance<ServerLog>(app.Services);
        if (!StorageFaults.InWords(database.Path, () => Open(app.Services, held is not null, renameBaseUrl, log, error)))
        {
            return 1;
        }

        app.MapCatalog();
        app.Lifetime.ApplicationStarted.Register(() => SayAddresses(app, options, log));
        Start(app);
        app.WaitForShutdown();
        return 0;
    }

    private static bool Open(IServiceProvider services, bool mayWrite, bool renameBaseUrl, ServerLog log, TextWriter error)
    {
        var (database, guard, baseUrl) = (services.GetRequiredService<Database>(), services.GetRequiredService<BaseUrlGuard>(), services.GetRequiredService<BaseUrlChoice>());
        if (renameBaseUrl && !baseUrl.IsSet)
        {
            throw new RefusedException("--rename-base-url needs the new URL: set Catalog:PublicBaseUrl to it.");
        }

        if (!database.MigrateOrOpen(mayWrite))
        {
            return OpenReadOnly(database, guard, baseUrl, log);
        }

        guard.CheckAndRemember(baseUrl.Url, renameBaseUrl);
        if (database.Sequence == 0 && !Fill(services, log, error))
        {
            return false;
        }

        SearchRows.Complete(database);
        return true;
    }

    /// <summary>What is there can be served if nothing about it need be written.</summary>
    private static bool OpenReadOnly(Database database, BaseUrlGuard guard, BaseUrlChoice baseUrl, ServerLog log)
    {
        guard.Check(baseUrl.Url);
        if (database.Sequence == 0)
        {
            throw new RefusedException(StorageFaults.ReadOnlyText(database.Path));
        }

        SearchRows.Complete(database);
        log.ReadOnly(database.Path);
        return true;
    }

    /// <summary>Seeds an empty database. What the load leaves in memory (40,000 territories) is given back before serving for weeks.</summary>
    private static bool Fill(IServiceProvider services, ServerLog log, TextWriter error)
    {
        var filled = SeedStep.Run(services, withdrawMissing: false, "server", log.Filling, error);
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return filled;
    }

    /// <summary>Starts the server; somebody may have taken the port meanwhile, and a certificate is read only here.</summary>
    private static void Start(WebApplication app)
    {
        try
        {
            app.Start();
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            throw new RefusedException(PortCheck.Taken(string.Join(" or ", app.Services.GetRequiredService<ListeningAddresses>().All.Select(address => address.Text))));
        }
        catch (Exception exception) when (exception is SocketException or CryptographicException)
        {
            throw new RefusedException($"The server cannot listen: {exception.Message.TrimEnd('.')}. Look at 'urls' and at the settings below Kestrel.");
        }
        catch (InvalidOperationException exception) when (IsKestrel(exception.Source))
        {
            throw new RefusedException(exception.Message.Split('\n')[0].Trim());
        }
    }

    private static bool IsKestrel(string? assembly) => assembly?.StartsWith(Kestrel, StringComparison.Ordinal) == true;

    private static void SayAddresses(WebApplication app, CatalogOptions options, ServerLog log)
    {
        IReadOnlyList<string> listening = [.. app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? []];
        var (database, addresses, home) = (app.Services.GetRequiredService<Database>().Path, string.Join(", ", listening), options.PublicBaseUrl.TrimEnd('/'));
        log.Database(database);
        log.Listening(addresses);
        SayDoubts(app.Services, home, listening, log);
        log.Open(home, "/", "the service, with links to everything");
        log.Open(home, "/datasets", "the datasets");
        log.Open(home, "/catalog", "the whole catalogue, for harvesters");
        log.Open(home, "/swagger", "the API and its description");
    }

    /// <summary>What an operator may not have meant.</summary>
    private static void SayDoubts(IServiceProvider services, string home, IReadOnlyList<string> listening, ServerLog log)
    {
        foreach (var address in services.GetRequiredService<ListeningAddresses>().All.Where(address => address.IsOtherName))
        {
            var everywhere = $"{address.Text} names a host: the server looks no names up, and listens on every address of this machine.";
            log.Warn(everywhere);
        }

        var choice = services.GetRequiredService<BaseUrlChoice>();
        if (choice is { Note: { } warning, MayBeWrong: true })
        {
            log.Warn(warning);
        }
        else if (choice.Note is { } note)
        {
            log.Note(note);
        }

        if (BaseUrlChoice.Mismatch(home, listening) is { } mismatch)
        {
            log.Warn(mismatch);
        }
    }
}
