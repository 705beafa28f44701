using System.Net;
using DataCatalog.Datasets;
using DataCatalog.Dcat.Records;
using DataCatalog.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DataCatalog.Tests.Http;

public sealed class WithdrawalTests : IAsyncDisposable
{
    private const string Id = "arbres-rennes";

    private readonly CatalogApp _app = new();

    [Theory]
    [InlineData("/datasets/arbres-rennes")]
    [InlineData("/datasets/arbres-rennes.ttl")]
    public async Task A_withdrawn_dataset_is_410_with_when_and_why(string address)
    {
        using var before = await _app.GetAsync(address);
        Withdraw(Id);
        using var after = await _app.GetAsync(address, $"If-None-Match: {before.Headers.ETag}");
        var problem = await CatalogApp.JsonOf(after);

        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        Assert.Equal(HttpStatusCode.Gone, after.StatusCode);
        Assert.Contains("a test", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.True(problem.GetProperty("withdrawnAt").TryGetDateTimeOffset(out _));
    }

    [Fact]
    public async Task The_distributions_of_a_withdrawn_dataset_are_410_too()
    {
        using var before = await _app.GetAsync("/distributions/prenoms-rennes-1");
        Withdraw("prenoms-rennes");
        using var after = await _app.GetAsync("/distributions/prenoms-rennes-1");
        var detail = (await CatalogApp.JsonOf(after)).GetProperty("detail").GetString();

        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        Assert.Equal(HttpStatusCode.Gone, after.StatusCode);
        Assert.Equal("The distribution 'prenoms-rennes-1' was withdrawn with the dataset 'prenoms-rennes': a test", detail);
    }

    [Fact]
    public async Task A_list_no_longer_has_what_was_withdrawn_and_its_tag_has_changed()
    {
        using var before = await _app.GetAsync("/datasets?pageSize=100");
        Withdraw(Id);
        using var after = await _app.GetAsync("/datasets?pageSize=100", $"If-None-Match: {before.Headers.ETag}");
        var (was, now) = (await CatalogApp.JsonOf(before), await CatalogApp.JsonOf(after));

        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.Equal(was.GetProperty("totalItems").GetInt32() - 1, now.GetProperty("totalItems").GetInt32());
        Assert.DoesNotContain(now.GetProperty("member").EnumerateArray(), member => member.GetProperty("identifier").GetString() == Id);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private void Withdraw(string id)
    {
        var datasets = _app.Services.GetRequiredService<RecordReader<Dataset>>();
        var database = _app.Services.GetRequiredService<Database>();
        Assert.True(database.Write("test", session => DatasetStore.Writer.Withdraw(session, id, "a test")));
    }
}
