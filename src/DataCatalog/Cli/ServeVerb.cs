using System.Net.Sockets;
using System.Security.Cryptography;
using DataCatalog.Backups;
using DataCatalog.Configuration;
using DataCatalog.Http.Bounds;
using DataCatalog.Index;
using DataCatalog.Storage;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace DataCatalog.Cli;

/// <summary>Runs without a verb: checks the addresses, brings the database up to date, fills an empty one, and serves.</summary>
internal static class ServeVerb
{
    private const string Kestrel = "Microsoft.AspNetCore.Server.Kestrel";

    private const string Undescribed =
        "The database does not say what this catalogue is called and who publishes it: an older program filled it."
        + " Run 'seed' again.";

    public static int Run(string[] settings, bool renameBaseUrl, TextWriter error)
    {
        using var app = Composition.Build(settings);
        var options = app.Services.GetRequiredService<CatalogOptions>();
        var listening = app.Services.GetRequiredService<ListeningAddresses>();
        MemoryBounds.Check(options, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);
        ServerBounds.ReserveThreads();
        if (IsKestrel(app.Services.GetRequiredService<IServer>().GetType().Assembly.GetName().Name))
        {
            InlineSockets.Enable(listening);
            PortCheck.Run(listening.All);
        }

        using var held = DatabaseLock.TakeUnlessReadOnly(options.Database);
        using var database = app.Services.GetRequiredService<Database>(); // disposed before its lock
        var backup = app.Services.GetRequiredService<BackupFolder>().Newest;
        var log = ActivatorUtilities.CreateInstance<ServerLog>(app.Services);
        using (held is null ? null : DatabaseLock.TakeWritingAtStart(options.Database))
        {
            if (!StorageFaults.InWords(database.Place, () => Open(app.Services, held is not null, renameBaseUrl, log, error), backup))
            {
                return 1;
            }
        }

        app.MapCatalog();
        app.Lifetime.ApplicationStarted.Register(() => LogAddresses(app, options, log));
        Start(app);
        app.WaitForShutdown();
        return 0;
    }

    private static bool Open(IServiceProvider services, bool mayWrite, bool renameBaseUrl, ServerLog log, TextWriter error)
    {
        var (database, guard) = (services.GetRequiredService<Database>(), services.GetRequiredService<BaseUrlGuard>());
        var baseUrl = services.GetRequiredService<BaseUrlChoice>();
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

    /// <summary>Opens a read-only database, which can be served if nothing needs to be written.</summary>
    private static bool OpenReadOnly(Database database, BaseUrlGuard guard, BaseUrlChoice baseUrl, ServerLog log)
    {
        guard.Check(baseUrl.Url);
        if (database.Sequence == 0)
        {
            throw new RefusedException(StorageFaults.ReadOnlyText(database.Place));
        }

        SearchRows.Complete(database);
        log.ReadOnly(database.Place);
        return true;
    }

    /// <summary>
    /// Seeds an empty database. The memory that the load has used (40,000 territories) is freed before the server runs for weeks.
    /// </summary>
    private static bool Fill(IServiceProvider services, ServerLog log, TextWriter error)
    {
        var filled = SeedStep.Run(services, withdrawMissing: false, "server", log.Filling, error);
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return filled;
    }

    /// <summary>Starts the server. Another program may have taken the port meanwhile, and a certificate is read only now.</summary>
    private static void Start(WebApplication app)
    {
        try
        {
            app.Start();
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            var addresses = app.Services.GetRequiredService<ListeningAddresses>().All.Select(address => address.Text);
            throw new RefusedException(PortCheck.Taken(string.Join(" or ", addresses)));
        }
        catch (Exception exception) when (exception is SocketException or CryptographicException)
        {
            throw new RefusedException(
                $"The server cannot listen: {exception.Message.TrimEnd('.')}. Check 'urls' and the settings of the section Kestrel.");
        }
        catch (InvalidOperationException exception) when (IsKestrel(exception.Source))
        {
            throw new RefusedException(exception.Message.Split('\n')[0].Trim());
        }
    }

    private static bool IsKestrel(string? assembly) => assembly?.StartsWith(Kestrel, StringComparison.Ordinal) == true;

    private static void LogAddresses(WebApplication app, CatalogOptions options, ServerLog log)
    {
        var server = app.Services.GetRequiredService<IServer>();
        IReadOnlyList<string> listening = [.. server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []];
        var (database, addresses) = (app.Services.GetRequiredService<Database>().Place, string.Join(", ", listening));
        var home = options.PublicBaseUrl.TrimEnd('/');
        log.Database(database);
        log.Listening(addresses);
        LogDoubts(app.Services, home, listening, log);
        log.Open(home, "/", "the service, with links to everything");
        log.Open(home, "/datasets", "the datasets");
        log.Open(home, "/catalog", "the whole catalogue, for harvesters");
        log.Open(home, "/swagger", "the API and its description");
    }

    /// <summary>Logs what the operator may not have intended.</summary>
    private static void LogDoubts(IServiceProvider services, string home, IReadOnlyList<string> listening, ServerLog log)
    {
        foreach (var address in services.GetRequiredService<ListeningAddresses>().All.Where(address => address.IsOtherName))
        {
            var warning = $"{address.Text} names a host. The server does not look names up, and listens on every address of this machine.";
            log.Warn(warning);
        }

        var choice = services.GetRequiredService<BaseUrlChoice>();
        if (choice is { Note: { } doubt, MayBeWrong: true })
        {
            log.Warn(doubt);
        }
        else if (choice.Note is { } note)
        {
            log.Note(note);
        }

        using var connection = services.GetRequiredService<Database>().OpenRead();
        if (CatalogSetting.Find(connection) is null)
        {
            log.Warn(Undescribed);
        }

        if (BaseUrlChoice.Mismatch(home, listening) is { } mismatch)
        {
            log.Warn(mismatch);
        }
    }
}
