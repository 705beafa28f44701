using Microsoft.OpenApi;

namespace DataCatalog.OpenApi;

/// <summary>The headers of answers, each described once for the whole description.</summary>
internal static class ResponseHeaders
{
    /// <summary>The headers of an answer in one syntax.</summary>
    public static readonly IReadOnlyList<string> Least = ["ETag", "Catalog-Sequence"];

    /// <summary>The headers of an answer in several syntaxes.</summary>
    public static readonly IReadOnlyList<string> Negotiated =
        ["ETag", "Cache-Control", "Vary", "Content-Location", "Link", "Catalog-Sequence"];

    /// <summary>The headers of a file.</summary>
    public static readonly IReadOnlyList<string> OfFile =
        ["ETag", "Cache-Control", "Last-Modified", "Accept-Ranges", "Repr-Digest", "Catalog-Sequence"];

    private static readonly Dictionary<string, (string Description, string Example)> Known = new(StringComparer.Ordinal)
    {
        ["ETag"] = (
            "The tag of exactly these bytes (RFC 9110). Send it back in `If-None-Match`: 304 when nothing changed.",
            "\"5d41402abc4b2a76b9719d911017c592\""),
        ["Cache-Control"] = ("Keep the answer, and ask with `If-None-Match` before using it again.", "public, no-cache"),
        ["Vary"] = ("The headers of the request that decide the bytes.", "Accept, Accept-Encoding"),
        ["Content-Location"] = ("The address of this syntax.", "https://data.example.org/datasets.json"),
        ["Link"] = (
            "The same in other syntaxes (`alternate`, each with its `type`); "
            + "of a page also its neighbours (`first`, `prev`, `next`, `last`) (RFC 8288).",
            "<https://data.example.org/datasets.json?page=2>; rel=\"next\""),
        ["Last-Modified"] = ("When the file was made.", "Tue, 24 Nov 2026 03:05:00 GMT"),
        ["Accept-Ranges"] = ("`Range` is understood.", "bytes"),
        ["Content-Range"] = ("Which part this is.", "bytes 0-99/267231"),
        ["Repr-Digest"] = ("The SHA-256 of the whole file (RFC 9530).", "sha-256=:1/IDGIeGJPwPkPkDcZrKCorTWA5twDYHy7dZgxHd81w=:"),
        ["Catalog-Sequence"] = (
            "The last change that the answer shows, or that the file holds: go on from there with `/changes?since=`. "
            + "Send it back in a header of the same name, and no server answers with an older state.",
            "41507"),
        ["Retry-After"] = ("When to ask again, in seconds.", "60"),
    };

    /// <summary>Returns the named headers, for the components of a description.</summary>
    public static Dictionary<string, IOpenApiHeader> Components(IReadOnlySet<string> names) => Known
        .Where(header => names.Contains(header.Key))
        .ToDictionary(
            header => header.Key,
            header => (IOpenApiHeader)new OpenApiHeader
            {
                Description = header.Value.Description,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, Examples = [header.Value.Example] },
            },
            StringComparer.Ordinal);

    public static Dictionary<string, IOpenApiHeader> Of(OpenApiDocument document, IEnumerable<string> names) =>
        names.ToDictionary(name => name, name => (IOpenApiHeader)new OpenApiHeaderReference(name, document), StringComparer.Ordinal);
}
