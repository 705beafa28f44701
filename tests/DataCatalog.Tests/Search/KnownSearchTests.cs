using System.Net;
using Dapper;
using DataCatalog.Http.Hot;
using DataCatalog.Storage;
using DataCatalog.Tests.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace DataCatalog.Tests.Search;

/// <summary>A search that the client has the answer of.</summary>
[Trait("Engine", "SQLite")]
public sealed class KnownSearchTests
{
    [Theory]
    [InlineData("/datasets?q=eau&facets=all")]
    [InlineData("/datasets.csv?q=eau")]
    [InlineData("/territories/commune:35238/datasets?q=eau&overdue=true")]
    public async Task Nothing_is_looked_for_whose_answer_is_known(string address)
    {
        using var folder = new TemporaryFolder();
        await using var app = new CatalogApp { Database = folder.PathOf("catalog.db") };
        using var first = await app.GetAsync(address);
        using (var connection = new SqliteConnection($"Data Source={app.Services.GetRequiredService<Database>().File};Pooling=false"))
        {
            await connection.ExecuteAsync("alter table dataset rename to away");
        }

        app.Services.GetRequiredService<HotAnswers>().Clear();
        using var known = await app.GetAsync(address, $"If-None-Match: \"another\", {first.Headers.ETag}");
        using var unknown = await app.GetAsync(address, "If-None-Match: \"another\"");

        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
        Assert.Equal(HttpStatusCode.InternalServerError, unknown.StatusCode);
        Assert.Equal(first.Headers.ETag, known.Headers.ETag);
        Assert.Equal(first.Headers.Vary, known.Headers.Vary);
        Assert.Equal(first.Headers.CacheControl, known.Headers.CacheControl);
        Assert.Equal(first.Content.Headers.ContentLocation, known.Content.Headers.ContentLocation);
        Assert.False(known.Headers.Contains("Link"));
    }

    [Fact]
    public async Task Who_has_any_version_of_a_page_that_is_not_there_learns_that_it_is_not_there()
    {
        await using var app = new CatalogApp();
        using var page = await app.GetAsync("/datasets?page=9999", "If-None-Match: *");
        using var there = await app.GetAsync("/datasets?page=1", "If-None-Match: *");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotModified), (page.StatusCode, there.StatusCode));
    }

    [Fact]
    public async Task A_condition_that_fails_comes_before_one_that_holds()
    {
        await using var app = new CatalogApp();
        using var first = await app.GetAsync("/datasets?q=eau");
        using var failed = await app.GetAsync("/datasets?q=eau", "If-Match: \"another\"", $"If-None-Match: {first.Headers.ETag}");
        using var both = await app.GetAsync("/datasets?q=eau", $"If-Match: {first.Headers.ETag}", $"If-None-Match: {first.Headers.ETag}");
        Assert.Equal((HttpStatusCode.PreconditionFailed, HttpStatusCode.NotModified), (failed.StatusCode, both.StatusCode));
    }

    [Fact]
    public async Task After_a_change_a_search_is_answered_anew()
    {
        await using var app = new CatalogApp();
        using var first = await app.GetAsync("/datasets?q=eau");
        app.Services.GetRequiredService<Database>().Write("test", session =>
            session.Log(Kinds.Synonyms, Kinds.Synonyms, "update", 100, "[]"));
        using var changed = await app.GetAsync("/datasets?q=eau", $"If-None-Match: {first.Headers.ETag}");
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
    }
}
