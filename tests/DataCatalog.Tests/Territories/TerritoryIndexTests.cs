using DataCatalog.Dcat.Records;
using DataCatalog.Territories;

namespace DataCatalog.Tests.Territories;

/// <summary>Over all territories of the seed.</summary>
public sealed class TerritoryIndexTests
{
    private const string Metro = "country-subset:metro";
    private const string Both = "country-subset:metro-drom";

    private static TerritoryIndex Places => WholeTerritories.Places;

    [Theory]
    [InlineData("commune:35238",
        "epci:243500139", "departement:35", "region:53", Metro, Both, "country:FRA")]
    [InlineData("commune:75056",
        "epci:200054781", "departement:75", "region:11", Metro, Both, "country:FRA")]
    [InlineData("arrondissement-municipal:75101",
        "commune:75056", "epci:200054781", "departement:75", "region:11", Metro, Both, "country:FRA")]
    [InlineData("commune:93066",
        "ept:200057867", "epci:200054781", "departement:93", "region:11", Metro, Both, "country:FRA")]
    [InlineData("commune:13055",
        "epci:200054807", "departement:13", "region:93", Metro, Both, "country:FRA")]
    [InlineData("commune:04074",
        "epci:200067437", "departement:04", "region:93", Metro, Both, "country:FRA")]
    [InlineData("commune:97411",
        "epci:249740119", "departement:974", "region:04", "country-subset:drom", "country-subset:metro-drom", "country:FRA")]
    [InlineData("commune:97608",
        "epci:200050532", "departement:976", "region:06", "country-subset:drom", "country-subset:metro-drom", "country:FRA")]
    [InlineData("commune:97701", "collectivite:977", "country-subset:com", "country:FRA")]
    [InlineData("commune:22016", "departement:22", "region:53", Metro, Both, "country:FRA")]
    [InlineData("commune:29083", "departement:29", "region:53", Metro, Both, "country:FRA")]
    [InlineData("commune:29155", "departement:29", "region:53", Metro, Both, "country:FRA")]
    [InlineData("commune:85113", "departement:85", "region:52", Metro, Both, "country:FRA")]
    [InlineData("former-commune:01091",
        "commune:01033", "epci:240100891", "departement:01", "region:84", Metro, Both, "country:FRA")]
    [InlineData("departement:75", "region:11", Metro, Both, "country:FRA")]
    [InlineData("region:75", Metro, Both, "country:FRA")]
    [InlineData("epci:243500139", "departement:35", "region:53", Metro, Both, "country:FRA")]
    [InlineData("epci:200070852", "region:84", Metro, Both, "country:FRA")]
    [InlineData("epci:200054781", "region:11", Metro, Both, "country:FRA")]
    [InlineData("ept:200057867",
        "epci:200054781", "departement:93", "region:11", Metro, Both, "country:FRA")]
    [InlineData("epci:200069722", Metro, Both, "country:FRA")]
    [InlineData("commune:98818", "collectivite:988", "country-subset:com", "country:FRA")]
    [InlineData("country-subset:metro-drom", "country:FRA")]
    [InlineData("country:FRA")]
    public void What_contains_a_territory_comes_nearest_first(string id, params string[] above) =>
        Assert.Equal([id, .. above], Places.Above(Number(id)).Select(Places.IdOf));

    [Fact]
    public void A_place_says_what_its_record_does()
    {
        var rennes = Places[Number("commune:35238")];
        Assert.Equal(
            ("commune:35238", "commune", "35238", "Rennes", 230_890, "213502388"),
            (rennes.Id, rennes.Kind, rennes.Code, rennes.Name, rennes.Population, rennes.Siren));
        Assert.Equal(["35000", "35200", "35700"], rennes.Postcodes);
        Assert.Equal(["epci:243500139", "departement:35"], rennes.Parents.Select(Places.IdOf));
        Assert.Equal(new BoundingBox(-1.7526m, 48.0768m, -1.6244m, 48.1549m), rennes.Box);

        var saintBarthelemy = Places[Number("collectivite:977")];
        Assert.Null(saintBarthelemy.Siren);
        Assert.Null(saintBarthelemy.Box);
        Assert.Empty(saintBarthelemy.Postcodes);
        Assert.Null(Places[Number("country:FRA")].Population);
        Assert.Equal("01001", Places[Number("commune:01001")].Code);
    }

