using System.Collections.Concurrent;
using System.IO.Compression;
using System.Security.Cryptography;
using DataCatalog.Http.Bounds;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;

namespace DataCatalog.OpenApi;

/// <summary>
/// Serves the API descriptions as files. Each is rendered and compressed once, because nothing in it changes while the process runs.
/// </summary>
internal sealed class DescriptionFiles(IAsyncSwaggerProvider provider, IResponseCompressionProvider compression) : IDisposable
{
    /// <summary>The Brotli quality, of at most 11: nearly the smallest file, in a tenth of the time.</summary>
    private const int BrotliQuality = 9;

    private static readonly OpenApiJsonWriterSettings Terse = new() { Terse = true };

    private readonly ConcurrentDictionary<(string Name, bool IsYaml, string? Coding), File> _files = [];
    private readonly SemaphoreSlim _making = new(1);

    /// <summary>Sends a description.</summary>
    /// <param name="context">The request.</param>
    /// <param name="name">The name of the description.</param>
    /// <param name="isYaml">Whether to send YAML; otherwise JSON.</param>
    public async Task SendAsync(HttpContext context, string name, bool isYaml)
    {
        var coding = compression.GetCompressionProvider(context)?.EncodingName;
        var file = await GetAsync(name, isYaml, coding, context.RequestAborted);
        var headers = context.Response.GetTypedHeaders();
        headers.ETag = file.Tag;
        headers.CacheControl = new CacheControlHeaderValue { Public = true, NoCache = true };
        context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (context.Request.GetTypedHeaders().IfNoneMatch
            .Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(file.Tag, useStrongComparison: false)))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.ContentType = isYaml ? "text/yaml; charset=utf-8" : "application/json";
        context.Response.ContentLength = file.Bytes.Length;
        context.Response.Headers.ContentEncoding = coding;
        await SlowBody.SendAsync(context, file.Bytes);
    }

    public void Dispose() => _making.Dispose();

    private async Task<File> GetAsync(string name, bool isYaml, string? coding, CancellationToken cancellation)
    {
        if (_files.TryGetValue((name, isYaml, coding), out var known))
        {
            return known;
        }

        await _making.WaitAsync(cancellation);
        try
        {
            return _files.TryGetValue((name, isYaml, coding), out var made)
                ? made
                : _files[(name, isYaml, coding)] = await MakeAsync(name, isYaml, coding);
        }
        finally
        {
            _making.Release();
        }
    }

    private async Task<File> MakeAsync(string name, bool isYaml, string? coding)
    {
        using var bytes = new MemoryStream();
        var document = await provider.GetSwaggerAsync(name, host: null, basePath: null);
        await using (var output = Compressed(bytes, coding))
        {
            await using var text = new StreamWriter(output, leaveOpen: true) { NewLine = "\n" };
            document.SerializeAsV31(isYaml ? new DescriptionWriter(text) : new OpenApiJsonWriter(text, Terse));
        }

        var content = bytes.ToArray();
        return new File(content, new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 16))}\""));
    }

    private static Stream Compressed(MemoryStream bytes, string? coding) => coding switch
    {
        "br" => new BrotliStream(bytes, new BrotliCompressionOptions { Quality = BrotliQuality }, leaveOpen: true),
        "gzip" => new GZipStream(bytes, CompressionLevel.SmallestSize, leaveOpen: true),
        null => bytes,
        _ => throw new ArgumentOutOfRangeException(nameof(coding), coding, "No such content coding is registered."),
    };

    private sealed record File(byte[] Bytes, EntityTagHeaderValue Tag);
}
