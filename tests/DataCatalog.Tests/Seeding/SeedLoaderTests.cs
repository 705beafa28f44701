using System.Data.Common;
using DataCatalog.Dcat.Records;
using DataCatalog.Seeding;
using DataCatalog.Seeding.Reading;
using DataCatalog.Tests.Storage;

namespace DataCatalog.Tests.Seeding;

public sealed class SeedLoaderTests : IDisposable
{
    private static readonly SeedContent WithoutDataset = Samples.Content with
    {
        Datasets = [],
        Services = [Samples.Service with { Serves = [] }],
    };

    private readonly TestCatalog _catalog = new();

    [Fact]
    public void An_empty_database_takes_everything_in_one_transaction()
    {
        var report = _catalog.Load(Samples.Content);
        Assert.Equal(
            [
                "catalog: 1 created, 0 changed, 0 unchanged",
                "schemes: 10 created, 0 changed, 0 unchanged", "concepts: 10 created, 0 changed, 0 unchanged",
                "territories: 1 created, 0 changed, 0 unchanged", "agents: 1 created, 0 changed, 0 unchanged",
                "series: 1 created, 0 changed, 0 unchanged", "services: 1 created, 0 changed, 0 unchanged",
                "models: 1 created, 0 changed, 0 unchanged", "rules: 0 created, 0 changed, 0 unchanged",
                "datasets: 1 created, 0 changed, 0 unchanged",
            ],
            report.Nouns.Select(noun => noun.ToString()));
        Assert.Equal(27, _catalog.Database.Sequence);
    }

    [Fact]
    public void The_same_content_again_writes_nothing()
    {
        _catalog.Load(Samples.Content);
        var sequence = _catalog.Database.Sequence;
        var report = _catalog.Load(Samples.Content, withdrawMissing: true);
        Assert.Equal(sequence, _catalog.Database.Sequence);
        Assert.Equal(27, report.Nouns.Sum(noun => noun.Unchanged));
        Assert.Equal(1, _catalog.Scalar<int>("select max(version) from change"));
    }

    [Fact]
    public void A_changed_row_makes_a_version_and_leaves_the_others_alone()
    {
        _catalog.Load(Samples.Content);
        var report = _catalog.Load(Samples.Content with { Datasets = [Samples.Dataset with { Title = LanguageMap.Of("Scrutins 2026") }] });
        Assert.Equal(1, Count(report, "datasets").Changed);
        Assert.Equal(26, report.Nouns.Sum(noun => noun.Unchanged));
        Assert.Equal(2, _catalog.Datasets.Find("elections-2026")!.Version);
        Assert.Equal(28, _catalog.Database.Sequence);
    }

    [Fact]
    public void A_removed_row_is_kept_and_named()
    {
        _catalog.Load(Samples.Content);
        var report = _catalog.Load(WithoutDataset);
        Assert.Equal(["elections-2026"], Count(report, "datasets").Kept);
        Assert.Equal("datasets: 0 created, 0 changed, 0 unchanged, 1 missing, kept (elections-2026)", Count(report, "datasets").ToString());
        Assert.NotNull(_catalog.Datasets.Find("elections-2026"));
    }

    [Fact]
    public void A_removed_row_is_withdrawn_when_that_is_asked_for()
    {
        _catalog.Load(Samples.Content);
        var report = _catalog.Load(WithoutDataset, withdrawMissing: true);
        Assert.Equal(["elections-2026"], Count(report, "datasets").Withdrawn);
        Assert.Contains("1 withdrawn (elections-2026)", Count(report, "datasets").ToString(), StringComparison.Ordinal);
        Assert.Null(_catalog.Datasets.Find("elections-2026"));
        Assert.Equal("It is no longer among the curated data.", _catalog.Datasets.FindTombstone("elections-2026")!.Reason);
    }

    [Fact]
    public void A_whole_catalogue_can_be_withdrawn_at_once()
    {
        _catalog.Load(Samples.Content);
        var report = _catalog.Load(new SeedContent(), withdrawMissing: true);
        Assert.Equal(26, report.Nouns.Sum(noun => noun.Withdrawn.Count));
        Assert.Equal(0, _catalog.Concepts.Count() + _catalog.Agents.Count());
    }

