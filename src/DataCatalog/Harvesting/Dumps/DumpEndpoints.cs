using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using DataCatalog.Configuration;
using DataCatalog.Dcat.Rules;
using DataCatalog.Http;
using DataCatalog.Http.Bounds;
using DataCatalog.Http.Hot;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace DataCatalog.Harvesting.Dumps;

/// <summary>The dumps over HTTP: files with the whole catalogue.</summary>
internal static class DumpEndpoints
{
    public static void MapDumps(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/dumps").WithTags("Harvesting").WithMetadata(new RequestRate.NotCounted())
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        group.MapGet("", List).WithName("listDumps").WithMetadata(new HotPipeline.NeverKept());
        group.MapGet("/{name}", Download).WithName("getDump")
            .Produces<string>(StatusCodes.Status200OK, "application/octet-stream")
            .DisableRequestTimeout();
    }

    /// <summary>Lists the dumps</summary>
    /// <remarks>
    /// The whole catalogue as files: N-Triples, Turtle, RDF/XML, JSON-LD, RDF/XML for GeoNetwork, and the datasets as CSV, each also
    /// compressed.
    /// </remarks>
    /// <response code="200">The files, with their sizes and digests.</response>
    private static Results<JsonAnswer<DumpListing>, ProblemHttpResult> List(
        HttpContext request, DumpFolder dumps, CatalogOptions options, HttpResponse response) =>
        dumps.Current is not { } set ? NotYet(dumps, options, response)
        : IsTooOld(request, set) ? Older(dumps, options, response)
        : !dumps.IsIntact() ? Lost(dumps, options, response)
        : new JsonAnswer<DumpListing>(
            $"{set.Origin} {set.BuiltAt:O}",
            new DumpListing(
                set.Sequence,
                set.BuiltAt,
                [.. set.Files.Select(file => new DumpListed(file.Name, file.MediaType, file.Length, file.Sha256))]));

    /// <summary>Downloads the whole catalogue</summary>
    /// <remarks>
    /// The header `Catalog-Sequence` has the number of the last change in the file: give it to `/changes` as `since`. `Repr-Digest` has the
    /// SHA-256 of the bytes (RFC 9530). `Range` and `If-None-Match` work. The files are rebuilt a few minutes after a change; an incomplete
    /// file is never served.
    /// </remarks>
    /// <param name="name" example="catalog.nt.gz">
    /// The file: `catalog.nt`, `.ttl`, `.rdf`, `.jsonld` or `.csv`, or `catalog-geonetwork.rdf`, each also with `.gz`.
    /// </param>
    /// <response code="200">The file.</response>
    [SuppressMessage("Reliability", "CA2000", Justification = "The result disposes the stream that it sends.")]
    private static Results<FileStreamHttpResult, EmptyHttpResult, ProblemHttpResult> Download(
        HttpContext request, DumpFolder dumps, CatalogOptions options, string name)
    {
        var response = request.Response;
        if (dumps.Current is not { } set)
        {
            return NotYet(dumps, options, response);
        }

        if (IsTooOld(request, set))
        {
            return Older(dumps, options, response);
        }

        if (set.Files.FirstOrDefault(file => string.Equals(file.Name, name, StringComparison.Ordinal)) is not { } found)
        {
            var names = set.Files.Select(file => file.Name).ToList();
            return Problems.NotFound(
                $"There is no dump '{Shown.Of(name)}'.{EditDistance.DidYouMean(UsualName(name), names)}"
                + $" There are: {string.Join(", ", names)}.");
        }

        if (dumps.OpenIntact(found) is not { } bytes)
        {
            return Lost(dumps, options, response);
        }

        response.Headers.CacheControl = "public, no-cache";
        response.Headers["Repr-Digest"] = $"sha-256=:{found.Sha256}:";
        var tag = new EntityTagHeaderValue($"\"{found.Sha256}\"");
        if (options.DumpLocation is { } location)
        {
            bytes.Dispose();
            return LetProxySend(request, tag, found, set.BuiltAt, location);
        }

        LargeWrites.Use(request);
        return TypedResults.Stream(bytes, found.MediaType, DownloadName(found), set.BuiltAt, tag, enableRangeProcessing: true);
    }

