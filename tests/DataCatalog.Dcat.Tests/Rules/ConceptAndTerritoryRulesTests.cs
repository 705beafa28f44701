using DataCatalog.Dcat.Records;

namespace DataCatalog.Dcat.Tests.Rules;

public sealed class ConceptAndTerritoryRulesTests
{
    [Theory]
    [InlineData("ENVI")]
    [InlineData("ANNUAL_2")]
    [InlineData("c_ac64a52d")]
    [InlineData("lo-2.0")]
    [InlineData("7Z")]
    public void EU_codes_and_slugs_are_codes(string code) => Assert.Empty(Validation.Of(Valid.Concept with { Code = code }));

    [Theory]
    [InlineData("")]
    [InlineData("text/csv")]
    [InlineData("a b")]
    [InlineData("été")]
    [InlineData("../x")]
    [InlineData("a-")]
    public void Other_texts_are_not(string code) =>
        Validation.Single(Validation.Of(Valid.Concept with { Code = code }), "code", "a code of at most 100");

    public static TheoryData<string, Concept> ConceptsWithOneFault => new()
    {
        { "scheme", Valid.Concept with { Scheme = "nothing" } },
        { "iri", Valid.Concept with { Iri = "not an iri" } },
        { "label.fr", Valid.Concept with { Label = LanguageMap.Of("", "Environment") } },
        { "label.en", Valid.Concept with { Label = LanguageMap.Of("Environnement") } },
        { "notation", Valid.Concept with { Scheme = "competences", Notation = "1" } },
        { "competence.banaticCodes[0]", Valid.Concept with { Competence = new Competence { BanaticCodes = ["1502"] } } },
        { "competence.roles[0].role", Holding(new HolderRole("commune", "mandatroy")) },
        { "competence.roles[1].role", Holding(new HolderRole("commune", "mandatory"), new HolderRole("EPT", "unless-transferred")) },
        { "competence.roles[0].holder", Holding(new HolderRole("SIVU", "mandatory")) },
        { "competence.roles", Holding(new HolderRole("CC", "mandatory"), new HolderRole("CC", "optional")) },
        { "competence.roles[0].minimumPopulation", Holding(new HolderRole("CC", "optional") { MinimumPopulation = 3500 }) },
        { "competence.roles[0].minimumPopulation", Holding(new HolderRole("CC", "mandatory") { MinimumPopulation = 0 }) },
        { "competence.roles[0].note.en", Holding(new HolderRole("CC", "none") { Note = LanguageMap.Of("Sauf accord.") }) },
        { "altLabels[0]", Valid.Concept with { AltLabels = [" x"] } },
        { "broader", Valid.Concept with { Broader = "nothing" } },
        { "broader", Valid.Concept with { Broader = "ENVI" } },
        { "exactMatches[0]", Valid.Concept with { ExactMatches = ["x"] } },
        { "broadMatches[0]", Valid.Concept with { BroadMatches = ["x"] } },
        { "mapsTo", Valid.Concept with { MapsTo = "PUBLIC" } },
        { "mapsTo", Valid.Concept with { MapsTo = "access-rights:SECRET" } },
        { "page", Valid.Concept with { Page = "x" } },
        { "competence.themes[0]", Valid.Concept with { Competence = new Competence { Themes = ["nothing"] } } },
        { "competence.legalReferenceStatus", Verified("CGCT L1", "sure", null) },
        { "competence.legalReferenceStatus", Verified("CGCT L1", null, null) },
        { "competence.legalReferenceStatus", Verified(null, "secondary", null) },
        { "competence.legalReferenceYear", Verified("CGCT L1", "text-read", null) },
        { "competence.legalReferenceYear", Verified("CGCT L1", "older-text", 208) },
        { "competence.legalReferenceYear", Verified("CGCT L1", "unverified", 2026) },
    };

    [Theory]
    [MemberData(nameof(ConceptsWithOneFault))]
    public void A_fault_in_a_concept_is_reported_where_it_is(string path, Concept concept) =>
        Assert.Equal(path, Assert.Single(Validation.Of(concept)).PropertyName);

    [Fact]
    public void A_concept_maps_to_an_official_one() =>
        Assert.Empty(Validation.Of(Valid.Concept with { Broader = "TRAN", MapsTo = "access-rights:PUBLIC" }));

