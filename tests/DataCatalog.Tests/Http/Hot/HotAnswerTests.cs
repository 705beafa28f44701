using System.Net;
using System.Security.Cryptography;
using DataCatalog.Http.Hot;
using DataCatalog.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DataCatalog.Tests.Http.Hot;

/// <summary>What is sent from memory is what was made: the same status, headers and bytes, and nothing that is out of date.</summary>
public sealed class HotAnswerTests : IClassFixture<OwnApp>
{
    private static readonly string[] Addresses =
    [
        "/", "/index.ttl", "/catalog", "/catalog?pageSize=7", "/catalog.nt?page=2", "/catalog.rdf", "/datasets", "/datasets.csv?q=eau",
        "/datasets?q=eau%20potable", "/datasets.jsonl?theme=ENVI", "/datasets.atom?q=eau", "/datasets/qualite-eau-robinet",
        "/datasets/qualite-eau-robinet.ttl", "/datasets?own", "/search?q=eau", "/suggest?q=renn", "/territories/commune:35238",
        "/territories/commune:35238/datasets", "/territories/commune:35238/mapping", "/territories/commune:35238/calendar.ics",
        "/vocabularies/competences", "/rules", "/changes?limit=3", "/feed.atom", "/context.jsonld", "/vocab.ttl",
        "/datasets?utm_source=x", "/datasets/absent", "/datasets?absent=1", "/absent", "/datasets/QUALITE-EAU-ROBINET",
    ];

    private static readonly string[][] Headers =
    [
        [], ["Accept: */*"], ["Accept: application/json"], ["Accept: text/turtle;q=0.5, application/rdf+xml"],
        ["Accept: text/csv", "Accept-Encoding: br"], ["Accept: application/ld+json;profile=\"x\"", "Accept-Encoding: gzip;q=0.8, br;q=0"],
        ["Accept: image/png"], ["Accept: nonsense"], ["Origin: https://example.org", "Accept-Encoding: gzip"], ["If-None-Match: *"],
        ["If-None-Match: \"other\""], ["If-Match: \"other\""], ["Range: bytes=0-9"],
    ];

    private readonly CatalogApp _app;

    public HotAnswerTests(OwnApp own) => _app = own.App;

    public static TheoryData<string> All => [.. Addresses];

