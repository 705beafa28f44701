using System.Globalization;
using DataCatalog.Configuration;
using DataCatalog.Storage;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace DataCatalog.Http.Bounds;

/// <summary>Limits what a client can use of the server before its request is handled: connections, bytes, time.</summary>
internal static class ServerBounds
{
    /// <summary>Open files that the process itself needs: the database, its readers, dumps, the runtime.</summary>
    private const int FilesOfOurOwn = 400;

    /// <summary>Open files for each connection: its socket, and the dump that is sent over it.</summary>
    private const int FilesOfConnection = 2;

    /// <summary>
    /// The number of connections that the operating system holds until they are accepted. A flood fills a short backlog, and clients after
    /// it then wait for seconds.
    /// </summary>
    private const int Backlog = 4096;

    /// <summary>Threads beside those that handle requests: they accept connections, read requests, send answers and run timers.</summary>
    private const int ThreadsBesideWork = 8;

    private const int FewestConnections = 50;
    private const int Kilobyte = 1024;

    /// <summary>Sets the limits of Kestrel.</summary>
    public static void Apply(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        var limits = kestrel.Limits;
        limits.MaxRequestLineSize = 8 * Kilobyte;
        limits.MaxRequestHeadersTotalSize = 16 * Kilobyte;
        limits.MaxRequestHeaderCount = 64;
        limits.MaxRequestBodySize = 16 * Kilobyte;
        limits.MaxRequestBufferSize = 64 * Kilobyte;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);
        limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
        limits.MinResponseDataRate = new MinDataRate(bytesPerSecond: 2 * Kilobyte, gracePeriod: TimeSpan.FromSeconds(10));
    }

    /// <summary>
    /// Limits the connections. Call this after the server's own services are registered, because it replaces one of them. Each command
    /// makes a server, and <c>restore</c> makes one beside a damaged database: so the settings are read that need no database.
    /// </summary>
    public static IServiceCollection AddConnectionBounds(this IServiceCollection services) => services
        .AddSingleton(provider => new OpenConnections(
            MostConnections(SettingsOf(provider), OpenFiles()), provider.GetRequiredService<TimeProvider>()))
        .AddSingleton(provider => new ConnectionRate(
            SettingsOf(provider).ConnectionsPerSecond,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<ConnectionRate>>()))
        .AddOptions<SocketTransportOptions>().Configure<ListeningAddresses>((options, addresses) =>
        {
            options.Backlog = Backlog;
            options.UnsafePreferInlineScheduling = InlineSockets.Suit(addresses);
        }).Services
        .AddSingleton<SocketTransportFactory>()
        .RemoveAll<IConnectionListenerFactory>()
        .AddSingleton<IConnectionListenerFactory, BoundedTransport>();

    private static CatalogOptions SettingsOf(IServiceProvider provider) => provider.GetRequiredService<IOptions<CatalogOptions>>().Value;

    /// <summary>
    /// Reserves threads for all work at once and some more. A search and a rendering hold a thread each. On one processor the runtime would
    /// start with one thread and add one every half second, for which new connections and finished answers would wait.
    /// </summary>
    public static void ReserveThreads()
    {
        ThreadPool.GetMinThreads(out var workers, out var completions);
        ThreadPool.SetMinThreads(Math.Max(workers, WorkGate.AtOnce + ThreadsBesideWork), completions);
    }

    /// <summary>Returns the most connections that both the settings and the limit of open files allow.</summary>
    /// <exception cref="RefusedException">The process may open too few files.</exception>
    public static int MostConnections(CatalogOptions options, long? files)
    {
        if (files is not { } most || (most - FilesOfOurOwn) / FilesOfConnection >= options.MaxConnections)
        {
            return options.MaxConnections;
        }

        var connections = (int)(most - FilesOfOurOwn) / FilesOfConnection;
        return connections >= FewestConnections ? connections : throw new RefusedException(string.Create(
            CultureInfo.InvariantCulture,
            $"This process may have {most} open files, and needs {FilesOfOurOwn + (FewestConnections * FilesOfConnection)}. "
            + $"Raise the limit (ulimit -n, or LimitNOFILE of systemd)."));
    }

    /// <summary>Returns how many files the process may open; null when the system does not say or sets no limit.</summary>
    public static long? OpenFiles()
    {
        const string Limits = "/proc/self/limits";
        var lines = File.Exists(Limits) ? File.ReadLines(Limits) : [];
        var line = lines.FirstOrDefault(line => line.StartsWith("Max open files", StringComparison.Ordinal));
        return line?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, _, _, var soft, ..]
            && long.TryParse(soft, NumberStyles.None, CultureInfo.InvariantCulture, out var files) ? files : null;
    }

    /// <summary>Marks a connection as busy while a request runs on it.</summary>
    public static IApplicationBuilder UseConnectionTracking(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var connection = context.Features.Get<OpenConnection>();
        connection?.Begin();
        try
        {
            await next(context);
        }
        finally
        {
            connection?.End();
        }
    });
}
