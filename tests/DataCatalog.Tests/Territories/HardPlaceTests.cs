using System.Diagnostics;
using DataCatalog.Territories;

namespace DataCatalog.Tests.Territories;

/// <summary>Texts that are hard to read, with the place that they mean and why it is found.</summary>
public sealed class HardPlaceTests
{
    private static TerritoryIndex Places => WholeTerritories.Places;

    [Theory]
    [InlineData("lile dyeu", "commune:85113", "name")]
    [InlineData("laigle", "commune:61214", "name")]
    [InlineData("saintmalo", "commune:35288", "name")]
    [InlineData("st-malo", "commune:35288", "name")]
    [InlineData("ste maxime", "commune:83115", "name")]
    [InlineData("St. Étienne", "commune:42218", "name")]
    [InlineData("bourglareine", "commune:92014", "name")]
    [InlineData("saint germain laye", "commune:78551", "name")]
    [InlineData("Chalons sur Champagne", "commune:51108", "name")]
    [InlineData("Villeneuve s/ Lot", "commune:47323", "name")]
    [InlineData("isle sur la sorgue", "commune:84054", "name")]
    [InlineData("lhay les roses", "commune:94038", "name")]
    [InlineData("AIX EN PROVENCE", "commune:13001", "name")]
    [InlineData("ville-d'avray", "commune:92077", "name")]
    [InlineData("ville du bois", "commune:91665", "name")]
    [InlineData("rennse", "commune:35238", "spelling")]
    [InlineData("renes", "commune:35238", "spelling")]
    [InlineData("marsseille", "commune:13055", "spelling")]
    [InlineData("tolouse", "commune:31555", "spelling")]
    [InlineData("strasboug", "commune:67482", "spelling")]
    [InlineData("montpelier", "commune:34172", "spelling")]
    [InlineData("clermont ferand", "commune:63113", "spelling")]
    [InlineData("chalon sur soane", "commune:71076", "spelling")]
    [InlineData("saint etiene", "commune:42218", "spelling")]
    [InlineData("ajacio", "commune:2A004", "spelling")]
    [InlineData("35000 rennse", "commune:35238", "spelling")]
    [InlineData("mairie de grenobel", "commune:38185", "spelling")]
    [InlineData("mairie du Havre", "commune:76351", "name")]
    [InlineData("commune des sables d'olonne", "commune:85194", "name")]
    [InlineData("ville de Paris", "commune:75056", "name")]
    [InlineData("Communauté de communes Faucigny Glières", "epci:200000172", "name")]
    [InlineData("communauté d'agglomération d'Épinal", "epci:200068757", "name")]
    [InlineData("communauté urbaine d'Arras", "epci:200033579", "name")]
    [InlineData("CC Pays de Pontchâteau St-Gildas-des-Bois", "epci:200000438", "name")]
    [InlineData("métropole de Rennes", "epci:243500139", "name")]
    [InlineData("métropole de Lille", "epci:200093201", "name")]
    [InlineData("métropole de Strasbourg", "epci:246700488", "name")]
    [InlineData("agglo de Vannes", "epci:200067932", "name")]
    [InlineData("département du Rhône", "departement:69", "name")]
    [InlineData("Conseil départemental de la Loire", "departement:42", "name")]
    [InlineData("Région Bretagne", "region:53", "name")]
    [InlineData("35000 Rennes cedex 7", "commune:35238", "name")]
    [InlineData("35042 RENNES CEDEX", "commune:35238", "name")]
    [InlineData("Rennes (35)", "commune:35238", "name")]
    [InlineData("rennes, ille-et-vilaine", "commune:35238", "name")]
    [InlineData("Saint-Denis Réunion", "commune:97411", "name")]
    [InlineData("Valence Drôme", "commune:26362", "name")]
    [InlineData("Vienne AURA", "commune:38544", "name")]
    [InlineData("Villefranche midi-pyrénées", "commune:12300", "name")]
    [InlineData("Paris 15e", "arrondissement-municipal:75115", "name")]
    [InlineData("paris 15", "arrondissement-municipal:75115", "name")]
    [InlineData("Paris XVe", "arrondissement-municipal:75115", "name")]
    [InlineData("quinzième arrondissement de Paris", "arrondissement-municipal:75115", "name")]
    [InlineData("Lyon 2", "arrondissement-municipal:69382", "name")]
    [InlineData("Marseille 3ème arrondissement", "arrondissement-municipal:13203", "name")]
    [InlineData("75015", "arrondissement-municipal:75115", "postcode")]
    [InlineData("code postal 35000", "commune:35238", "postcode")]
    [InlineData("213 502 388 00012", "commune:35238", "siren")]
    [InlineData("243500139", "epci:243500139", "siren")]
    [InlineData("lancrans", "former-commune:01205", "formerName")]
    [InlineData("01018", "commune:01033", "formerCode")]
    [InlineData("INSEE 35238", "commune:35238", "code")]
    [InlineData("paca", "region:93", "alias")]
    [InlineData("TAAF", "collectivite:984", "alias")]
    [InlineData("MEL", "epci:200093201", "alias")]
    [InlineData("Centre", "region:24", "alias")]
    [InlineData("35000 Beauregard", "commune:35238", "postcode")]
    public void What_is_meant_comes_first_and_says_why(string text, string id, string matchedOn)
    {
        var first = Places.FindHits(text).First();
        Assert.Equal((id, matchedOn), (Places.IdOf(first.Place), first.On.Name()));
    }

