using System.Globalization;
using DataCatalog.Configuration;
using DataCatalog.Http.Hot;
using DataCatalog.Storage;
using Microsoft.AspNetCore.Diagnostics;

namespace DataCatalog.Http.Bounds;

/// <summary>
/// Handles low memory: refuses to start with too little, and refuses a request that runs out of memory after clearing the caches.
/// </summary>
internal sealed class MemoryBounds(RepresentationCache cache, HotAnswers answers) : IExceptionHandler
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>Refuses to start with less memory than the settings ask for.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="available">
    /// The memory that the process may use, in bytes: that of the machine, three quarters of the container's limit, or the limit set for
    /// the runtime.
    /// </param>
    /// <exception cref="RefusedException">Less memory is available.</exception>
    public static void Check(CatalogOptions options, long available)
    {
        if (available < options.MinimumMemoryMegabytes * Megabyte)
        {
            throw new RefusedException(string.Create(
                CultureInfo.InvariantCulture,
                $"This process may take {available / Megabyte} MB of memory for its objects, and needs {options.MinimumMemoryMegabytes} MB "
                + $"(Catalog:MinimumMemoryMegabytes). Raise the limit of its container, of which three quarters count, "
                + $"or DOTNET_GCHeapHardLimit."));
        }
    }

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not OutOfMemoryException)
        {
            return false;
        }

        cache.Clear();
        answers.Clear();
        await Problems.Busy().ExecuteAsync(httpContext);
        return true;
    }
}