    [Fact]
    public void A_withdrawn_row_that_comes_back_is_created_with_a_further_version()
    {
        _catalog.Load(Samples.Content);
        _catalog.Load(WithoutDataset, withdrawMissing: true);
        var report = _catalog.Load(Samples.Content, withdrawMissing: true);
        Assert.Equal(1, Count(report, "datasets").Created);
        Assert.Equal(3, _catalog.Datasets.Find("elections-2026")!.Version);
        Assert.Equal("elections-2026", _catalog.DatasetStore.FindByDistribution("elections-2026-1")!.Record.Id);
    }

    [Fact]
    public void A_load_that_fails_leaves_nothing()
    {
        var wrong = Samples.Content with { Datasets = [Samples.Dataset with { Creator = "nobody" }] };
        Assert.ThrowsAny<DbException>(() => _catalog.Load(wrong));
        Assert.Equal(0, _catalog.Database.Sequence);
        Assert.Equal(
            0,
            _catalog.Scalar<int>("select (select count(*) from change) + (select count(*) from agent) + (select count(*) from concept)"));
    }

    [Fact]
    public void Dates_come_from_the_rows_and_never_from_the_clock()
    {
        _catalog.Load(Samples.Content);
        Assert.Equal((Samples.Newest, Samples.Newest), Dates(_catalog.Datasets.Find("elections-2026")!));
        Assert.Equal((Samples.Older, Samples.Older), Dates(_catalog.Agents.Find("insee")!));
        Assert.Equal((Samples.Older, Samples.Older), Dates(_catalog.Models.Find("deliberations")!));
        Assert.Equal(["2031-05-06T07:08:09Z"], _catalog.Rows("select distinct at from change"));
    }

    [Fact]
    public void Rows_without_a_date_of_their_own_take_the_newest_of_the_seed()
    {
        _catalog.Load(Samples.Content);
        Assert.Equal((Samples.Newest, Samples.Newest), Dates(_catalog.Concepts.Find("themes/GOVE")!));
        Assert.Equal((Samples.Newest, Samples.Newest), Dates(_catalog.Schemes.Find("themes")!));
        Assert.Equal((Samples.Newest, Samples.Newest), Dates(_catalog.Territories.Find("country:FRA")!));
    }

    [Fact]
    public void A_newer_check_of_one_row_does_not_touch_the_rows_without_a_date()
    {
        _catalog.Load(Samples.Content);
        var later = Samples.Newest.AddDays(30);
        _catalog.Load(Samples.Content with { Datasets = [Samples.Dataset with { Provenance = Samples.CheckedOn(later) }] });
        Assert.Equal((Samples.Newest, later), Dates(_catalog.Datasets.Find("elections-2026")!));
        Assert.Equal((Samples.Newest, Samples.Newest), Dates(_catalog.Concepts.Find("themes/GOVE")!));
        Assert.Equal(1, _catalog.Concepts.Find("themes/GOVE")!.Version);
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public void Forty_thousand_territories_are_loaded()
    {
        Territory[] territories =
        [
            .. Samples.Content.Territories,
            .. Enumerable.Range(10_000, 40_000).Select(number => new Territory
            {
                Kind = "commune", Code = $"{number}", Name = $"Commune {number}", Population = number, Parents = ["country:FRA"],
            }),
        ];
        _catalog.Load(Samples.Content with { Territories = territories });
        Assert.Equal(40_001, _catalog.Territories.Count());
    }

    public void Dispose() => _catalog.Dispose();

    private static SeedCount Count(SeedReport report, string noun) =>
        report.Nouns.Single(count => string.Equals(count.Noun, noun, StringComparison.Ordinal));

    private static (DateOnly Entered, DateOnly Changed) Dates<T>(DataCatalog.Storage.Entry<T> entry)
        where T : IRecord => (entry.Entered, entry.Changed);
}
