using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;

namespace DataCatalog.Pages;

/// <summary>
/// The stylesheet, the script and the icon of the pages. The name of each has a digest of its content: a changed file has another address,
/// so that browsers keep them for good.
/// </summary>
internal static class SiteAssets
{
    private const string Folder = "/assets/";
    private const string Forever = "public, max-age=31536000, immutable";

    private static readonly FrozenDictionary<string, Asset> Files = new[]
    {
        Read("site.css", "text/css; charset=utf-8"),
        Read("site.js", "text/javascript; charset=utf-8"),
        Read("icon.svg", "image/svg+xml"),
    }.ToFrozenDictionary(file => file.Name, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Asset> ByFingerprint =
        Files.Values.ToFrozenDictionary(file => file.Fingerprinted, StringComparer.Ordinal);

    /// <summary>Returns the address of a file below the base URL.</summary>
    public static string AddressOf(string name) => Folder + Files[name].Fingerprinted;

    public static void MapSiteAssets(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Folder + "{name}", Send).ExcludeFromDescription();

    private static IResult Send(HttpContext context, string name)
    {
        if (ByFingerprint.GetValueOrDefault(name) is not { } file)
        {
            return Http.Problems.NothingAt(context);
        }

        context.Response.Headers.CacheControl = Forever;
        return TypedResults.Bytes(file.Bytes, file.ContentType);
    }

    private static Asset Read(string name, string contentType)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"assets/{name}")
            ?? throw new InvalidOperationException($"The file {name} of the pages is missing.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        var content = bytes.ToArray();
        var digest = Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 6));
        return new Asset(name, $"{Path.GetFileNameWithoutExtension(name)}.{digest}{Path.GetExtension(name)}", contentType, content);
    }

    private sealed record Asset(string Name, string Fingerprinted, string ContentType, byte[] Bytes);
}
