using System.Net;
using System.Security.Cryptography;
using DataCatalog.Configuration;
using DataCatalog.Harvesting.Dumps;
using Microsoft.Extensions.DependencyInjection;

namespace DataCatalog.Tests.Harvesting;

/// <summary>nginx in front of the server sends the files of the dumps, when the server names them (<c>X-Accel-Redirect</c>).</summary>
public sealed class DumpLocationTests
{
    private const string Header = "X-Accel-Redirect";

    [Fact]
    public async Task The_answer_names_the_file_and_has_no_body()
    {
        await using var app = AppWith("/stored-dumps/");
        await app.WaitForDumpsAsync();
        using var response = await app.GetAsync("/dumps/catalog.nt.gz");
        using var head = await app.SendAsync(HttpMethod.Head, "/dumps/catalog.nt.gz");
        using var part = await app.GetAsync("/dumps/catalog.nt.gz", "Range: bytes=0-9");
        var stored = Path.Combine(app.Services.GetRequiredService<DumpFolder>().Path, NameOf(response)["/stored-dumps/".Length..]);
        var digest = Convert.ToBase64String(SHA256.HashData(await File.ReadAllBytesAsync(stored, TestContext.Current.CancellationToken)));

        Assert.StartsWith("/stored-dumps/catalog-", NameOf(response), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(0, response.Content.Headers.ContentLength ?? 0);
        Assert.Equal("application/gzip", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("catalog.nt.gz", response.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal($"\"{digest}\"", response.Headers.ETag?.ToString());
        Assert.Equal($"sha-256=:{digest}:", Assert.Single(response.Headers.GetValues("Repr-Digest")));
        Assert.NotNull(response.Content.Headers.LastModified);
        Assert.Equal((HttpStatusCode.OK, NameOf(response)), (head.StatusCode, NameOf(head)));
        Assert.Equal((HttpStatusCode.OK, NameOf(response)), (part.StatusCode, NameOf(part)));
    }

    [Fact]
    public async Task A_client_that_has_the_file_gets_304()
    {
        await using var app = AppWith("/stored-dumps/");
        await app.WaitForDumpsAsync();
        using var first = await app.GetAsync("/dumps/catalog.ttl");
        using var again = await app.GetAsync("/dumps/catalog.ttl", $"If-None-Match: {first.Headers.ETag}");

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.False(again.Headers.Contains(Header));
    }

    [Fact]
    public async Task An_unknown_name_is_404_and_names_no_file()
    {
        await using var app = AppWith("/stored-dumps/");
        await app.WaitForDumpsAsync();
        using var response = await app.GetAsync("/dumps/manifest.json");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.False(response.Headers.Contains(Header));
    }

    [Theory]
    [InlineData("stored-dumps")]
    [InlineData("/stored-dumps")]
    [InlineData("/stored dumps/")]
    [InlineData("/stored%2F/")]
    [InlineData("/a/\r\nSet-Cookie: x/")]
    public void A_setting_that_is_no_location_is_refused(string location)
    {
        var result = new CatalogOptionsValidator().Validate(name: null, new CatalogOptions { DumpLocation = location });

        Assert.Equal(
            $"Catalog:DumpLocation is '{location}'; expected the path of a location of nginx, such as /stored-dumps/.",
            result.FailureMessage);
    }

    private static CatalogApp AppWith(string location) => new()
    {
        DumpMinutes = 60,
        Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Catalog:DumpLocation"] = location },
    };

    private static string NameOf(HttpResponseMessage response) => Assert.Single(response.Headers.GetValues(Header));
}