    [Fact]
    public void Every_present_commune_lies_in_a_departement_or_collectivite_in_a_region_or_collectivite_and_in_France()
    {
        foreach (var commune in Places.OfKind("commune"))
        {
            var kinds = Places.Above(commune).Select(Places.KindOf).ToList();
            Assert.Equal("country", kinds[^1]);
            Assert.Single(kinds, kind => kind is "departement" or "collectivite");
            Assert.Single(kinds, kind => kind is "region" or "collectivite");
        }
    }

    [Fact]
    public void Contains_says_what_Above_and_Below_do()
    {
        var random = new Random(20260101);
        for (var number = 0; number < Places.Count; number++)
        {
            var above = Places.Above(number);
            Assert.Equal(above.Count, above.Distinct().Count());
            Assert.All(above, outer => Assert.True(Places.Contains(outer, number)));
            var other = random.Next(Places.Count);
            Assert.Equal(above.Contains(other), Places.Contains(other, number));
        }

        foreach (var outer in Places.OfKind("departement").Concat(Places.OfKind("region")).Concat(Places.OfKind("ept")))
        {
            var below = Places.Below(outer);
            Assert.Equal(outer, below[0]);
            Assert.Equal(below.Skip(1).Order().Distinct(), below.Skip(1));
            Assert.All(below, inner => Assert.True(Places.Contains(outer, inner)));
        }

        Assert.Equal(Places.Count, Places.Below(Number("country:FRA")).Count);
    }

    [Fact]
    public void An_EPCI_across_two_departements_contains_communes_of_both_and_lies_in_neither()
    {
        var epci = Number("epci:200070852");
        var departements = Places.Below(epci).Skip(1).SelectMany(Places.Above)
            .Where(place => Places.KindOf(place) is "departement")
            .Distinct().ToList();
        Assert.Equal(["departement:01", "departement:74"], departements.Order().Select(Places.IdOf));
        Assert.All(departements, departement => Assert.False(Places.Contains(departement, epci)));
        Assert.Equal(Places.Below(epci).Where(inner => Places.KindOf(inner) is "commune"), Places.Members(epci));
        Assert.Empty(Places.Members(departements[0]));
    }

    [Fact]
    public void Every_number_and_id_lead_to_each_other()
    {
        Assert.Equal(40_652, Places.Count);
        for (var number = 0; number < Places.Count; number++)
        {
            var place = Places[number];
            Assert.Equal(number, Places.NumberOf(place.Id));
            Assert.Equal(place.Id, $"{place.Kind}:{place.Code}");
        }

        Assert.Equal(Places.Count, Territory.Kinds.Sum(kind => Places.OfKind(kind).Count()));
        Assert.All(
            (string[])["commune:99999", "35238", "", "commune:", "Commune:35238", "commune:35238 "],
            id => Assert.Null(Places.NumberOf(id)));
    }

    [Fact]
    public void Every_old_code_leads_to_the_present_commune_that_the_former_one_belongs_to()
    {
        foreach (var former in Places.OfKind("former-commune").Select(number => Places[number]))
        {
            Assert.Equal(former.Parents[0], Places.Resolve($"commune:{former.Code}"));
        }

        string[] unknown = ["commune:99999", "departement:01018", "former-commune:99999", "", ":"];
        Assert.All(unknown, id => Assert.Null(Places.Resolve(id)));
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
        var found = Places.Nearest(id, 3);
        Assert.InRange(found.Count, 0, 3);
        Assert.Equal(nearest, found.Count > 0 ? found[0].Id : null);
    }

    private static int Number(string id) => Places.NumberOf(id)!.Value;
}
