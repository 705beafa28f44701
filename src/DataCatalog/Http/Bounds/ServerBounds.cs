using System.Globalization;
using DataCatalog.Configuration;
using DataCatalog.Storage;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DataCatalog.Http.Bounds;

/// <summary>What a client can take of the server before its request is looked at: connections, bytes, time.</summary>
internal static class ServerBounds
{
    /// <summary>Open files of the process itself: the database, its readers, dumps, the runtime.</summary>
    private const int FilesOfOurOwn = 400;

    /// <summary>A connection, and the dump that is sent over it.</summary>
    private const int FilesOfConnection = 2;

    /// <summary>Connections that the system holds until they are accepted. A flood fills a short line, and who then comes is not heard for seconds.</summary>
    private const int Backlog = 4096;

    /// <summary>Threads for all that is not work: to accept connections, to read requests, to send answers, to keep times.</summary>
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

    /// <summary>Bounds the connections. To be called when the server's own parts are registered: it takes the place of one.</summary>
    public static IServiceCollection AddConnectionBounds(this IServiceCollection services) => services
        .AddSingleton(provider => new OpenConnections(
            MostConnections(provider.GetRequiredService<CatalogOptions>(), OpenFiles()), provider.GetRequiredService<TimeProvider>()))
        .AddSingleton(provider => new ConnectionRate(
            provider.GetRequiredService<CatalogOptions>().ConnectionsPerSecond,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<ConnectionRate>>()))
        .Configure<SocketTransportOptions>(options => options.Backlog = Backlog)
        .AddSingleton<SocketTransportFactory>()
        .RemoveAll<IConnectionListenerFactory>()
        .AddSingleton<IConnectionListenerFactory, BoundedTransport>();

    /// <summary>
    /// Has threads for all work at once, and some beside it. Finding and writing hold a thread each; on one processor the runtime would have one thread, and would
    /// add another every half second: new connections and finished answers waited for that.
    /// </summary>
    public static void ReserveThreads()
    {
        ThreadPool.GetMinThreads(out var workers, out var completions);
        ThreadPool.SetMinThreads(Math.Max(workers, WorkGate.AtOnce + ThreadsBesideWork), completions);
    }

    /// <summary>As many connections as the settings allow and the process may have open files.</summary>
    /// <exception cref="RefusedException">The process may have too few.</exception>
    public static int MostConnections(CatalogOptions options, long? files)
    {
        if (files is not { } most || (most - FilesOfOurOwn) / FilesOfConnection >= options.MaxConnections)
        {
            return options.MaxConnections;
        }

        var connections = (int)(most - FilesOfOurOwn) / FilesOfConnection;
        return connections >= FewestConnections ? connections : throw new RefusedException(string.Create(
            CultureInfo.InvariantCulture,
            $"This process may have {most} open files, and needs {FilesOfOurOwn + (FewestConnections * FilesOfConnection)}. Raise the limit (ulimit -n, or LimitNOFILE of systemd)."));
    }

    /// <summary>How many files the process may have open, where the system says so; null elsewhere, or for any number.</summary>
    public static long? OpenFiles()
    {
        const string Limits = "/proc/self/limits";
        var line = File.Exists(Limits) ? File.ReadLines(Limits).FirstOrDefault(line => line.StartsWith("Max open files", StringComparison.Ordinal)) : null;
        return line?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, _, _, var soft, ..]
            && long.TryParse(soft, NumberStyles.None, CultureInfo.InvariantCulture, out var files) ? files : null;
    }

    /// <summary>Tells a connection's requests from its silence.</summary>
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
