using System.Net;
using DataCatalog.Storage;
using DataCatalog.Tests.Harvesting;
using DataCatalog.Tests.Storage.PostgreSql;
using Microsoft.Extensions.DependencyInjection;

namespace DataCatalog.Tests.Http;

/// <summary>Answers say which change they show; a client that sends that back gets no older one.</summary>
public sealed class ShownSequenceTests(BuiltDumps built) : DumpScenario(built)
{
    private const string Header = "Catalog-Sequence";
    private const string Address = "/datasets/arbres-rennes";

    [Theory]
    [InlineData("/")]
    [InlineData(Address)]
    [InlineData("/datasets/arbres-rennes.ttl")]
    [InlineData("/datasets?q=eau")]
    [InlineData("/datasets.json?pageSize=1")]
    [InlineData("/catalog?pageSize=1")]
    [InlineData("/changes")]
    [InlineData("/suggest?q=eau")]
    [InlineData("/feed.atom")]
    [InlineData("/datasets/nothing-at-all")]
    public async Task An_answer_names_the_last_change_when_it_is_made_and_when_it_is_ready(string address)
    {
        Assert.Equal(App.Sequence(), await ShownAsync(address));
        Assert.Equal(App.Sequence(), await ShownAsync(address));
        Change("Encore un titre");
        Assert.Equal(App.Sequence(), await ShownAsync(address));
    }

    [Fact]
    public async Task An_answer_without_bytes_names_it_too()
    {
        using var first = await App.GetAsync(Address);
        using var known = await App.GetAsync(Address, $"If-None-Match: {first.Headers.ETag}");
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
        Assert.Equal(App.Sequence(), Assert.Single(known.Headers.GetValues(Header)));
    }

    [Fact]
    public async Task Who_sends_it_back_gets_the_same_bytes_and_tag()
    {
        using var first = await App.GetAsync(Address);
        using var again = await App.GetAsync(Address, $"{Header}: {App.Sequence()}");
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
        Assert.Equal(
            await first.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken),
            await again.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The ready answer is older than what another process has written; the client was shown that by another server.</summary>
    [Fact]
    public async Task A_ready_answer_is_not_sent_to_a_client_that_was_shown_a_later_change()
    {
        using var first = await App.GetAsync(Address);
        var node = App.Services.GetRequiredService<Database>();
        using var other = new Database(TextOf(App), TimeProvider.System);
        other.OpenExisting();
        StandbyTests.Rename(other, "Un titre que montre un autre");
        using var shown = await App.GetAsync(Address, $"{Header}: {other.Sequence}");
        Assert.Contains(
            "Un titre que montre un autre",
            await shown.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
        Assert.Equal(other.Sequence, StandbyTests.SequenceOf(shown));
        Assert.Equal(other.Sequence, node.Sequence);
    }

    [Theory]
    [InlineData("999999999")]
    [InlineData("9223372036854775807")]
    [InlineData("99999999999999999999")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("1, 2")]
    [InlineData("x")]
    public async Task A_number_that_no_answer_had_is_refused_with_problem_json(string number)
    {
        await App.GetAsync(Address);
        using var answer = await App.GetAsync(Address, $"{Header}: {number}");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("urn:datacatalog:problem:bad-sequence", (await CatalogApp.JsonOf(answer)).GetProperty("type").GetString());
    }

    [Theory]
    [InlineData("/dumps")]
    [InlineData("/dumps/catalog.nt")]
    public async Task A_dump_names_its_own_last_change_and_is_not_sent_to_a_client_that_was_shown_a_later_one(string address)
    {
        Take();
        var held = App.Sequence();
        Change("Un titre après les fichiers");
        Assert.Equal(held, await ShownAsync(address));
        using var allowed = await App.GetAsync(address, $"{Header}: {held}");
        Assert.Equal(HttpStatusCode.OK, allowed.StatusCode);
        using var later = await App.GetAsync(address, $"{Header}: {App.Sequence()}");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, true), (later.StatusCode, later.Headers.RetryAfter is not null));
    }

    private async Task<string> ShownAsync(string address)
    {
        using var answer = await App.GetAsync(address);
        return Assert.Single(answer.Headers.GetValues(Header));
    }

    private static string TextOf(CatalogApp app) => app.Services.GetRequiredService<Configuration.CatalogOptions>().Database;
}
