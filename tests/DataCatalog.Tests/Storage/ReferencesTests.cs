using DataCatalog.Agents;
using DataCatalog.Concepts;
using DataCatalog.Datasets;
using DataCatalog.Dcat.Records;
using DataCatalog.LegalRules;
using DataCatalog.Models;
using DataCatalog.Series;
using DataCatalog.Services;
using DataCatalog.Storage;
using DataCatalog.Territories;

namespace DataCatalog.Tests.Storage;

public sealed class ReferencesTests : IDisposable
{
    private readonly TestCatalog _catalog = TestCatalog.Loaded();

    [Fact]
    public void What_an_entry_may_point_to_is_found()
    {
        var references = _catalog.References.Current;
        Assert.Equal("Insee", references.FindAgent("insee")!.Name["fr"]);
        Assert.Equal("themes", references.FindScheme("themes")!.Id);
        Assert.Equal("GOVE", references.FindConcept("themes", "GOVE")!.Code);
        Assert.Equal("France", references.FindTerritory("country:FRA")!.Name);
        Assert.Equal("elections", references.FindSeries("elections")!.Id);
        Assert.Equal("api-elections", references.FindService("api-elections")!.Id);
        Assert.True(references.HasDataset("elections-2026"));
        Assert.Equal(["GOVE"], references.CodesOf("themes"));
    }

    [Fact]
    public void What_is_not_there_is_not_found()
    {
        var references = _catalog.References.Current;
        Assert.Null(references.FindAgent("none"));
        Assert.Null(references.FindScheme("none"));
        Assert.Null(references.FindConcept("themes", "none"));
        Assert.Null(references.FindConcept("none", "GOVE"));
        Assert.Null(references.FindTerritory("commune:00000"));
        Assert.Null(references.FindSeries("none"));
        Assert.Null(references.FindService("none"));
        Assert.False(references.HasDataset("none"));
        Assert.Empty(references.CodesOf("none"));
    }

    [Fact]
    public void A_changed_agent_raises_the_reference_revision_and_no_dataset_version()
    {
        var before = _catalog.References.Current;
        Save(session => AgentStore.Writer.Save(session, Samples.Agent with { Name = LanguageMap.Of("INSEE") }, Samples.Newest));
        Assert.Equal(_catalog.Database.Sequence, _catalog.Database.ReferenceRevision);
        Assert.Equal(1, _catalog.Datasets.Find("elections-2026")!.Version);
        Assert.NotSame(before, _catalog.References.Current);
        Assert.Equal("INSEE", _catalog.References.Current.FindAgent("insee")!.Name["fr"]);
    }

    [Fact]
    public void Every_kind_that_others_repeat_raises_the_reference_revision()
    {
        AssertRaises(session =>
            SchemeStore.Writer.Save(session, new ConceptScheme { Id = "themes", Title = LanguageMap.Of("Thèmes") }, Samples.Newest));
        AssertRaises(session => ConceptStore.Writer.Save(session, Samples.Concept("themes", "ENVI"), Samples.Newest));
        AssertRaises(session =>
            TerritoryStore.Writer.Save(session, new Territory { Kind = "region", Code = "53", Name = "Bretagne" }, Samples.Newest));
        AssertRaises(session =>
            SeriesStore.Writer.Save(session, Samples.Series with { Title = LanguageMap.Of("Scrutins") }, Samples.Newest));
        AssertRaises(session =>
            ServiceStore.Writer.Save(session, Samples.Service with { Title = LanguageMap.Of("L'API") }, Samples.Newest));
        AssertRaises(session =>
            ModelStore.Writer.Save(session, Samples.Model with { Schema = null, Title = LanguageMap.Of("Actes") }, Samples.Newest));
        AssertRaises(session => CatalogSetting.Save(session, Samples.Catalog with { Title = LanguageMap.Of("Scrutins") }));
        AssertRaises(session => ConceptStore.Writer.Withdraw(session, "themes/ENVI", "gone"));
    }

    [Fact]
    public void Datasets_and_rules_leave_the_reference_revision_and_its_snapshot_alone()
    {
        var before = _catalog.Database.ReferenceRevision;
        var sequence = _catalog.Database.Sequence;
        var snapshot = _catalog.References.Current;
        Save(session => DatasetStore.Writer.Save(session, Samples.Dataset with { Id = "other", Distributions = [] }, Samples.Newest));
        Save(session => RuleStore.Writer.Save(session, Samples.Rule, Samples.Newest));
        Assert.Equal(before, _catalog.Database.ReferenceRevision);
        Assert.Equal(sequence + 2, _catalog.Database.Sequence);
        Assert.Same(snapshot, _catalog.References.Current);
        Assert.True(snapshot.HasDataset("other"));
    }

    public void Dispose() => _catalog.Dispose();

    private void Save<T>(Func<WriteSession, T> save) => _catalog.Database.Write("test", save);

    private void AssertRaises<T>(Func<WriteSession, T> save)
    {
        var before = _catalog.Database.ReferenceRevision;
        Save(save);
        Assert.True(_catalog.Database.ReferenceRevision > before);
        Assert.Equal(_catalog.Database.Sequence, _catalog.Database.ReferenceRevision);
    }
}
