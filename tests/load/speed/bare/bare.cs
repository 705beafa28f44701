#:sdk Microsoft.NET.Sdk.Web
#:property ServerGarbageCollection=false
#:property PublishAot=false
#:property RestorePackagesWithLockFile=false

// What the web server itself can reach: it sends the files of a folder from memory. No catalogue, no routes, no middleware.
//
//   dotnet publish tests/load/speed/bare/bare.cs -c Release -o FOLDER
//   dotnet FOLDER/bare.dll http://127.0.0.1:PORT FILES
using System.Collections.Concurrent;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

Environment.SetEnvironmentVariable("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1");
var files = new ConcurrentDictionary<string, (byte[] Bytes, bool IsPacked)>(StringComparer.Ordinal);
var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.AddServerHeader = false).UseUrls(args[0]);
builder.Services.Configure<SocketTransportOptions>(options => options.UnsafePreferInlineScheduling = true);
await using var app = builder.Build();
app.Run(Send);
await app.RunAsync();

Task Send(HttpContext context)
{
    var (request, response) = (context.Request, context.Response);
    if (request.Headers.IfNoneMatch.Count > 0)
    {
        response.StatusCode = StatusCodes.Status304NotModified;
        return Task.CompletedTask;
    }

    var coding = request.Headers.AcceptEncoding.Count > 0 ? ".gz" : "";
    var (bytes, isPacked) = files.GetOrAdd(Path.GetFileName(request.Path.Value) + coding, Read);
    response.ContentType = "application/ld+json";
    response.ContentLength = bytes.Length;
    if (isPacked)
    {
        response.Headers.ContentEncoding = "gzip";
    }

    return response.BodyWriter.WriteAsync(bytes, context.RequestAborted).AsTask();
}

(byte[] Bytes, bool IsPacked) Read(string name) =>
    (File.ReadAllBytes(Path.Combine(args[1], name)), name.EndsWith(".gz", StringComparison.Ordinal));
