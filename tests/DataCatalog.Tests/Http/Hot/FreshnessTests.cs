using System.Collections.Concurrent;
using System.Net;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using DataCatalog.Storage;
using DataCatalog.Tests.Storage;
using FsCheck.Xunit;
using Microsoft.AspNetCore.Builder;
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
    public Task Answers_while_the_catalogue_changes_are_those_of_one_of_its_states(Step[] steps) => CheckAsync(steps, byOther: false);

    [Property]
    public Task Answers_while_another_process_changes_the_catalogue_are_those_of_one_of_its_states(Step[] steps) =>
        CheckAsync(steps, byOther: true);

    private static async Task CheckAsync(Step[] steps, bool byOther)
    {
        using var folder = new TemporaryFolder();
        SeededDatabase.CopyTo(folder.PathOf("catalog.db"));
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var seen = new ConcurrentDictionary<Answer, byte>();
        var states = new List<long>();
        await using (var app = new CatalogApp { Database = folder.PathOf("catalog.db"), Time = time })
        {
            using var other = byOther ? OtherProcess(folder) : null;
            await WriteAndReadAsync(app, other?.Services ?? app.Services, folder, steps, states, seen, time);
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
        CatalogApp app,
        IServiceProvider writing,
        TemporaryFolder folder,
        Step[] steps,
        List<long> states,
        ConcurrentDictionary<Answer, byte> seen,
        FakeTimeProvider time)
    {
        var answers = new StrongBox<int>();
        var writer = WriteAsync(writing, folder, steps, states, answers, time);
        return Task.WhenAll([writer, .. Enumerable.Range(0, 3).Select(_ => ReadAsync(app, seen, answers, writer))]);
    }

    /// <summary>Returns what another process would have: its own memory of the same file.</summary>
    private static WebApplication OtherProcess(TemporaryFolder folder)
    {
        var other = Composition.Build([$"--Catalog:Database={folder.PathOf("catalog.db")}"]);
        other.Services.GetRequiredService<Database>().OpenExisting();
        return other;
    }

    /// <summary>Changes the catalogue, and copies it after each change.</summary>
    private static async Task WriteAsync(
        IServiceProvider writing, TemporaryFolder folder, Step[] steps, List<long> states, StrongBox<int> answers, FakeTimeProvider time)
    {
        var database = writing.GetRequiredService<Database>();
        Copy(database, folder, states);
        var inDatabase = steps.Where(step => step.Input is < Input.Day and not Input.Synonyms).Take(Changes).ToList();
        foreach (var (step, number) in inDatabase.Select((step, number) => (step, number)))
        {
            await WaitAsync(answers, time);
            new InputWriter(writing, step.Target, number + 1).Of(step.Input).Write();
            Copy(database, folder, states);
        }

        await WaitAsync(answers, time);
    }

    /// <summary>
    /// Waits until as many answers have come as there are addresses, so that each state is seen, on slow machines too. Time goes on, so
    /// that the service looks for changes of other processes.
    /// </summary>
    private static async Task WaitAsync(StrongBox<int> answers, FakeTimeProvider time)
    {
        var enough = Volatile.Read(ref answers.Value) + Addresses.Length;
        for (var tries = 0; Volatile.Read(ref answers.Value) < enough; tries++)
        {
            Assert.True(tries < 5_000, "The readers get no answers.");
            time.Advance(TimeSpan.FromMilliseconds(250));
            await Task.Delay(TimeSpan.FromMilliseconds(20), TestContext.Current.CancellationToken);
        }
    }

    private static void Copy(Database database, TemporaryFolder folder, List<long> states)
    {
        states.Add(database.Sequence);
        using var from = (SqliteConnection)database.OpenRead();
        using var to = new SqliteConnection($"Data Source={folder.PathOf($"{database.Sequence}.db")};Pooling=false");
        to.Open();
        from.BackupDatabase(to);
    }

    /// <summary>Reads until the writer has finished.</summary>
    private static async Task ReadAsync(CatalogApp app, ConcurrentDictionary<Answer, byte> seen, StrongBox<int> answers, Task writer)
    {
        var database = app.Services.GetRequiredService<Database>();
        while (!writer.IsCompleted)
        {
            foreach (var address in Addresses)
            {
                var from = database.Sequence;
                if (await AskUnlessBusyAsync(app, address) is var (tag, bytes))
                {
                    seen.TryAdd(new Answer(address, from, database.Sequence, tag, bytes), 0);
                    Interlocked.Increment(ref answers.Value);
                }
            }
        }
    }

    private static async Task<(string Tag, string Bytes)> AskAsync(CatalogApp app, string address) =>
        await AskUnlessBusyAsync(app, address) ?? throw new InvalidOperationException($"{address}: busy");

    /// <summary>Asks; returns null when a machine with much other work makes the service refuse.</summary>
    private static async Task<(string Tag, string Bytes)?> AskUnlessBusyAsync(CatalogApp app, string address)
    {
        using var response = await app.GetAsync(address);
        if (response.StatusCode is HttpStatusCode.ServiceUnavailable)
        {
            return null;
        }

        Assert.True(response.IsSuccessStatusCode || response.StatusCode is HttpStatusCode.Gone, $"{address}: {response.StatusCode}");
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return (response.Headers.ETag?.ToString() ?? "", response.IsSuccessStatusCode ? Convert.ToHexString(SHA256.HashData(bytes)) : "");
    }

    /// <summary>An answer, and the numbers of the last changes before it was asked for and after it came.</summary>
    private sealed record Answer(string Address, long From, long To, string Tag, string Bytes);
}
