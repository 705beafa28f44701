using Microsoft.AspNetCore.Http.Timeouts;

namespace DataCatalog.Http.Bounds;

/// <summary>
/// Sends bytes that others may be sent too. The server copies what it is given until the client has read it, so it is given a slice at a time: however slowly
/// clients read, each holds one slice. Sending has no longest time: it has a lowest rate (<see cref="ServerBounds"/>).
/// </summary>
internal static class SlowBody
{
    private const int Slice = 32 * 1024;

    public static async Task SendAsync(HttpContext context, ReadOnlyMemory<byte> bytes)
    {
        context.Features.Get<IHttpRequestTimeoutFeature>()?.DisableTimeout();
        for (var sent = 0; sent < bytes.Length; sent += Slice)
        {
            await context.Response.Body.WriteAsync(bytes.Slice(sent, Math.Min(Slice, bytes.Length - sent)), context.RequestAborted);
        }
    }
}
