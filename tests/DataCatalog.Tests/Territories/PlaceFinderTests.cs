using DataCatalog.Dcat.Records;
using DataCatalog.Territories;

namespace DataCatalog.Tests.Territories;

/// <summary>What people type, over all territories of the seed.</summary>
public sealed class PlaceFinderTests
{
    private static TerritoryIndex Places => WholeTerritories.Places;

    [Theory]
    [InlineData("metro")]
    [InlineData("com")]
    [InlineData("drom")]
    [InlineData("départements")]
    [InlineData("france m")]
    public void A_country_subset_comes_after_what_else_a_word_may_mean(string text)
    {
        var found = Places.Find(text, 1000).ToList();
        Assert.All(
            found.SkipWhile(place => place.Kind is not "country-subset"),
            place => Assert.True(place.Kind is "country-subset" or "former-commune", place.Id));
    }

    [Theory]
    [InlineData("rennes", "commune:35238")]
    [InlineData("RENNES", "commune:35238")]
    [InlineData("renn", "epci:243500139", "commune:35238")]
    [InlineData("saint deni", "commune:97411", "commune:93066")]
    [InlineData("st denis", "commune:97411", "commune:93066")]
    [InlineData("saint-denis 93", "commune:93066")]
    [InlineData("saint-denis 974", "commune:97411")]
    [InlineData("saint-denis 97", "commune:97411")]
    [InlineData("Saint-Denis (La Réunion)", "commune:97411")]
    [InlineData("Saint-Denis (la r", "commune:97411")]
    [InlineData("saint-denis la reunion", "commune:97411")]
    [InlineData("saint denis occitanie", "commune:11339", "commune:30247")]
    [InlineData("valence (26", "commune:26362")]
    [InlineData("l hay les roses", "commune:94038")]
    [InlineData("hay-les-roses", "commune:94038")]
    [InlineData("evry courcouronnes", "commune:91228")]
    [InlineData("rochelle", "commune:17300")]
    [InlineData("havre", "commune:76351")]
    [InlineData("st malo", "commune:35288")]
    [InlineData("st", "epci:244200770", "commune:67482")]
    [InlineData("paris", "commune:75056", "departement:75")]
    [InlineData("paris 7", "arrondissement-municipal:75107", "commune:75056", "departement:75")]
    [InlineData("35238", "commune:35238")]
    [InlineData("commune:35238", "commune:35238")]
    [InlineData("Commune:2a004", "commune:2A004")]
    [InlineData("2A004", "commune:2A004")]
    [InlineData("2a004", "commune:2A004")]
    [InlineData("2a", "departement:2A", "commune:2A004")]
    [InlineData("35", "departement:35", "commune:35238")]
    [InlineData("3523", "commune:35238")]
    [InlineData("974", "departement:974", "commune:97411")]
    [InlineData("93", "region:93", "departement:93", "commune:93066")]
    [InlineData("977", "collectivite:977")]
    [InlineData("35700", "commune:35238")]
    [InlineData("75007", "arrondissement-municipal:75107", "commune:75056")]
    [InlineData("213502388", "commune:35238")]
    [InlineData("213 502 388", "commune:35238")]
    [InlineData("243500139", "epci:243500139")]
    [InlineData("FRA", "country:FRA")]
    [InlineData("france", "country:FRA")]
    [InlineData("france métropolitaine", "country-subset:metro")]
    [InlineData("country-subset:METRO", "country-subset:metro")]
    [InlineData("1018", "commune:01033")]
    [InlineData("commune:1018", "commune:01033")]
    [InlineData("1001", "commune:01001")]
    [InlineData("1400", "commune:01093")]
    [InlineData("saint-denis (réunion)", "commune:97411")]
    [InlineData("01018", "commune:01033", "former-commune:01018")]
    [InlineData("commune:01018", "commune:01033")]
    [InlineData("lancrans", "former-commune:01205")]
    [InlineData("lancrans 01", "former-commune:01205")]
    [InlineData("chasteuil", "former-commune:04048")]
    [InlineData("saint rambert l'ile barbe", "former-commune:69232")]
    [InlineData("ajaccio", "commune:2A004", "former-commune:20004")]
    public void What_is_meant_comes_first(string text, params string[] first) =>
        Assert.Equal(first, Places.Find(text, first.Length).Select(place => place.Id));

    [Fact]
    public void An_inner_word_ranks_below_a_beginning()
    {
        var found = Places.Find("malo", 20).Select(place => place.Id).ToList();
        Assert.Contains("commune:35288", found);
        Assert.True(found.IndexOf("commune:27381") < found.IndexOf("commune:35288"));
    }

    [Fact]
    public void A_postcode_finds_all_its_communes_the_most_populous_first()
    {
        string[] sharing = ["01001", "01084", "01093", "01113", "01146", "01272", "01328", "01356", "01393", "01412"];
        var found = Places.Find("01400", 20);
        Assert.Superset(
            sharing.Select(code => $"commune:{code}").ToHashSet(StringComparer.Ordinal),
            found.Select(place => place.Id).ToHashSet(StringComparer.Ordinal));
        Assert.Equal("commune:01093", found[0].Id);
        Assert.Equal(found.OrderByDescending(place => place.Population), found);
    }

    [Fact]
    public void Former_communes_come_after_present_places()
    {
        var kinds = Places.FindNumbers("saint").Select(Places.KindOf).ToList();
        Assert.Contains("former-commune", kinds);
        Assert.All(kinds.SkipWhile(kind => kind is not "former-commune"), kind => Assert.Equal("former-commune", kind));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\0")]
    [InlineData("🏝")]
    [InlineData("(")]
    [InlineData("()")]
    [InlineData("(35)")]
    [InlineData("((((((")]
    [InlineData(":")]
    [InlineData("999999999")]
    [InlineData("'; drop table territory; --")]
    [InlineData("%_*\"")]
    [InlineData("رين")]
    [InlineData("\uD800\uFFFE")]
    [InlineData("ancien code")]
    public void What_means_nothing_finds_nothing(string text) => Assert.Empty(Places.Find(text, 5));

    [Fact]
    public void A_place_is_found_by_its_name_and_by_its_codes()
    {
        for (var number = 0; number < Places.Count; number += 23)
        {
            var place = Places[number];
            Assert.Contains(number, Places.FindNumbers(place.Id));
            Assert.Contains(number, Places.FindNumbers(place.Code));
            var text = place.Name.StartsWith("Ancien code", StringComparison.Ordinal) ? place.Code : place.Name;
            Assert.Contains(number, Places.FindNumbers(text));
        }
    }

    [Fact]
    public void Whatever_is_typed_there_is_one_order_and_none_comes_twice()
    {
        const string Keys = "aàeéils -'’()0123579ABst:\0œ🏝\uD800ن\"%";
        var random = new Random(35238);
        for (var round = 0; round < 3000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 200)).Select(_ => Keys[random.Next(Keys.Length)]));
            text = round % 2 == 0 ? text[..Math.Min(text.Length, 3)] : text;
            var found = Places.FindNumbers(text).ToList();
            Assert.Equal(found.Count, found.Distinct().Count());
            Assert.Equal(found, Places.FindNumbers(text));
            Assert.Equal(found.Take(7), Places.Find(text, 7).Select(place => Places.NumberOf(place.Id)!.Value));
        }
    }

    [Fact]
    public void Kinds_are_those_of_the_records() =>
        Assert.All(Places.Find("saint", 500), place => Assert.Contains(place.Kind, Territory.Kinds));
}
