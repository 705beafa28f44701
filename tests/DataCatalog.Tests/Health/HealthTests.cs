using System.Net;
using Dapper;
using DataCatalog.Storage;
using DataCatalog.Tests.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace DataCatalog.Tests.Health;

/// <summary>Whether the server runs and can answer, as orchestrators and balancers ask.</summary>
public sealed class HealthTests(CatalogApp app)
{
    [Fact]
    public async Task A_server_that_runs_says_so()
    {
        var live = await app.JsonAsync("/health/live");
        Assert.Equal("live", live.GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_server_that_can_answer_says_what_it_has_looked_at()
    {
        var ready = await app.JsonAsync("/health/ready");
        Assert.True(ready.GetProperty("status").GetString() is "ready" or "warning");
        Assert.Equal(
            ["database", "index", "disk", "log"],
            ready.GetProperty("checks").EnumerateArray().Select(check => check.GetProperty("name").GetString()));
    }

    [Theory]
    [InlineData("pragma user_version = 999", "The database is not one of this program's version.")]
    [InlineData("delete from search_row", "The search index is not complete. A restart rebuilds it.")]
    [InlineData("alter table search_row rename to away", "The search index cannot be read.")]
    public async Task One_that_cannot_says_why_at_once_and_again_when_it_can(string fault, string detail)
    {
        using var folder = new TemporaryFolder();
        await using var broken = new CatalogApp { Database = folder.PathOf("catalog.db") };
        using var before = await broken.GetAsync("/health/ready");
        using (var connection = new SqliteConnection(
            $"Data Source={broken.Services.GetRequiredService<Database>().File};Pooling=false"))
        {
            await connection.ExecuteAsync(fault);
        }

        using var after = await broken.GetAsync("/health/ready");
        using var live = await broken.GetAsync("/health/live");
        var problem = await CatalogApp.JsonOf(after);

        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK),
            (before.StatusCode, after.StatusCode, live.StatusCode));
        Assert.Equal(detail, problem.GetProperty("detail").GetString());
        Assert.NotNull(after.Headers.RetryAfter);
        Assert.Equal("application/problem+json", after.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task No_cache_may_keep_it(string address)
    {
        using var response = await app.GetAsync(address);
        using var head = await app.SendAsync(HttpMethod.Head, address);
        using var unknown = await app.GetAsync($"{address}?deep=true");

        Assert.True(response.Headers.CacheControl?.NoStore);
        Assert.Null(response.Headers.ETag);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.BadRequest), (head.StatusCode, unknown.StatusCode));
    }
}
