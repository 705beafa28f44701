using DataCatalog.Agents;
using DataCatalog.Dcat;
using DataCatalog.Dcat.Records;
using DataCatalog.Territories;
using DataCatalog.Tests.Storage;

namespace DataCatalog.Tests.Territories;

public sealed class TerritoryIndexesTests : IDisposable
{
    private static readonly Territory Bretagne = new() { Kind = "region", Code = "53", Name = "Bretagne", Parents = ["country:FRA"] };

    private readonly TestCatalog _catalog = TestCatalog.Loaded();
    private readonly TerritoryIndexes _indexes;

    public TerritoryIndexesTests() => _indexes = new TerritoryIndexes(_catalog.Database, new CatalogIris(CatalogApp.BaseUrl));

    [Fact]
    public void An_empty_catalogue_has_an_empty_map()
    {
        using var empty = new TestCatalog();
        var places = new TerritoryIndexes(empty.Database, new CatalogIris(CatalogApp.BaseUrl)).Current;
        Assert.Equal(0, places.Count);
        Assert.Empty(places.Find("rennes", 3));
        Assert.Empty(places.OfKind("commune"));
    }

    [Fact]
    public void A_changed_territory_makes_a_new_map_and_leaves_the_old_one_as_it_was()
    {
        var before = _indexes.Current;
        Save(Bretagne);
        Assert.NotSame(before, _indexes.Current);
        Assert.Equal((1, 2), (before.Count, _indexes.Current.Count));
        Save(Bretagne with { Name = "Breizh" });
        Assert.Equal("region:53", Assert.Single(_indexes.Current.Find("breizh", 3)).Id);
        _catalog.Database.Write("test", session => { TerritoryStore.Writer.Withdraw(session, "region:53", "gone"); });
        Assert.Null(_indexes.Current.NumberOf("region:53"));
    }

    [Fact]
    public void Other_changes_leave_the_map_alone()
    {
        var before = _indexes.Current;
        _catalog.Database.Write("test", session =>
        {
            AgentStore.Writer.Save(session, Samples.Agent with { Name = LanguageMap.Of("INSEE") }, Samples.Newest);
        });
        Assert.Same(before, _indexes.Current);
    }

    [Fact]
    public void Readers_at_one_time_get_one_map()
    {
        var indexes = new TerritoryIndex[16];
        Parallel.For(0, indexes.Length, at => indexes[at] = _indexes.Current);
        Assert.Single(indexes.Distinct());
    }

    [Fact]
    public void An_old_code_that_several_have_had_leads_to_the_parent_of_the_former_commune()
    {
        Save(new Territory
        {
            Kind = "commune",
            Code = "01002",
            Name = "Grande",
            Population = 900,
            FormerCodes = ["01009"],
            Parents = ["country:FRA"],
        });
        Save(new Territory
        {
            Kind = "commune",
            Code = "01001",
            Name = "Petite",
            Population = 9,
            FormerCodes = ["01009"],
            Parents = ["country:FRA"],
        });
        Assert.Equal("commune:01002", Resolved("commune:01009"));
        Save(new Territory
        {
            Kind = "former-commune",
            Code = "01009",
            Name = "Ancienne",
            FormerStatus = "deleguee",
            Parents = ["commune:01001"],
        });
        Assert.Equal("commune:01001", Resolved("commune:01009"));
    }

    [Theory]
    [InlineData("Arlod", "arlod", true)]
    [InlineData("Ancien code 01018", "ancien code", false)]
    public void An_old_code_is_found_by_its_name_if_it_has_a_real_one(string name, string text, bool found)
    {
        Save(new Territory { Kind = "commune", Code = "01033", Name = "Valserhône", Parents = ["country:FRA"] });
        Save(new Territory
        {
            Kind = "former-commune",
            Code = "01018",
            Name = name,
            FormerStatus = "ancien-code",
            Parents = ["commune:01033"],
        });
        Assert.Equal(found, _indexes.Current.Find(text, 3).Any(place => place.Id is "former-commune:01018"));
    }

    public void Dispose() => _catalog.Dispose();

    private string? Resolved(string id) => _indexes.Current.Resolve(id) is { } number ? _indexes.Current.IdOf(number) : null;

    private void Save(Territory territory) =>
        _catalog.Database.Write("test", session => { TerritoryStore.Writer.Save(session, territory, Samples.Newest); });
}
