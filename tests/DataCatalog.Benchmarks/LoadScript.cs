using System.Diagnostics;
using System.Globalization;
using Dapper;
using DataCatalog.Storage;

namespace DataCatalog.Benchmarks;

/// <summary>Asks a running service over HTTP, for a bounded time a kind of question.</summary>
internal static class LoadScript
{
    private const string Facets = "facets=theme&facets=competence&facets=publisher&facets=licence"
        + "&facets=format&facets=access&facets=frequency&facets=granularity";

    /// <summary>About 20 hits; other sizes are other documents, more than the cache of rendered ones holds.</summary>
    private static readonly int[] Sizes = [.. Enumerable.Range(11, 19)];

    /// <summary>Runs the load.</summary>
    /// <param name="address">The service.</param>
    /// <param name="path">Its database: the words are taken from it.</param>
    /// <param name="seconds">How long for each kind of question.</param>
    /// <param name="clients">How many ask at once.</param>
    /// <param name="stop">Ends the load.</param>
    public static async Task RunAsync(Uri address, string path, int seconds, int clients, CancellationToken stop)
    {
        using var database = new Database(path, TimeProvider.System);
        database.OpenExisting();
        using var connection = database.OpenRead();
        using var client = new HttpClient();
        foreach (var questions in QuestionClasses.Of(connection))
        {
            var theme = questions.Theme is null ? "" : $"&theme={questions.Theme}";
            var queries =
                from size in Sizes
                from text in questions.Texts
                select $"datasets.json?q={Uri.EscapeDataString(text)}{theme}&{Facets}&pageSize={size}";
            await RunAsync(client, address, questions.Name, [.. queries], seconds, clients, stop);
        }

        string[] starts =
            [.. QuestionClasses.Beginnings(QuestionClasses.Of(connection)).Select(text => $"suggest?q={Uri.EscapeDataString(text)}")];
        await RunAsync(client, address, "suggest, each key stroke", starts, seconds, clients, stop);
        string[] communes =
        [
            .. await connection.QueryAsync<string>(
                "select id from territory where id like 'commune:%' and withdrawn_at is null order by substr(id, -2), id limit 2000"),
        ];
        string[] datasets = [.. communes.Select(id => $"territories/{id}/datasets.json?{Facets}")];
        await RunAsync(client, address, "datasets of a commune", datasets, seconds, clients, stop);
        string[] mappings = [.. communes.Select(id => $"territories/{id}/mapping.json")];
        await RunAsync(client, address, "mapping of a commune", mappings, seconds, clients, stop);
    }

    private static async Task RunAsync(
        HttpClient client, Uri address, string name, string[] queries, int seconds, int clients, CancellationToken stop)
    {
        var measures = new Measures();
        var clock = Stopwatch.StartNew();
        var asked = 0;
        await Task.WhenAll(Enumerable.Range(0, clients).Select(async _ =>
        {
            while (clock.Elapsed < TimeSpan.FromSeconds(seconds))
            {
                var before = clock.Elapsed;
                await client.GetByteArrayAsync(new Uri(address, queries[Interlocked.Increment(ref asked) % queries.Length]), stop);
                measures.Add(clock.Elapsed - before);
            }
        }));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}\n  {measures}  {asked / clock.Elapsed.TotalSeconds:0} requests/s"));
    }
}
