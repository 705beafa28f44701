using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace DataCatalog.Benchmarks;

/// <summary>Reads the catalogue as a harvester does, and measures how long its pages take.</summary>
internal static partial class CatalogWalk
{
    private const int HotRequests = 200;

    public static async Task RunAsync(Uri start, CancellationToken stop)
    {
        using var client = new HttpClient();
        var (seconds, bytes, pages) = (new List<double>(), 0L, new List<Uri>());
        var clock = Stopwatch.StartNew();
        for (var next = start; next is not null;)
        {
            var before = clock.Elapsed;
            var body = await client.GetByteArrayAsync(next, stop);
            seconds.Add((clock.Elapsed - before).TotalSeconds);
            bytes += body.Length;
            var text = Encoding.UTF8.GetString(body);
            pages.Add(next);
            next = NextLink.Match(text) is { Success: true } match ? new Uri(match.Groups["url"].Value) : null;
        }

        Print("cold walk", seconds);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {pages.Count} pages, {bytes / 1_000_000} MB, {clock.Elapsed.TotalSeconds:0.0} s"));
        foreach (var page in new[] { pages[0], pages[pages.Count / 2], pages[^1] })
        {
            Print($"hot {page.PathAndQuery}", await HotAsync(client, page, stop));
        }
    }

    private static async Task<List<double>> HotAsync(HttpClient client, Uri page, CancellationToken stop)
    {
        var seconds = new List<double>();
        for (var request = 0; request < HotRequests; request++)
        {
            var clock = Stopwatch.StartNew();
            await client.GetByteArrayAsync(page, stop);
            seconds.Add(clock.Elapsed.TotalSeconds);
        }

        return seconds;
    }

    private static void Print(string what, List<double> seconds)
    {
        seconds.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what}: {seconds.Count / seconds.Sum():0} pages/s; p50 {At(0.5):0.0} ms, p99 {At(0.99):0.0} ms"));

        double At(double share) => seconds[(int)(share * (seconds.Count - 1))] * 1000;
    }

    [GeneratedRegex("(\"next\": \"|hydra/core#next> <)(?<url>[^\">]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex NextLink { get; }
}
