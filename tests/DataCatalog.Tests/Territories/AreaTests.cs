using DataCatalog.Dcat.Mapping;
using DataCatalog.Dcat.Records;
using DataCatalog.Territories;

namespace DataCatalog.Tests.Territories;

/// <summary>What datasets state of territories, over all territories of the seed.</summary>
public sealed class AreaTests
{
    private static readonly Dataset Everywhere = Storage.Samples.Content.Datasets[0] with { Territories = [] };

    /// <summary>Property transactions: metropolitan France and the overseas départements, except where another register is kept.</summary>
    private static readonly Dataset Transactions = Everywhere with
    {
        Territories = ["country-subset:metro-drom"],
        TerritoriesExcept = ["departement:57", "departement:67", "departement:68", "departement:976"],
    };

    /// <summary>Addresses: of New Caledonia nothing is known.</summary>
    private static readonly Dataset Addresses = Everywhere with
    {
        Territories = ["country-subset:metro-drom", "collectivite:975"],
        TerritoriesUnknown = ["collectivite:988"],
    };

    private static TerritoryIndex Places => WholeTerritories.Places;

    [Theory]
    [InlineData("commune:97411", "couvre la France métropolitaine et les départements et régions d'outre-mer, qui contiennent Saint-Denis")]
    [InlineData("commune:35238", "couvre la France métropolitaine et les départements et régions d'outre-mer, qui contiennent Rennes")]
    [InlineData("commune:57463", null)]
    [InlineData("departement:57", null)]
    [InlineData("epci:200039865", null)]
    [InlineData("region:06", null)]
    [InlineData("collectivite:988", null)]
    [InlineData("commune:98818", null)]
    public void The_nearest_statement_says_whether_a_territory_is_covered(string territory, string? reason)
    {
        var coverage = Of(territory, Transactions);
        Assert.Equal(reason, coverage?.Reason["fr"]);
        Assert.False(coverage is { IsInPart: true } or { IsNotKnown: true });
    }

    [Fact]
    public void A_commune_of_an_exception_that_is_named_again_is_covered()
    {
        var again = Transactions with { Territories = ["country-subset:metro-drom", "commune:57463"] };

        Assert.Equal("porte sur la commune 57463 Metz, entre autres territoires", Of("commune:57463", again)!.Reason["fr"]);
        Assert.Equal(
            "porte sur la commune 57463 Metz, qui se trouve dans le département 57 Moselle", Of("departement:57", again)!.Reason["fr"]);
        Assert.Null(Of("commune:57672", again));
        Assert.Equal(AreaState.Excepted, State("departement:57", again));
    }

    [Theory]
    [InlineData("region:44", "la France métropolitaine et les départements et régions d'outre-mer, qui contiennent Grand Est, mais pas "
        + "le département 57 Moselle, le département 67 Bas-Rhin et le département 68 Haut-Rhin")]
    [InlineData("epci:200070738", "la France métropolitaine et les départements et régions d'outre-mer, qui contiennent CC Mad et Moselle"
        + ", mais pas le département 57 Moselle")]
    [InlineData("country-subset:drom", "la France métropolitaine et les départements et régions d'outre-mer, qui contiennent "
        + "Départements et régions d'outre-mer, mais pas le département 976 Mayotte")]
    public void A_territory_with_exceptions_is_covered_in_part_and_the_reason_says_so(string territory, string reason)
    {
        var coverage = Of(territory, Transactions)!;

        Assert.True(coverage.IsInPart);
        Assert.False(coverage.IsNotKnown);
        Assert.Equal($"couvre {reason}", coverage.Reason["fr"]);
        Assert.Contains(", but not ", coverage.Reason["en"], StringComparison.Ordinal);
    }

