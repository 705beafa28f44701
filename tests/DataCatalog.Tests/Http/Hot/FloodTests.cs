using System.Net;
using DataCatalog.Http.Hot;
using Microsoft.Extensions.DependencyInjection;

namespace DataCatalog.Tests.Http.Hot;

/// <summary>Clients choose what is asked, so they must not be able to choose what is ready for others.</summary>
[Trait("Speed", "Slow")]
public sealed class FloodTests
{
    private const int Megabyte = 1024 * 1024;

    private static readonly Dictionary<string, string> TwoMegabytes = new(StringComparer.Ordinal) { ["Catalog:CacheMegabytes"] = "2" };

    [Fact]
    public async Task Near_endless_variants_do_not_push_out_what_a_normal_client_asks_for()
    {
        await using var app = new CatalogApp { Settings = TwoMegabytes };
        var hot = app.Services.GetRequiredService<HotAnswers>();
        string[] normal = ["/datasets/arbres-rennes", "/suggest?q=renn", "/vocabularies/competences/eau-potable"];
        using var counts = new AnswerCounts(app);
        for (var times = 0; times < 4; times++)
        {
            await AskAsync(app, normal);
        }

        var hits = 0L;
        for (var round = 0; round < 40; round++)
        {
            await AskAsync(app, [.. Enumerable.Range(0, 25).Select(number => Junk(round, number))]);
            var before = counts.Hits;
            await AskAsync(app, normal);
            hits += counts.Hits - before;
            Assert.InRange(hot.Current.Bytes, 1, Megabyte);
        }

        Assert.InRange(hits, 40 * normal.Length * 9 / 10, 40 * normal.Length);
    }

    /// <summary>Makes an address that was never asked before.</summary>
    private static string Junk(int round, int number) => (number % 5) switch
    {
        0 => $"/datasets/arbres-paris?utm_source={round}x{number}",
        1 => $"/suggest?q=r{round}e{number}",
        2 => $"/datasets?q=eau{round}x{number}&pageSize=5",
        3 => $"/datasets/arbres-paris.nt?utm_campaign={round}x{number}",
        _ => $"/territories?q=ville{round}x{number}",
    };

    private static async Task AskAsync(CatalogApp app, string[] addresses)
    {
        foreach (var address in addresses)
        {
            using var response = await app.GetAsync(address);
            Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotFound, $"{address}: {response.StatusCode}");
        }
    }
}
