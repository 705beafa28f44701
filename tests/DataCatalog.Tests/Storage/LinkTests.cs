using System.Data.Common;
using DataCatalog.Agents;
using DataCatalog.Concepts;
using DataCatalog.Datasets;
using DataCatalog.Dcat.Records;
using DataCatalog.LegalRules;
using DataCatalog.Series;
using DataCatalog.Services;
using DataCatalog.Storage;
using DataCatalog.Territories;

namespace DataCatalog.Tests.Storage;

public sealed class LinkTests : IDisposable
{
    private static readonly LegalRule Placed = Samples.Rule with
    {
        ShownBy = ["elections-2026"],
        Scope = Samples.Rule.Scope with
        {
            OnlyIn = ["country:FRA"],
            ExceptIn = ["commune:35238"],
            ExtendsTo = ["collectivite:988"],
        },
    };

    private readonly TestCatalog _catalog = TestCatalog.Loaded();

    [Fact]
    public void A_dataset_is_linked_to_all_that_it_points_at()
    {
        Assert.Equal(["publisher|insee"], _catalog.Rows("select field, agent_id from dataset_agent"));
        Assert.Equal(["territories|country:FRA"], _catalog.Rows("select field, territory_id from dataset_territory"));
        Assert.Equal(["series|elections"], _catalog.Rows("select field, series_id from dataset_series"));
        Assert.Equal(
            ["elections-2026-1|elections-2026|api-elections"],
            _catalog.Rows("select id, dataset_id, service_id from distribution"));
        Assert.Equal(
            [
                "access.regime|access-regimes/open", "competences|competences/elections", "distributions.format|file-types/CSV",
                "frequency|frequencies/ANNUAL", "licence|licences/lov2", "relation|relations/useful-to", "themes|themes/GOVE",
            ],
            _catalog.Rows("select field, concept_id from dataset_concept order by field"));
    }

    [Fact]
    public void A_rule_is_linked_to_its_places_and_to_the_datasets_that_show_it()
    {
        SaveRule(Placed);
        Assert.Equal(
            ["scope.exceptIn|commune:35238", "scope.extendsTo|collectivite:988", "scope.onlyIn|country:FRA"],
            _catalog.Rows("select field, territory_id from rule_territory order by field"));
        Assert.Equal(["shownBy|elections-2026"], _catalog.Rows("select field, dataset_id from rule_dataset"));

        SaveRule(Samples.Rule);
        Assert.Equal(0, _catalog.Scalar<int>("select (select count(*) from rule_territory) + (select count(*) from rule_dataset)"));
    }

    [Fact]
    public void A_rule_guards_its_places_and_the_datasets_that_show_it_against_withdrawal()
    {
        SaveRule(Placed);
        AssertInUse(session => DatasetStore.Writer.Withdraw(session, "elections-2026", "gone"), "rule 'proces-verbal' (shownBy)");
        AssertInUse(session => TerritoryStore.Writer.Withdraw(session, "commune:35238", "gone"), "rule 'proces-verbal' (scope.exceptIn)");
    }

    [Fact]
    public void Links_follow_the_record()
    {
        Save(Samples.Dataset with { Licence = null, Series = null, Distributions = [] });
        Assert.Equal(0, _catalog.Scalar<int>("select count(*) from dataset_concept where field = 'licence'"));
        Assert.Empty(_catalog.DatasetStore.IdsInSeries("elections"));
        Assert.Null(_catalog.DatasetStore.FindByDistribution("elections-2026-1"));
    }

    [Fact]
    public void A_dataset_is_found_by_its_distribution_and_by_its_series()
    {
        Assert.Equal("elections-2026", _catalog.DatasetStore.FindByDistribution("elections-2026-1")!.Record.Id);
        Assert.Null(_catalog.DatasetStore.FindByDistribution("elections-2026-2"));
        Assert.Equal(["elections-2026"], _catalog.DatasetStore.IdsInSeries("elections"));
        Assert.Empty(_catalog.DatasetStore.IdsInSeries("none"));
    }

    [Theory]
    [InlineData("publisher")]
    [InlineData("licence")]
    [InlineData("territory")]
    [InlineData("series")]
    [InlineData("service")]
    public void A_dataset_that_points_at_nothing_is_refused_as_a_whole(string field)
    {
        var wrong = field switch
        {
            "publisher" => Samples.Dataset with { Publisher = "none" },
            "licence" => Samples.Dataset with { Licence = "none" },
            "territory" => Samples.Dataset with { Territories = ["commune:00000"] },
            "series" => Samples.Dataset with { Series = "none" },
            _ => Samples.Dataset with { Distributions = [Samples.Dataset.Distributions[0] with { Service = "none" }] },
        };
        AssertIsConstraint(() => Save(wrong));
        Assert.Equal(1, _catalog.Datasets.Find("elections-2026")!.Version);
    }

