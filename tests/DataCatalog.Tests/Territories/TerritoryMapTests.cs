using DataCatalog.Dcat.Records;
using DataCatalog.Territories;

namespace DataCatalog.Tests.Territories;

/// <summary>Over all territories of the seed.</summary>
public sealed class TerritoryMapTests
{
    private static TerritoryMap Map => WholeTerritories.Map;

    [Theory]
    [InlineData("commune:35238", "epci:243500139", "departement:35", "region:53", "country:FRA")]
    [InlineData("commune:75056", "epci:200054781", "departement:75", "region:11", "country:FRA")]
    [InlineData("arrondissement-municipal:75101", "commune:75056", "epci:200054781", "departement:75", "region:11", "country:FRA")]
    [InlineData("commune:93066", "ept:200057867", "epci:200054781", "departement:93", "region:11", "country:FRA")]
    [InlineData("commune:13055", "epci:200054807", "departement:13", "region:93", "country:FRA")]
    [InlineData("commune:04074", "epci:200067437", "departement:04", "region:93", "country:FRA")]
    [InlineData("commune:97411", "epci:249740119", "departement:974", "region:04", "country:FRA")]
    [InlineData("commune:97608", "epci:200050532", "departement:976", "region:06", "country:FRA")]
    [InlineData("commune:97701", "collectivite:977", "country:FRA")]
    [InlineData("commune:22016", "departement:22", "region:53", "country:FRA")]
    [InlineData("commune:29083", "departement:29", "region:53", "country:FRA")]
    [InlineData("commune:29155", "departement:29", "region:53", "country:FRA")]
    [InlineData("commune:85113", "departement:85", "region:52", "country:FRA")]
    [InlineData("former-commune:01091", "commune:01033", "epci:240100891", "departement:01", "region:84", "country:FRA")]
    [InlineData("departement:75", "region:11", "country:FRA")]
    [InlineData("region:75", "country:FRA")]
    [InlineData("epci:243500139", "departement:35", "region:53", "country:FRA")]
    [InlineData("epci:200070852", "region:84", "country:FRA")]
    [InlineData("epci:200054781", "region:11", "country:FRA")]
    [InlineData("ept:200057867", "epci:200054781", "departement:93", "region:11", "country:FRA")]
    [InlineData("country:FRA")]
    public void What_contains_a_territory_comes_nearest_first(string id, params string[] above) =>
        Assert.Equal([id, .. above], Map.Above(Number(id)).Select(Map.IdOf));

    [Fact]
    public void A_place_says_what_its_record_does()
    {
        var rennes = Map[Number("commune:35238")];
        Assert.Equal(
            ("commune:35238", "commune", "35238", "Rennes", 230_890, "213502388"),
            (rennes.Id, rennes.Kind, rennes.Code, rennes.Name, rennes.Population, rennes.Siren));
        Assert.Equal(["35000", "35200", "35700"], rennes.Postcodes);
        Assert.Equal(["epci:243500139", "departement:35"], rennes.Parents.Select(Map.IdOf));
        Assert.Equal(new BoundingBox(-1.7526m, 48.0768m, -1.6244m, 48.1549m), rennes.Box);

        var saintBarthelemy = Map[Number("collectivite:977")];
        Assert.Null(saintBarthelemy.Siren);
        Assert.Null(saintBarthelemy.Box);
        Assert.Empty(saintBarthelemy.Postcodes);
        Assert.Null(Map[Number("country:FRA")].Population);
        Assert.Equal("01001", Map[Number("commune:01001")].Code);
    }

    [Fact]
    public void Every_present_commune_lies_in_a_departement_or_collectivite_in_a_region_or_collectivite_and_in_France()
    {
        foreach (var commune in Map.OfKind("commune"))
        {
            var kinds = Map.Above(commune).Select(Map.KindOf).ToList();
            Assert.Equal("country", kinds[^1]);
            Assert.Single(kinds, kind => kind is "departement" or "collectivite");
            Assert.Single(kinds, kind => kind is "region" or "collectivite");
        }
    }