    /// <summary>
    /// Lets nginx send a file (<c>X-Accel-Redirect</c>); nginx also answers ranges. It takes the headers of this answer from its variables,
    /// such as <c>$upstream_http_etag</c>.
    /// </summary>
    private static EmptyHttpResult LetProxySend(
        HttpContext context, EntityTagHeaderValue tag, DumpFile file, DateTimeOffset builtAt, string location)
    {
        var response = context.Response;
        response.Headers.ETag = tag.ToString();
        if (Representation.IsKnown(context.Request, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return TypedResults.Empty;
        }

        response.ContentType = file.MediaType;
        response.GetTypedHeaders().LastModified = builtAt;
        response.Headers["X-Accel-Redirect"] = $"{location}{file.StoredAs}";
        if (DownloadName(file) is { } name)
        {
            response.Headers.ContentDisposition = $"attachment; filename={name}";
        }

        return TypedResults.Empty;
    }

    /// <summary>
    /// Returns the name under which browsers save a compressed file instead of showing it (RFC 6266, <c>attachment</c>); null for the
    /// others.
    /// </summary>
    private static string? DownloadName(DumpFile file) => file.Name.EndsWith(".gz", StringComparison.Ordinal) ? file.Name : null;

    /// <summary>Replaces the extension of a name by that of dumps in the same syntax: <c>.rdf</c> for <c>.xml</c>.</summary>
    private static string UsualName(string name) => Syntax.OfExtension(Path.GetExtension(name)) is { } syntax
        ? Path.ChangeExtension(name, syntax == Syntax.Json ? Syntax.JsonLd.Extension : syntax.Extension)
        : name;

    /// <summary>Says which change the files hold; returns whether the client was shown a later one.</summary>
    private static bool IsTooOld(HttpContext context, DumpSet set)
    {
        ShownSequence.Set(context.Response, set.Sequence);
        return !ShownSequence.Allows(context.Request, set.Sequence);
    }

    private static ProblemHttpResult Older(DumpFolder dumps, CatalogOptions options, HttpResponse response) => Later(
        dumps, options, response, $"The dumps are older than what you were shown, as '{ShownSequence.Header}' says, and will be rebuilt.");

    private static ProblemHttpResult NotYet(DumpFolder dumps, CatalogOptions options, HttpResponse response) =>
        options.DumpMinutes == 0
            ? Problems.NotFound("This server builds no dumps (Catalog:DumpMinutes is 0). Walk through '/catalog' instead.")
            : Later(dumps, options, response, "The first dump is being built.");

    /// <summary>Answers for a file that something else than the server deleted or changed: its digest would be wrong.</summary>
    private static ProblemHttpResult Lost(DumpFolder dumps, CatalogOptions options, HttpResponse response)
    {
        dumps.ReportLoss();
        return Later(dumps, options, response, "A file of the dumps was lost or changed on the server, and is being rebuilt.");
    }

    private static ProblemHttpResult Later(DumpFolder dumps, CatalogOptions options, HttpResponse response, string why)
    {
        response.Headers.RetryAfter = dumps.Fault is null ? "60" : (options.DumpMinutes * 60).ToString(CultureInfo.InvariantCulture);
        return Problems.NotReady(dumps.Fault is { } fault
            ? $"There is no dump, because {fault}; the server's log says more. Walk through '/catalog' meanwhile."
            : $"{why} Try again in a minute, or walk through '/catalog'.");
    }
}

/// <summary>The dumps.</summary>
/// <param name="Sequence">The sequence number of the last change in the files.</param>
/// <param name="BuiltAt">The time when the files were built.</param>
/// <param name="Files">The files.</param>
internal sealed record DumpListing(long Sequence, DateTimeOffset BuiltAt, IReadOnlyList<DumpListed> Files);

/// <summary>A dump.</summary>
/// <param name="Name">The name below <c>/dumps/</c>.</param>
/// <param name="MediaType">The media type.</param>
/// <param name="Length">The length in bytes.</param>
/// <param name="Sha256">The SHA-256 of the bytes, in Base64.</param>
internal sealed record DumpListed(string Name, string MediaType, long Length, string Sha256);
