using System.Net;
using DataCatalog.Configuration;
using DataCatalog.Http;
using DataCatalog.Http.Bounds;
using DataCatalog.Http.Hot;
using DataCatalog.Storage;
using DataCatalog.Tests.Cli;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DataCatalog.Tests.Http.Bounds;

[Trait("Speed", "Slow")]
public sealed class MemoryTests
{
    private static readonly CatalogOptions OneMegabyte = new() { CacheMegabytes = 1 };

    [Fact]
    public void An_empty_answer_takes_something_too()
    {
        var cache = new RepresentationCache(OneMegabyte);
        var tags = Enumerable.Range(0, 20_000).Select(number => $"\"{number}\"").ToList();
        foreach (var tag in tags)
        {
            cache.Keep(tag, [], IPAddress.Loopback).Dispose();
        }

        Assert.InRange(tags.Count(tag => cache.Find(tag, IPAddress.Loopback) is not null), 1, 2200);
    }

    [Fact]
    public void So_much_can_be_on_its_way_to_clients_and_half_of_it_to_one()
    {
        var cache = new RepresentationCache(OneMegabyte);
        var (one, other, third) = (IPAddress.Parse("192.0.2.1"), IPAddress.Parse("192.0.2.2"), IPAddress.Parse("192.0.2.3"));
        var bytes = new byte[1024 * 1024];
        var first = cache.Keep("\"1\"", bytes, one);
        Assert.True(cache.IsFullFor(one));
        Assert.False(cache.IsFullFor(other));
        var again = cache.Find("\"1\"", other);
        Assert.NotNull(again);
        Assert.False(cache.IsFullFor(third));
        var second = cache.Keep("\"2\"", bytes, other);
        Assert.True(cache.IsFullFor(third));

        second.Dispose();
        Assert.False(cache.IsFullFor(third));
        again.Dispose();
        first.Dispose();
        Assert.False(cache.IsFullFor(one));
    }

    [Fact]
    public void An_empty_answer_can_be_on_its_way_twice_to_one_client()
    {
        var cache = new RepresentationCache(OneMegabyte);
        var first = cache.Keep("\"1\"", [], IPAddress.Loopback);
        var second = cache.Keep("\"2\"", [], IPAddress.Loopback);
        var third = cache.Find("\"2\"", IPAddress.Loopback)!;

        first.Dispose();
        second.Dispose();
        third.Dispose();
        Assert.False(cache.IsFullFor(IPAddress.Loopback));
    }

    [Fact]
    public async Task Where_nothing_more_can_be_on_its_way_an_answer_that_must_be_made_is_503()
    {
        await using var app = new CatalogApp();
        using var known = await app.GetAsync("/datasets/arbres-rennes");
        var cache = app.Services.GetRequiredService<RepresentationCache>();
        using (cache.Keep("\"large\"", new byte[65 * 1024 * 1024], IPAddress.Loopback))
        {
            using var refused = await app.GetAsync("/datasets/arbres-paris");
            using var again = await app.GetAsync("/datasets/arbres-rennes");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.NotNull(refused.Headers.RetryAfter);
            Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        }

        using var later = await app.GetAsync("/datasets/arbres-paris");
        Assert.Equal(HttpStatusCode.OK, later.StatusCode);
    }

    [Fact]
    public async Task A_request_that_finds_no_memory_is_503_and_gives_back_what_was_kept()
    {
        await using var app = new CatalogApp();
        using var first = await app.GetAsync("/datasets/arbres-rennes");
        var cache = app.Services.GetRequiredService<RepresentationCache>();
        cache.Keep("\"kept\"", [1], IPAddress.Loopback).Dispose();
        var answers = app.Services.GetRequiredService<HotAnswers>();
        var ready = answers.Current.Bytes;
        var context = new DefaultHttpContext { RequestServices = app.Services };

        Assert.True(ready > 0);
        Assert.True(await new MemoryBounds(cache, answers).TryHandleAsync(
            context, new InsufficientMemoryException(), TestContext.Current.CancellationToken));
        Assert.False(await new MemoryBounds(cache, answers).TryHandleAsync(
            context, new InvalidOperationException(), TestContext.Current.CancellationToken));
        Assert.Equal(StatusCodes.Status503ServiceUnavailable, context.Response.StatusCode);
        Assert.Null(cache.Find("\"kept\"", IPAddress.Loopback));
        Assert.Equal(0, answers.Current.Bytes);
    }

    [Fact]
    public async Task Too_little_memory_is_refused_before_anything_is_made()
    {
        using var cli = new CliFixture();
        using var server = ServerProcess.Start(cli, "--urls=http://127.0.0.1:0", "--Catalog:MinimumMemoryMegabytes=1000000");
        var (status, error) = await server.Exit();

        Assert.Equal(1, status);
        Assert.Contains("needs 1000000 MB (Catalog:MinimumMemoryMegabytes)", error, StringComparison.Ordinal);
        Assert.False(File.Exists(cli.Database));
    }

    [Theory]
    [InlineData(null, 1000)]
    [InlineData(20_000L, 1000)]
    [InlineData(1024L, 312)]
    [InlineData(500L, 50)]
    public void There_are_as_many_connections_as_the_process_may_have_files(long? files, int expected) =>
        Assert.Equal(expected, ServerBounds.MostConnections(new CatalogOptions(), files));

    [Fact]
    public void Too_few_files_are_refused_in_a_sentence()
    {
        var refusal = Assert.Throws<RefusedException>(() => ServerBounds.MostConnections(new CatalogOptions(), 256));

        Assert.Contains("may have 256 open files, and needs 500", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_number_of_files_is_read_where_the_system_says_it() =>
        Assert.InRange(ServerBounds.OpenFiles() ?? long.MaxValue, 64, long.MaxValue);
}