    [Fact]
    public void A_scheme_has_an_id_a_title_and_perhaps_an_IRI()
    {
        Validation.Single(Validation.Of(Valid.Scheme with { Id = "Themes" }), "id", "lower-case");
        Validation.Single(Validation.Of(Valid.Scheme with { Title = LanguageMap.Of("", "Themes") }), "title.fr", "French");
        Validation.Single(Validation.Of(Valid.Scheme with { Iri = "themes" }), "iri", "absolute");
        Validation.Single(
            Validation.Of(Valid.Scheme with { Description = LanguageMap.Of("", "The themes of the EU") }), "description.fr", "French");
    }

    [Theory]
    [InlineData("country", "FRA", true)]
    [InlineData("country-subset", "metro", true)]
    [InlineData("country-subset", "drom", true)]
    [InlineData("country-subset", "metro-drom", true)]
    [InlineData("country-subset", "com", true)]
    [InlineData("country-subset", "dromcom", false)]
    [InlineData("country-subset", "METRO", false)]
    [InlineData("region", "53", true)]
    [InlineData("departement", "2A", true)]
    [InlineData("departement", "971", true)]
    [InlineData("epci", "243500139", true)]
    [InlineData("commune", "2A004", true)]
    [InlineData("commune", "3523", false)]
    [InlineData("commune", "35238/", false)]
    [InlineData("departement", "2C", false)]
    [InlineData("country", "fra", false)]
    public void A_territory_has_the_code_of_its_kind(string kind, string code, bool valid) =>
        Assert.Equal(valid, Validation.Of(Valid.Territory with { Kind = kind, Code = code }).Count == 0);

    public static TheoryData<string, Territory> TerritoriesWithOneFault => new()
    {
        { "name", Valid.Territory with { Name = "" } },
        { "population", Valid.Territory with { Population = -1 } },
        { "postcodes[0]", Valid.Territory with { Postcodes = ["3500"] } },
        { "parents[0]", Valid.Territory with { Parents = ["departement:99"] } },
        { "parents[0]", Valid.Territory with { Parents = ["commune:35238"] } },
        { "parents[1]", Valid.Territory with { Parents = ["departement:35", "departement:35"] } },
        { "box.west", Valid.Territory with { Box = new BoundingBox(-181, 0, 1, 1) } },
        { "box.north", Valid.Territory with { Box = new BoundingBox(0, 0, 1, 91) } },
        { "box.east", Valid.Territory with { Box = new BoundingBox(1, 0, 0, 1) } },
        { "box.north", Valid.Territory with { Box = new BoundingBox(0, 1, 1, 0) } },
        { "point.longitude", Valid.Territory with { Point = new Point(181, 0) } },
        { "point.latitude", Valid.Territory with { Point = new Point(0, -91) } },
        { "exactMatches[0]", Valid.Territory with { ExactMatches = ["x"] } },
        { "formerStatus", Valid.Territory with { FormerStatus = "deleguee" } },
        { "legalForm", Valid.Territory with { LegalForm = "CC" } },
        { "legalForm", Valid.Territory with { Kind = "epci", Code = "243500139", LegalForm = "SIVU", FormerCodes = [] } },
        { "formerStatus", Valid.Territory with { Kind = "former-commune", Code = "35239", Parents = ["commune:35238"] } },
        {
            "parents",
            Valid.Territory with { Kind = "former-commune", Code = "35239", Parents = ["departement:35"], FormerStatus = "deleguee" }
        },
        { "formerCodes[0]", Valid.Territory with { FormerCodes = ["x"] } },
    };

    [Theory]
    [MemberData(nameof(TerritoriesWithOneFault))]
    public void A_fault_in_a_territory_is_reported_where_it_is(string path, Territory territory) =>
        Assert.Equal(path, Assert.Single(Validation.Of(territory)).PropertyName);

    [Fact]
    public void A_territory_that_says_everything_is_valid() =>
        Assert.Empty(Validation.Of(Valid.Territory with
        {
            Population = 0,
            Siren = "213502388",
            Postcodes = ["35000", "35200"],
            Parents = ["departement:35"],
            Box = new BoundingBox(-1.75m, 48.07m, -1.62m, 48.15m),
            Point = new Point(-1.68m, 48.11m),
            ExactMatches = ["http://id.insee.fr/geo/commune/35238"],
            FormerCodes = ["35239"],
        }));

    private static Concept Holding(params HolderRole[] roles) => Valid.Concept with { Competence = new Competence { Roles = roles } };

    private static Concept Verified(string? articles, string? status, int? year) => Valid.Concept with
    {
        Competence = new Competence { LegalReference = articles, LegalReferenceStatus = status, LegalReferenceYear = year },
    };
}