    [Theory]
    [InlineData("delete from agent where id = 'insee'")]
    [InlineData("delete from concept where id = 'themes/GOVE'")]
    [InlineData("delete from territory where id = 'country:FRA'")]
    [InlineData("delete from scheme where id = 'themes'")]
    [InlineData("delete from series where id = 'elections'")]
    [InlineData("delete from service where id = 'api-elections'")]
    [InlineData("delete from dataset where id = 'elections-2026'")]
    public void Foreign_keys_stop_a_record_in_use_from_vanishing(string sql)
    {
        AssertIsConstraint(() => _catalog.Database.Write("test", session => session.Execute(sql)));
    }

    [Fact]
    public void An_agent_in_use_cannot_be_withdrawn_and_the_message_names_its_users()
    {
        var message = Assert.Throws<RefusedException>(() => _catalog.Database.Write(
            "test", session => AgentStore.Writer.Withdraw(session, "insee", "gone"))).Message;
        Assert.Contains("dataset 'elections-2026' (publisher) needs agent 'insee'", message, StringComparison.Ordinal);
        Assert.Contains("service 'api-elections' (publisher) needs agent 'insee'", message, StringComparison.Ordinal);
        Assert.NotNull(_catalog.Agents.Find("insee"));
    }

    [Fact]
    public void Everything_that_is_pointed_at_is_guarded_against_withdrawal()
    {
        AssertInUse(session => ConceptStore.Writer.Withdraw(session, "obligation-types/publication", "gone"), "model 'deliberations'");
        AssertInUse(session => ConceptStore.Writer.Withdraw(session, "producer-kinds/etat", "gone"), "agent 'insee'");
        AssertInUse(session => ConceptStore.Writer.Withdraw(session, "frequencies/ANNUAL", "gone"), "series 'elections'");
        AssertInUse(session => SchemeStore.Writer.Withdraw(session, "themes", "gone"), "concept 'themes/GOVE'");
        AssertInUse(session => TerritoryStore.Writer.Withdraw(session, "country:FRA", "gone"), "series 'elections'");
        AssertInUse(session => SeriesStore.Writer.Withdraw(session, "elections", "gone"), "dataset 'elections-2026'");
        AssertInUse(session => ServiceStore.Writer.Withdraw(session, "api-elections", "gone"), "dataset 'elections-2026'");
        AssertInUse(session => DatasetStore.Writer.Withdraw(session, "elections-2026", "gone"), "service 'api-elections'");
    }

    [Fact]
    public void A_vocabulary_lists_its_terms_by_notation_and_then_by_code()
    {
        _catalog.Database.Write("test", session =>
        {
            foreach (var (code, notation) in new[] { ("z", "01"), ("b", null), ("y", "02"), ("a", null), ("x", "02") })
            {
                ConceptStore.Writer.Save(session, Samples.Concept("relations", code, notation), Samples.Newest);
            }
        });
        Assert.Equal(
            ["z", "x", "y", "a", "b", "useful-to"],
            new ConceptStore(_catalog.Concepts).OfScheme("relations").Select(concept => concept.Code));
    }

    [Fact]
    public void The_flat_view_reads_as_a_table()
    {
        Assert.Equal(
            ["elections-2026|Élections 2026|Insee|lov2|open|ANNUAL|GOVE|country:FRA|1"],
            _catalog.Rows(
                "select id, title, publisher_name, licence, access_regime, frequency, themes, territories, distributions "
                + "from dataset_flat"));
        Assert.Equal(
            ["elections-2026-1|CSV|lov2|api-elections"],
            _catalog.Rows("select id, format, licence, service from distribution_flat"));
        Assert.Equal(["api-elections|elections-2026"], _catalog.Rows("select id, serves from service_flat"));
        Assert.Equal(["GOVE"], _catalog.Rows("select label_fr from concept_flat where scheme = 'themes'"));
    }

    public void Dispose() => _catalog.Dispose();

    private void SaveRule(LegalRule rule) => _catalog.Database.Write("test", session =>
    {
        foreach (var (kind, code) in new[] { ("commune", "35238"), ("collectivite", "988") })
        {
            TerritoryStore.Writer.Save(session, new Territory { Kind = kind, Code = code, Name = code }, Samples.Newest);
        }

        RuleStore.Writer.Save(session, rule, Samples.Newest);
    });

    private static void AssertIsConstraint(Action write) => Assert.Contains(
        "foreign key constraint", Assert.ThrowsAny<DbException>(write).Message, StringComparison.OrdinalIgnoreCase);

    private void Save(Dataset dataset) =>
        _catalog.Database.Write("test", session => DatasetStore.Writer.Save(session, dataset, Samples.Newest));

    private void AssertInUse(Func<WriteSession, bool> withdraw, string user)
    {
        var refusal = Assert.Throws<RefusedException>(() => _catalog.Database.Write("test", withdraw));
        Assert.Contains(user, refusal.Message, StringComparison.Ordinal);
    }
}
