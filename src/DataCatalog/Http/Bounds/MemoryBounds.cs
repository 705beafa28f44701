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
    /// <param name="available">What the process may take, in bytes: the machine's memory, three quarters of its container's limit, or the limit of the runtime.</param>
    /// <exception cref="RefusedException">It is less.</exception>
    public static void Check(CatalogOptions options, long available)
    {
        if (available < options.MinimumMemoryMegabytes * Megabyte)
        {
            throw new RefusedException(string.Create(
                CultureInfo.InvariantCulture,
                $"This process may take {available / Megabyte} MB of memory for its objects, and needs {options.MinimumMemoryMegabytes} MB (Catalog:MinimumMemoryMegabytes). Give its container more (three quarters of its limit count), or DOTNET_GCHeapHardLimit."));
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