    [Theory]
    [MemberData(nameof(All))]
    public async Task The_second_answer_is_the_first_one(string address)
    {
        foreach (var headers in Headers)
        {
            foreach (var method in new[] { HttpMethod.Head, HttpMethod.Get })
            {
                var hot = _app.Services.GetRequiredService<HotAnswers>();
                hot.Clear();
                var made = await TextOfAsync(method, address, headers);
                var ready = await TextOfAsync(method, address, headers);
                Assert.Equal((address, string.Join(';', headers), made), (address, string.Join(';', headers), ready));
            }
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_client_that_has_the_bytes_gets_304_as_if_nothing_were_ready(string address)
    {
        using var first = await _app.GetAsync(address);
        if (first.Headers.ETag is not { } tag)
        {
            Assert.False(first.IsSuccessStatusCode);
            return;
        }

        string[] known = [$"If-None-Match: {tag}"], several = [$"If-None-Match: \"x\", W/{tag}"];
        var ready = await TextOfAsync(HttpMethod.Get, address, known);
        var readyToo = await TextOfAsync(HttpMethod.Get, address, several);
        _app.Services.GetRequiredService<HotAnswers>().Clear();
        var made = await TextOfAsync(HttpMethod.Get, address, several);
        var again = await TextOfAsync(HttpMethod.Get, address, known);
        using var whole = await _app.GetAsync(address);

        Assert.StartsWith("304", made, StringComparison.Ordinal);
        Assert.Equal([made, made, made], [ready, readyToo, again]);
        Assert.Equal(HttpStatusCode.OK, whole.StatusCode);
        Assert.NotEmpty(await whole.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_ready_answer_is_not_made_again()
    {
        await using var app = new CatalogApp();
        using var counts = new AnswerCounts(app);
        await app.GetAsync("/datasets?q=eau");
        await app.GetAsync("/datasets?q=eau");
        await app.SendAsync(HttpMethod.Head, "/datasets?q=eau");

        Assert.Equal((1, 1, 2), (counts.Rendered, counts.Misses, counts.Hits));
    }

    [Fact]
    public async Task Forms_of_one_answer_are_ready_each_for_itself()
    {
        await using var app = new CatalogApp();
        using var counts = new AnswerCounts(app);
        string[][] forms =
            [["Accept: text/turtle"], ["Accept: application/json"], ["Accept-Encoding: gzip"], ["Origin: https://example.org"]];
        foreach (var form in forms.Concat(forms))
        {
            using var response = await app.GetAsync("/datasets/arbres-rennes", form);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        Assert.Equal((4, 4), (counts.Misses, counts.Hits));
    }

    [Fact]
    public async Task Headers_that_mean_the_same_have_the_same_answer_ready()
    {
        await using var app = new CatalogApp();
        using var counts = new AnswerCounts(app);
        string[] same = ["text/turtle", "text/turtle;q=0.9", "text/turtle, application/ld+json;q=0.7", "text/*;q=0.5", "TEXT/TURTLE"];
        foreach (var accept in same)
        {
            using var response = await app.GetAsync("/datasets/arbres-rennes", $"Accept: {accept}");
            Assert.Equal("text/turtle", response.Content.Headers.ContentType?.MediaType);
        }

        Assert.Equal(same.Length - 1, counts.Hits);
    }

    [Fact]
    public async Task A_burst_of_equal_requests_renders_once()
    {
        await using var app = new CatalogApp();
        await app.GetAsync("/datasets?pageSize=1");
        using var counts = new AnswerCounts(app);
        var answers = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => app.GetAsync("/datasets?q=eau&facets=all")));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(1, counts.Rendered);
        Assert.Single(answers.Select(answer => answer.Headers.ETag).Distinct());
    }

    [Fact]
    public async Task A_burst_of_requests_without_an_answer_ends_for_each_of_them()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => _app.GetAsync("/datasets/absent-too")));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
    }

    [Theory]
    [InlineData("/datasets?overdue=true")]
    [InlineData("/territories/commune:35238/mapping")]
    [InlineData("/datasets/arbres-rennes")]
    public async Task Nothing_is_ready_on_the_next_day(string address)
    {
        using var folder = new TemporaryFolder();
        SeededDatabase.CopyTo(folder.PathOf("catalog.db"));
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 30, 22, 59, 0, TimeSpan.Zero));
        await using var app = new CatalogApp { Database = folder.PathOf("catalog.db"), Time = time };
        using var counts = new AnswerCounts(app);
        await app.GetAsync(address);
        await app.GetAsync(address);
        Assert.Equal((1, 1), (counts.Hits, counts.Misses));

        time.Advance(TimeSpan.FromMinutes(1));
        await app.GetAsync(address);
        Assert.Equal((1, 2), (counts.Hits, counts.Misses));
    }

    [Fact]
    public async Task The_list_of_the_dumps_is_never_kept()
    {
        await using var app = new CatalogApp { DumpMinutes = 60 };
        await app.WaitForDumpsAsync();
        using var counts = new AnswerCounts(app);
        for (var times = 0; times < 3; times++)
        {
            using var response = await app.GetAsync("/dumps");
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        Assert.Equal((0, 3), (counts.Hits, counts.Misses));
    }

    /// <summary>Returns an answer as a text: its status, all headers and the body, which in problems names the request.</summary>
    private async Task<string> TextOfAsync(HttpMethod method, string address, string[] headers)
    {
        using var response = await _app.SendAsync(method, address, headers);
        var all = response.Headers.Concat(response.Content.Headers)
            .Select(header => $"{header.Key}: {string.Join(" | ", header.Value)}").Order(StringComparer.Ordinal);
        var body = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        if ((int)response.StatusCode >= 400)
        {
            return $"{(int)response.StatusCode}\n{string.Join('\n', all)}";
        }

        return $"{(int)response.StatusCode}\n{string.Join('\n', all)}\n{Convert.ToHexString(SHA256.HashData(body))}";
    }
}

/// <summary>An application for the tests of one class, which clear what is ready.</summary>
public sealed class OwnApp : IAsyncDisposable
{
    public CatalogApp App { get; } = new();

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
