using System.Net;
using DataCatalog.Agents;
using DataCatalog.Datasets;
using DataCatalog.Dcat.Records;
using DataCatalog.Storage;
using DataCatalog.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DataCatalog.Tests.Http;

/// <summary>An answer shows one state of the catalogue, also when a change comes between its reading and its writing.</summary>
public sealed class SteadyAnswerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ChangingClock _clock = new();
    private int _changes;

    private string Path => _folder.PathOf("catalog.db");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("/datasets/qualite-eau-robinet")]
    [InlineData("/datasets/qualite-eau-robinet.html")]
    [InlineData("/datasets?q=qualité eau robinet")]
    [InlineData("/datasets.csv?q=qualité eau robinet")]
    [InlineData("/datasets.atom?q=qualité eau robinet")]
    [InlineData("/search?q=qualité eau robinet")]
    public async Task A_change_while_an_answer_is_made_is_in_its_tag_and_its_bytes(string address)
    {
        SeededDatabase.CopyTo(Path);
        await using var app = new CatalogApp { Database = Path, Time = _clock };
        _clock.Next = () => Change(app);

        var answer = await AskAsync(app, address);
        var after = await AskAsync(app, address);

        Assert.Null(_clock.Next);
        Assert.Contains("robinet 1", answer.Text, StringComparison.Ordinal);
        Assert.Equal(after, answer);
    }

    [Fact]
    public async Task An_answer_whose_dataset_is_withdrawn_meanwhile_is_gone()
    {
        SeededDatabase.CopyTo(Path);
        await using var app = new CatalogApp { Database = Path, Time = _clock };
        var id = app.Services.GetRequiredService<RecordReader<Dataset>>().Ids().First(IsFree);
        _clock.Next = () => app.Services.GetRequiredService<Database>()
            .Write("test", session => DatasetStore.Writer.Withdraw(session, id, "test"));

        using var response = await app.GetAsync($"/datasets/{id}");

        Assert.Equal(HttpStatusCode.Gone, response.StatusCode);

        bool IsFree(string dataset) => app.Services.GetRequiredService<References>().Current.Services
            .All(service => !service.Serves.Contains(dataset));
    }

    [Fact]
    public async Task An_answer_that_fails_in_a_mixed_state_is_made_again()
    {
        SeededDatabase.CopyTo(Path);
        SeededDatabase.CopyTo(_folder.PathOf("trial.db"));
        await using var trial = new CatalogApp { Database = _folder.PathOf("trial.db") };
        var id = trial.Services.GetRequiredService<RecordReader<Dataset>>().Ids().First(dataset => CanMove(trial, dataset));
        await using var app = new CatalogApp { Database = Path, Time = _clock };
        _clock.Next = () => MoveToInsee(app, id);

        var answer = await AskAsync(app, $"/datasets/{id}.ttl");

        Assert.Null(_clock.Next);
        Assert.Contains("agents/insee>", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_catalogue_that_changes_all_the_time_is_answered_all_the_same()
    {
        SeededDatabase.CopyTo(Path);
        await using var app = new CatalogApp { Database = Path, Time = _clock };
        _clock.Next = Again;

        var answer = await AskAsync(app, "/datasets/qualite-eau-robinet.ttl");

        Assert.Matches(@"robinet \d+", answer.Text);

        void Again()
        {
            Change(app);
            _clock.Next = Again;
        }
    }

    /// <summary>Whether nothing else names the publisher of a dataset; if so, the dataset is moved.</summary>
    private static bool CanMove(CatalogApp app, string id)
    {
        try
        {
            return MoveToInsee(app, id);
        }
        catch (RefusedException)
        {
            return false;
        }
    }

    /// <summary>Gives a dataset another publisher and withdraws the one before, in one change.</summary>
    private static bool MoveToInsee(CatalogApp app, string id)
    {
        var dataset = app.Services.GetRequiredService<RecordReader<Dataset>>().Find(id)!.Record;
        return app.Services.GetRequiredService<Database>().Write("test", session =>
        {
            DatasetStore.Writer.Save(session, dataset with { Publisher = "insee" }, new DateOnly(2026, 11, 24));
            return AgentStore.Writer.Withdraw(session, dataset.Publisher, "test");
        });
    }

    private void Change(CatalogApp app)
    {
        var dataset = app.Services.GetRequiredService<RecordReader<Dataset>>().Find("qualite-eau-robinet")!.Record;
        var title = LanguageMap.Of($"Qualité de l'eau du robinet {++_changes}", $"Quality of tap water {_changes}");
        app.Services.GetRequiredService<Database>().Write(
            "test", session => DatasetStore.Writer.Save(session, dataset with { Title = title }, new DateOnly(2026, 11, 24)));
    }

    private static async Task<(string Tag, string Text)> AskAsync(CatalogApp app, string address)
    {
        using var response = await app.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (response.Headers.ETag!.ToString(), await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>A clock whose next reading for a span of time changes the catalogue: rendering begins with one.</summary>
    private sealed class ChangingClock : TimeProvider
    {
        public Action? Next { get; set; }

        public override long GetTimestamp()
        {
            var change = Next;
            Next = null;
            change?.Invoke();
            return base.GetTimestamp();
        }
    }
}
