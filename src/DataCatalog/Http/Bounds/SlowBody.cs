using Microsoft.AspNetCore.Http.Timeouts;

namespace DataCatalog.Http.Bounds;

/// <summary>
/// Sends bytes from the cache in slices. The server copies what it is given until the client has read it, so however slowly clients read,
/// each of them holds one slice. Sending has no time limit; it has a lowest rate (<see cref="ServerBounds"/>).
/// </summary>
internal static class SlowBody
{
    /// <summary>The most bytes that a slow client holds, as a copy or as a part of an answer.</summary>
    public const int Slice = 32 * 1024;

    public static async Task SendAsync(HttpContext context, ReadOnlyMemory<byte> bytes)
    {
        context.Features.Get<IHttpRequestTimeoutFeature>()?.DisableTimeout();
        var output = context.Response.BodyWriter;
        for (var sent = 0; sent < bytes.Length; sent += Slice)
        {
            var slice = bytes.Slice(sent, Math.Min(Slice, bytes.Length - sent));
            slice.CopyTo(output.GetMemory(slice.Length));
            output.Advance(slice.Length);
            await output.FlushAsync(context.RequestAborted);
        }
    }
}
