using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using DataCatalog.Storage;
using DataCatalog.Tests.Storage;
using FsCheck.Xunit;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DataCatalog.Tests.Http.Hot;

/// <summary>
/// An answer is never older than the state that it names, and shows exactly one state: writers write while readers read, and each answer is
/// then compared with that of a service that begins with a copy of the database at that state.
/// </summary>
[Trait("Speed", "Slow")]
[Properties(Arbitrary = [typeof(Steps)], MaxTest = 1)]
public sealed class FreshnessTests
{
    private const int Changes = 5;

    private static readonly string[] Addresses =
    [
        "/datasets?q=cantine&facets=competence", "/datasets?pageSize=3", "/suggest?q=cant", "/catalog.nt?pageSize=5",
        "/datasets/qualite-eau-robinet", "/territories/commune:35238/mapping", "/vocabularies/competences/eau-potable", "/agents/insee",
        "/changes?limit=3",
    ];

    [Property]
    public async Task Answers_while_the_catalogue_changes_are_those_of_one_of_its_states(Step[] steps)
    {
        using var folder = new TemporaryFolder();
        SeededDatabase.CopyTo(folder.PathOf("catalog.db"));
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var seen = new ConcurrentDictionary<Answer, byte>();
        var states = new List<long>();
        await using (var app = new CatalogApp { Database = folder.PathOf("catalog.db"), Time = time })
        {
            await WriteAndReadAsync(app, folder, steps, states, seen);
        }

        var expected = new Dictionary<(long Sequence, string Address), (string Tag, string Bytes)>();
        foreach (var state in states)
        {
            await using var cold = new CatalogApp { Database = folder.PathOf($"{state}.db"), Time = time };
            foreach (var address in Addresses)
            {
                expected[(state, address)] = await AskAsync(cold, address);
            }
        }

        Assert.True(seen.Count > Addresses.Length, "The readers saw one state only.");
        Assert.All(seen.Keys, answer => Assert.True(
            states.Where(state => answer.From <= state && state <= answer.To)
                .Any(state => expected[(state, answer.Address)] == (answer.Tag, answer.Bytes)),
            $"{answer} is no answer of these states."));
    }

    /// <summary>Writes, and reads meanwhile.</summary>
    private static Task WriteAndReadAsync(
        CatalogApp app, TemporaryFolder folder, Step[] steps, List<long> states, ConcurrentDictionary<Answer, byte> seen)
    {
        var writer = WriteAsync(app, folder, steps, states);
        return Task.WhenAll([writer, .. Enumerable.Range(0, 3).Select(_ => ReadAsync(app, seen, writer))]);
    }

    /// <summary>Changes the catalogue, and copies it after each change.</summary>
    private static async Task WriteAsync(CatalogApp app, TemporaryFolder folder, Step[] steps, List<long> states)
    {
        var database = app.Services.GetRequiredService<Database>();
        Copy(database, folder, states);
        var inDatabase = steps.Where(step => step.Input is < Input.Day and not Input.Synonyms).Take(Changes).ToList();
        foreach (var (step, number) in inDatabase.Select((step, number) => (step, number)))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(150), TestContext.Current.CancellationToken);
            new InputWriter(app.Services, step.Target, number + 1).Of(step.Input).Write();
            Copy(database, folder, states);
        }

        await Task.Delay(TimeSpan.FromMilliseconds(150), TestContext.Current.CancellationToken);
    }

    private static void Copy(Database database, TemporaryFolder folder, List<long> states)
    {
        states.Add(database.Sequence);
        using var from = database.OpenRead();
        using var to = new SqliteConnection($"Data Source={folder.PathOf($"{database.Sequence}.db")};Pooling=false");
        to.Open();
        from.BackupDatabase(to);
    }

    /// <summary>Reads until the writer has finished.</summary>
    private static async Task ReadAsync(CatalogApp app, ConcurrentDictionary<Answer, byte> seen, Task writer)
    {
        var database = app.Services.GetRequiredService<Database>();
        while (!writer.IsCompleted)
        {
            foreach (var address in Addresses)
            {
                var from = database.Sequence;
                var (tag, bytes) = await AskAsync(app, address);
                seen.TryAdd(new Answer(address, from, database.Sequence, tag, bytes), 0);
            }
        }
    }

    private static async Task<(string Tag, string Bytes)> AskAsync(CatalogApp app, string address)
    {
        using var response = await app.GetAsync(address);
        Assert.True(response.IsSuccessStatusCode || response.StatusCode is HttpStatusCode.Gone, $"{address}: {response.StatusCode}");
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return (response.Headers.ETag?.ToString() ?? "", response.IsSuccessStatusCode ? Convert.ToHexString(SHA256.HashData(bytes)) : "");
    }

    /// <summary>An answer, and the numbers of the last changes before it was asked for and after it came.</summary>
    private sealed record Answer(string Address, long From, long To, string Tag, string Bytes);
}