    [Fact]
    public void Contains_says_what_Above_and_Below_do()
    {
        var random = new Random(20260101);
        for (var number = 0; number < Map.Count; number++)
        {
            var above = Map.Above(number);
            Assert.Equal(above.Count, above.Distinct().Count());
            Assert.All(above, outer => Assert.True(Map.Contains(outer, number)));
            var other = random.Next(Map.Count);
            Assert.Equal(above.Contains(other), Map.Contains(other, number));
        }

        foreach (var outer in Map.OfKind("departement").Concat(Map.OfKind("region")).Concat(Map.OfKind("ept")))
        {
            var below = Map.Below(outer);
            Assert.Equal(outer, below[0]);
            Assert.Equal(below.Skip(1).Order().Distinct(), below.Skip(1));
            Assert.All(below, inner => Assert.True(Map.Contains(outer, inner)));
        }

        Assert.Equal(Map.Count, Map.Below(Number("country:FRA")).Count);
    }

    [Fact]
    public void An_EPCI_across_two_departements_contains_communes_of_both_and_lies_in_neither()
    {
        var epci = Number("epci:200070852");
        var departements = Map.Below(epci).Skip(1).SelectMany(Map.Above)
            .Where(place => Map.KindOf(place) is "departement")
            .Distinct().ToList();
        Assert.Equal(["departement:01", "departement:74"], departements.Order().Select(Map.IdOf));
        Assert.All(departements, departement => Assert.False(Map.Contains(departement, epci)));
        Assert.Equal(Map.Below(epci).Where(inner => Map.KindOf(inner) is "commune"), Map.Members(epci));
        Assert.Empty(Map.Members(departements[0]));
    }

    [Fact]
    public void Every_number_and_id_lead_to_each_other()
    {
        Assert.Equal(40_648, Map.Count);
        for (var number = 0; number < Map.Count; number++)
        {
            var place = Map[number];
            Assert.Equal(number, Map.NumberOf(place.Id));
            Assert.Equal(place.Id, $"{place.Kind}:{place.Code}");
        }

        Assert.Equal(Map.Count, Territory.Kinds.Sum(kind => Map.OfKind(kind).Count()));
        Assert.All(
            (string[])["commune:99999", "35238", "", "commune:", "Commune:35238", "commune:35238 "],
            id => Assert.Null(Map.NumberOf(id)));
    }

    [Fact]
    public void Every_old_code_leads_to_the_present_commune_that_the_former_one_belongs_to()
    {
        foreach (var former in Map.OfKind("former-commune").Select(number => Map[number]))
        {
            Assert.Equal(former.Parents[0], Map.Resolve($"commune:{former.Code}"));
        }

        Assert.All((string[])["commune:99999", "departement:01018", "former-commune:99999", "", ":"], id => Assert.Null(Map.Resolve(id)));
    }

    [Theory]
    [InlineData("35238", "commune:35238")]
    [InlineData("departement:35238", "commune:35238")]
    [InlineData("commune:3523", "commune:35238")]
    [InlineData("epci:243500", "epci:243500139")]
    [InlineData("commune:rennes", "commune:35238")]
    [InlineData("commune:35999", "commune:35361")]
    [InlineData("commune:1018", "commune:01033")]
    [InlineData("foo:1", null)]
    [InlineData("commune:99999", null)]
    [InlineData("nowhere", null)]
    public void The_nearest_places_are_found_for_an_id_that_names_none(string id, string? nearest)
    {
        var found = Map.Nearest(id, 3);
        Assert.InRange(found.Count, 0, 3);
        Assert.Equal(nearest, found.Count > 0 ? found[0].Id : null);
    }

    private static int Number(string id) => Map.NumberOf(id)!.Value;
}
