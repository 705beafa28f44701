using System.Globalization;
using DataCatalog.Configuration;
using DataCatalog.Storage;
using Microsoft.AspNetCore.Diagnostics;

namespace DataCatalog.Http.Bounds;

/// <summary>What happens where memory is short: too little is refused at the start, and a request that finds none is refused with what was kept given back.</summary>
internal sealed class MemoryBounds(RepresentationCache cache) : IExceptionHandler
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>Refuses to start with less memory than the settings ask for.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="available">What the process may take, in bytes: the machine's memory, or the limit of its container or of the runtime.</param>
    /// <exception cref="RefusedException">It is less.</exception>
    public static void Check(CatalogOptions options, long available)
    {
        if (available < options.MinimumMemoryMegabytes * Megabyte)
        {
            throw new RefusedException(string.Create(
                CultureInfo.InvariantCulture,
                $"This process may take {available / Megabyte} MB of memory, and needs {options.MinimumMemoryMegabytes} MB (Catalog:MinimumMemoryMegabytes). Give its container, or DOTNET_GCHeapHardLimit, more."));
        }
    }

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not OutOfMemoryException)
        {
            return false;
        }

        cache.Clear();
        await Problems.Busy().ExecuteAsync(httpContext);
        return true;
    }
}
