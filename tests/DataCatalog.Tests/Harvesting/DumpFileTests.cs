using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using DataCatalog.Http;
using DataCatalog.Tests.Mapping;

namespace DataCatalog.Tests.Harvesting;

/// <summary>The files of dumps, as clients get them.</summary>
public sealed class DumpFileTests(BuiltDumps built)
{
    private const string Version = "<http://www.w3.org/2002/07/owl#versionInfo>";

    private CatalogApp App => built.App;

    [Fact]
    public async Task A_dump_says_what_the_pages_say()
    {
        var dump = Corpus.Parse(Encoding.UTF8.GetString(await built.BytesAsync("catalog.nt")));
        var pages = (await CatalogWalk.AllAsync(App)).SelectMany(page => page.Statements);
        Assert.Equal(
            pages
                .Where(statement => !statement.Predicate.Contains("hydra/core#", StringComparison.Ordinal))
                .Where(statement => !statement.Object.Contains("hydra/core#", StringComparison.Ordinal))
                .ToHashSet(),
            dump.Where(statement => statement.Predicate != Version).ToHashSet());
    }

    [Theory]
    [InlineData("catalog.nt", "application/n-triples")]
    [InlineData("catalog.ttl", "text/turtle; charset=utf-8")]
    [InlineData("catalog.rdf", "application/rdf+xml")]
    [InlineData("catalog.jsonld", "application/ld+json")]
    [InlineData("catalog.csv", "text/csv; charset=utf-8")]
    [InlineData("catalog-geonetwork.rdf", "application/rdf+xml")]
    public async Task Each_file_is_there_plain_and_compressed_with_its_digest(string name, string type)
    {
        using var plain = await App.GetAsync($"/dumps/{name}");
        using var compressed = await App.GetAsync($"/dumps/{name}.gz");
        var bytes = await plain.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var packed = await compressed.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        Assert.Equal(type, plain.Content.Headers.ContentType!.ToString());
        Assert.Equal("application/gzip", compressed.Content.Headers.ContentType!.ToString());
        Assert.Null(plain.Content.Headers.ContentDisposition);
        Assert.Equal("attachment", compressed.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal($"{name}.gz", compressed.Content.Headers.ContentDisposition.FileName);
        Assert.Equal(Digest(bytes), Assert.Single(plain.Headers.GetValues("Repr-Digest")));
        Assert.Equal(Digest(packed), Assert.Single(compressed.Headers.GetValues("Repr-Digest")));
        Assert.NotEqual(plain.Headers.ETag, compressed.Headers.ETag);
        Assert.False(plain.Headers.ETag!.IsWeak);
        Assert.Equal(built.Sequence, Assert.Single(plain.Headers.GetValues(ShownSequence.Header)));
        Assert.Equal(bytes, Unpacked(packed));
    }

    [Theory]
    [InlineData("items=0-9")]
    [InlineData("bits=0-9")]
    [InlineData("none")]
    public async Task A_range_in_an_unknown_unit_is_the_whole_file(string range)
    {
        using var whole = await App.GetAsync("/dumps/catalog.nt");
        using var asked = await App.GetAsync("/dumps/catalog.nt", $"Range: {range}");

        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        Assert.Equal(whole.Content.Headers.ContentLength, asked.Content.Headers.ContentLength);
    }

    [Theory]
    [InlineData("Range: bytes=999999999-", HttpStatusCode.RequestedRangeNotSatisfiable)]
    [InlineData("If-Match: \"other\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("If-Unmodified-Since: Sat, 01 Jan 2000 00:00:00 GMT", HttpStatusCode.PreconditionFailed)]
    public async Task An_error_about_a_file_is_a_problem_without_the_headers_of_the_file(string header, HttpStatusCode status)
    {
        using var response = await App.GetAsync("/dumps/catalog.nt.gz", header, "Accept: application/n-triples");
        var problem = await CatalogApp.JsonOf(response);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        Assert.Null(response.Headers.ETag);
        Assert.Null(response.Content.Headers.ContentDisposition);
        Assert.False(response.Headers.Contains("Repr-Digest"));
        Assert.Equal(status == HttpStatusCode.RequestedRangeNotSatisfiable, response.Content.Headers.ContentRange is not null);
    }

    [Theory]
    [InlineData("catalog.xml", "catalog.rdf")]
    [InlineData("catalog.json", "catalog.jsonld")]
    [InlineData("catalog.tl", "catalog.ttl")]
    [InlineData("catalog-geonetwork.xml", "catalog-geonetwork.rdf")]
    [InlineData("catalog-geonetwrk.rdf", "catalog-geonetwork.rdf")]
    public async Task A_name_that_no_dump_has_is_404_with_the_one_that_is_meant(string asked, string meant)
    {
        using var response = await App.GetAsync($"/dumps/{asked}");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        var detail = (await CatalogApp.JsonOf(response)).GetProperty("detail").GetString();
        Assert.Contains($"Did you mean '{meant}'?", detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_catalogue_inside_a_dump_names_the_change_that_it_holds()
    {
        var dump = Corpus.Parse(Encoding.UTF8.GetString(await built.BytesAsync("catalog.nt")));
        Assert.Equal($"\"{built.Sequence}\"", Assert.Single(dump, statement => statement.Predicate == Version).Object);
    }

    [Fact]
    public async Task Parts_can_be_asked_for_and_nothing_is_sent_twice()
    {
        var whole = await built.BytesAsync("catalog.ttl");
        using var head = await App.SendAsync(HttpMethod.Head, "/dumps/catalog.ttl");
        using var part = await App.GetAsync("/dumps/catalog.ttl", "Range: bytes=100-199");
        using var beyond = await App.GetAsync("/dumps/catalog.ttl", "Range: bytes=999999999-");
        using var known = await App.GetAsync("/dumps/catalog.ttl", $"If-None-Match: {head.Headers.ETag}");
        using var stale = await App.GetAsync("/dumps/catalog.ttl", "Range: bytes=100-199", "If-Range: \"other\"");

        Assert.Equal((HttpStatusCode.OK, (long?)whole.Length), (head.StatusCode, head.Content.Headers.ContentLength));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(whole[100..200], await part.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, beyond.StatusCode);
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
        Assert.Equal((HttpStatusCode.OK, (long?)whole.Length), (stale.StatusCode, stale.Content.Headers.ContentLength));
    }

    [Fact]
    public async Task HEAD_has_no_ranges_and_a_precondition_that_fails_says_which()
    {
        using var head = await App.SendAsync(HttpMethod.Head, "/dumps/catalog.ttl", "Range: bytes=0-9");
        using var failed = await App.GetAsync("/dumps/catalog.ttl", "If-Match: \"other\"");
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, failed.StatusCode);
        Assert.Contains("If-Match", (await CatalogApp.JsonOf(failed)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_is_none_is_404_with_those_there_are()
    {
        using var response = await App.GetAsync("/dumps/catalogue.nt");
        var problem = await CatalogApp.JsonOf(response);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("Did you mean 'catalog.nt'", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        using var outside = await App.GetAsync("/dumps/..%2Fcatalog.db");
        Assert.Equal(HttpStatusCode.NotFound, outside.StatusCode);
    }

    private static string Digest(byte[] bytes) => $"sha-256=:{Convert.ToBase64String(SHA256.HashData(bytes))}:";

    private static byte[] Unpacked(byte[] packed)
    {
        using var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        gzip.CopyTo(plain);
        return plain.ToArray();
    }
}