    [Fact]
    public void Many_exceptions_are_counted()
    {
        var holes = Everywhere with
        {
            Territories = ["region:44"],
            TerritoriesExcept = ["departement:08", "departement:10", "departement:51", "departement:52"],
        };

        Assert.Equal(
            "porte sur la région 44 Grand Est, mais pas le département 08 Ardennes, le département 10 Aube et 2 autres territoires",
            Of("region:44", holes)!.Reason["fr"]);
        Assert.EndsWith(
            "Ardennes (departement), Aube (departement) and 2 other territories",
            Of("region:44", holes)!.Reason["en"],
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("commune:98818", "on ne sait pas si ces données portent sur la collectivité 988 Nouvelle-Calédonie, qui contient Nouméa",
        "it is not known whether these data are about Nouvelle-Calédonie (collectivite), which contains Nouméa")]
    [InlineData("collectivite:988", "on ne sait pas si ces données portent sur la collectivité 988 Nouvelle-Calédonie",
        "it is not known whether these data are about Nouvelle-Calédonie (collectivite)")]
    public void What_is_not_known_is_said_instead_of_covers(string territory, string french, string english)
    {
        var coverage = Of(territory, Addresses)!;

        Assert.True(coverage.IsNotKnown);
        Assert.Equal(("collectivite:988", french, english), (coverage.Via, coverage.Reason["fr"], coverage.Reason["en"]));
        Assert.Equal(AreaState.NotKnown, State(territory, Addresses));
    }

    [Fact]
    public void A_part_that_is_not_known_is_named()
    {
        var country = Everywhere with { Territories = ["country:FRA"], TerritoriesUnknown = ["collectivite:988"] };
        var coverage = Of("country-subset:com", country)!;

        Assert.True(coverage.IsInPart);
        Assert.Equal(
            "couvre la France, qui contient Collectivités d'outre-mer et Nouvelle-Calédonie ; on ne sait pas pour la collectivité 988 "
            + "Nouvelle-Calédonie",
            coverage.Reason["fr"]);
    }

    [Fact]
    public void A_grouping_is_what_its_communes_are()
    {
        var mosel = Everywhere with { Territories = ["departement:54", "departement:57"], TerritoriesExcept = ["commune:57021"] };
        string[] both = ["departement:54", "departement:57"];

        Assert.Equal(AreaState.Covered, State("epci:200070738", mosel));
        Assert.True(Of("epci:200070738", mosel)!.IsInPart);
        Assert.Equal(AreaState.Unsaid, State("epci:200070738", mosel with { Territories = ["departement:57"] }));
        Assert.Equal(
            AreaState.Excepted, State("epci:200070738", Everywhere with { Territories = ["country:FRA"], TerritoriesExcept = both }));
        Assert.Equal(
            AreaState.NotKnown, State("epci:200070738", Everywhere with { Territories = ["country:FRA"], TerritoriesUnknown = both }));
        Assert.False(Of("epci:200070738", mosel with { TerritoriesExcept = [] })!.IsInPart);
    }

    [Fact]
    public void An_exception_that_is_a_grouping_leaves_a_part_of_both_departements()
    {
        var without = Everywhere with { Territories = ["region:44"], TerritoriesExcept = ["epci:200070738"] };

        Assert.All(
            (string[])["departement:54", "departement:57", "region:44"], territory => Assert.True(Of(territory, without)!.IsInPart));
        Assert.False(Of("departement:67", without)!.IsInPart);
        Assert.Null(Of("commune:57021", without));
        Assert.False(Of("commune:57463", without)!.IsInPart);
    }

    [Theory]
    [InlineData("country-subset:metro", "country-subset:metro-drom", AreaState.Covered)]
    [InlineData("country-subset:metro-drom", "country-subset:metro|country-subset:drom", AreaState.Covered)]
    [InlineData("country-subset:metro-drom", "country-subset:metro", AreaState.Unsaid)]
    [InlineData("epci:200069722", "country-subset:metro", AreaState.Covered)]
    [InlineData("region:04", "country-subset:metro", AreaState.Unsaid)]
    [InlineData("commune:98818", "country-subset:com", AreaState.Covered)]
    public void A_country_subset_is_what_its_regions_are(string territory, string covered, object state)
    {
        var dataset = Everywhere with { Territories = covered.Split('|') };
        Assert.Equal(state, State(territory, dataset));
        Assert.Equal(state is AreaState.Covered, Of(territory, dataset) is { IsInPart: false, IsNotKnown: false } found
            && found.Reason["fr"]!.StartsWith("couvre", StringComparison.Ordinal));
    }

    private static Coverage? Of(string territory, Dataset dataset) =>
        new TerritoryCoverage(Places, Places.NumberOf(territory)!.Value).Of(dataset);

    private static AreaState State(string territory, Dataset dataset) =>
        new RecordAreas(Places, Places.NumberOf(territory)!.Value).Of(StatedArea.Of(dataset));
}