    [Theory]
    [InlineData("Alsace", "departement:67", "departement:68")]
    [InlineData("Nord-Pas-de-Calais", "departement:59", "departement:62")]
    [InlineData("haute normandie", "departement:76", "departement:27")]
    [InlineData("Picardie", "departement:60", "departement:80", "departement:02")]
    public void A_former_region_is_its_departements(string text, params string[] ids) =>
        Assert.Equal(ids, Places.Find(text, ids.Length).Select(place => place.Id));

    [Fact]
    public void Every_alias_stands_for_present_places_and_is_nobody_elses_name()
    {
        var names = Enumerable.Range(0, Places.Count).Where(place => Places.KindOf(place) is not ("former-commune" or "commune"))
            .Select(place => PlaceNames.Fold(Places[place].Name)).ToHashSet();
        Assert.All(PlaceAliases.All, alias =>
        {
            Assert.Equal(alias.Name, PlaceNames.Fold(alias.Name));
            Assert.DoesNotContain(alias.Name, names);
            Assert.All(alias.Ids.Split(' '), id => Assert.NotNull(Places.NumberOf(id)));
        });
    }

    /// <summary>20160 is the old code of Lugo-di-Nazza and the postcode of Vico and others.</summary>
    [Fact]
    public void A_present_postcode_comes_before_an_old_code()
    {
        var reasons = Places.FindHits("20160").Select(hit => hit.On).ToList();
        Assert.Contains(MatchedOn.Postcode, reasons);
        Assert.Contains(MatchedOn.FormerCode, reasons);
        Assert.True(reasons.LastIndexOf(MatchedOn.Postcode) < reasons.IndexOf(MatchedOn.FormerCode));
    }

    [Theory]
    [InlineData("Brest")]
    [InlineData("Lavau")]
    [InlineData("Saint-Maur")]
    [InlineData("lavau")]
    [InlineData("eu")]
    public void An_exact_name_is_never_corrected(string text) =>
        Assert.DoesNotContain(Places.FindHits(text), hit => hit.On is MatchedOn.Spelling);

    [Theory]
    [InlineData("xqzxqz")]
    [InlineData("aris")]
    [InlineData("ares 99")]
    public void The_first_letter_of_a_short_name_is_not_corrected(string text) =>
        Assert.DoesNotContain(Places.Find(text, 50), place => place.Name is "Paris");

    public static TheoryData<string> BadTexts =>
    [
        "", " ", new string('a', 10_000), new string('1', 10_000), "\uD800\uDC00\uD800", "00000", "99999999999999", "0", "15e",
        string.Concat(Enumerable.Repeat("saint ", 2_000)), string.Concat(Enumerable.Repeat("35000 ", 30)),
        string.Concat(Enumerable.Repeat("a-", 30)), "cedex", "cedex cedex", "mairie de", "de la", "(", "cc", "paris arrondissement",
        "'-'-'", "l'", "st st st st", "35000 35000", "é\u0301\u0301\u0301",
    ];

    [Theory]
    [MemberData(nameof(BadTexts))]
    public void Bad_texts_are_answered(string text)
    {
        _ = Places.Find("rennse", 1);
        var clock = Stopwatch.StartNew();
        _ = Places.Find(text, 20);
        _ = Places.LongestIn([.. Enumerable.Repeat(text, 100)], _ => false);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"{clock.Elapsed}: work that grows with every word takes minutes.");
    }
}
