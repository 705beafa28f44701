using System.Text.Json;
using DataCatalog.Agents;
using DataCatalog.Datasets;
using DataCatalog.Dcat.Records;
using DataCatalog.Services;
using DataCatalog.Storage;

namespace DataCatalog.Tests.Storage;

public sealed class RecordTests : IDisposable
{
    private readonly TestCatalog _catalog = TestCatalog.Loaded();

    [Fact]
    public void A_saved_record_comes_back_whole()
    {
        var entry = _catalog.Datasets.Find("elections-2026");
        Assert.Equal(RecordJson.Write(Samples.Dataset), RecordJson.Write(entry!.Record));
        Assert.Equal(1, entry.Version);
    }

    [Fact]
    public void An_unknown_id_is_neither_a_record_nor_a_tombstone()
    {
        Assert.Null(_catalog.Datasets.Find("none"));
        Assert.Null(_catalog.Datasets.FindTombstone("none"));
        Assert.Null(_catalog.Datasets.FindTombstone("elections-2026"));
    }

    [Fact]
    public void Every_change_is_a_version_and_a_row_of_the_change_log()
    {
        SaveDataset(Samples.Dataset with { Keywords = ["vote"] });
        SaveDataset(Samples.Dataset with { Keywords = ["vote", "urne"] });
        Assert.Equal(3, _catalog.Datasets.Find("elections-2026")!.Version);
        Assert.Equal(
            ["create|1|2031-05-06T07:08:09Z|test", "update|2|2031-05-06T07:08:09Z|someone", "update|3|2031-05-06T07:08:09Z|someone"],
            _catalog.Rows("select operation, version, at, actor from change where kind = 'dataset' order by sequence"));
        Assert.Equal(
            "vote",
            _catalog.Scalar<string>("select document ->> '$.keywords' ->> 0 from change where kind = 'dataset' and version = 2"));
    }

    [Fact]
    public void The_same_content_writes_nothing()
    {
        var before = _catalog.Database.Sequence;
        Assert.Equal(SaveOutcome.Unchanged, SaveDataset(Samples.Dataset with { }));
        Assert.Equal(before, _catalog.Database.Sequence);
        Assert.Equal(1, _catalog.Datasets.Find("elections-2026")!.Version);
    }

    [Fact]
    public void The_date_of_a_record_never_goes_back()
    {
        Assert.Equal(SaveOutcome.Changed, SaveDataset(Samples.Dataset with { Keywords = ["urne"] }, Samples.Newest.AddYears(-6)));
        var saved = _catalog.Datasets.Find("elections-2026")!;
        Assert.Equal((2, Samples.Newest), (saved.Version, saved.Changed));
    }

    [Fact]
    public void A_withdrawn_record_leaves_a_tombstone_and_no_links()
    {
        Withdraw("api-elections", "elections-2026");
        Assert.Null(_catalog.Datasets.Find("elections-2026"));
        Assert.Equal(0, _catalog.Datasets.Count());
        Assert.Equal(
            new Tombstone("elections-2026", new DateTimeOffset(2031, 5, 6, 7, 8, 9, TimeSpan.Zero), "gone"),
            _catalog.Datasets.FindTombstone("elections-2026"));
        Assert.Equal(0, _catalog.Scalar<int>("select count(*) from dataset_concept"));
        Assert.Equal(0, _catalog.Scalar<int>("select count(*) from distribution where service_id is not null"));
        Assert.Equal("elections-2026", _catalog.DatasetStore.FindTombstoneOfDistribution("elections-2026-1")?.Id);
        Assert.Equal("withdraw|2|", _catalog.Rows("select operation, version, document from change where kind = 'dataset'")[^1]);
    }

    [Fact]
    public void A_record_that_comes_back_has_a_further_version_and_its_first_day()
    {
        Withdraw("api-elections", "elections-2026");
        var later = Samples.Newest.AddDays(100);
        Assert.Equal(SaveOutcome.Revived, SaveDataset(Samples.Dataset with { Series = null, Distributions = [] }, later));
        var entry = _catalog.Datasets.Find("elections-2026")!;
        Assert.Equal((3, Samples.Newest, later), (entry.Version, entry.Entered, entry.Changed));
        Assert.Null(_catalog.Datasets.FindTombstone("elections-2026"));
        Assert.Equal("create|3", _catalog.Rows("select operation, version from change where kind = 'dataset'")[^1]);
    }

    [Fact]
    public void Withdrawing_twice_or_what_never_was_does_nothing()
    {
        Withdraw("api-elections", "elections-2026");
        var before = _catalog.Database.Sequence;
        Withdraw("elections-2026", "none");
        Assert.Equal(before, _catalog.Database.Sequence);
    }

    [Fact]
    public void Lists_are_in_the_ordinal_order_of_ids_and_take_parts()
    {
        foreach (var id in new[] { "b", "a-b", "a", "ab", "a1" })
        {
            _catalog.Database.Write("test", session => AgentStore.Writer.Save(session, Samples.Agent with { Id = id }, Samples.Newest));
        }

        string[] ids = ["a", "a-b", "a1", "ab", "b", "insee"];
        Assert.Equal(ids, _catalog.Agents.All().Select(entry => entry.Record.Id));
        Assert.Equal(ids[2..4], _catalog.Agents.List(2, 2).Select(entry => entry.Record.Id));
        Assert.Equal(ids, _catalog.Agents.Ids());
        Assert.Equal(6, _catalog.Agents.Count());
        Assert.Empty(_catalog.Agents.List(6, 2));
    }

    [Fact]
    public void A_document_of_a_newer_program_is_refused_in_words()
    {
        SaveDataset(Samples.Dataset with { SchemaVersion = 2 });
        Assert.Equal(
            "The stored document of 'elections-2026' has schema version 2; this program reads up to 1. "
            + "Use the newer program that wrote it.",
            Assert.Throws<JsonException>(() => _catalog.Datasets.Find("elections-2026")).Message);
    }

    [Fact]
    public void Values_are_bound_by_name_whatever_their_order() => _catalog.Database.Write("test", session =>
    {
        const string Sql = "select @first || ' ' || @second";
        Assert.Equal("a b", session.First(Sql, row => row.GetString(0), ("@first", "a"), ("@second", "b")));
        Assert.Equal("a b", session.First(Sql, row => row.GetString(0), ("@second", "b"), ("@first", "a")));
    });

    [Fact]
    public void A_missing_value_is_refused_rather_than_taken_from_the_call_before() => _catalog.Database.Write("test", session =>
    {
        const string Sql = "select @first || ' ' || @second";
        session.First(Sql, row => row.GetString(0), ("@first", "a"), ("@second", "b"));
        Assert.Throws<ArgumentException>(() => session.First(Sql, row => row.GetString(0), ("@first", "a")));
    });

    public void Dispose() => _catalog.Dispose();

    private SaveOutcome SaveDataset(Dataset dataset, DateOnly? checkedOn = null) =>
        _catalog.Database.Write("someone", session => DatasetStore.Writer.Save(session, dataset, checkedOn ?? Samples.Newest));

    private void Withdraw(params string[] ids) => _catalog.Database.Write("someone", session =>
    {
        foreach (var id in ids)
        {
            _ = DatasetStore.Writer.Withdraw(session, id, "gone") || ServiceStore.Writer.Withdraw(session, id, "gone");
        }
    });
}
