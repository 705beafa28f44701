using DataCatalog.Dcat.Records;
using DataCatalog.Obligations.Judging;
using DataCatalog.Seeding.Reading;
using DataCatalog.Territories.Holders;
using DataCatalog.Tests.Territories;

namespace DataCatalog.Tests.Obligations;

/// <summary>
/// Who holds which competence, in the seed. The answers for water, waste, streets and local plans are those of the oracle of duties
/// (<c>Oracle/duties.csv</c>), which was written from the texts.
/// </summary>
public sealed class CompetenceHoldingTests
{
    private static readonly Dictionary<string, Concept> Competences =
        SeedReader.Read(Repository.PathOf("seed-data"), TimeProvider.System).Content.Concepts
            .Where(concept => concept.Scheme is Schemes.Competences)
            .ToDictionary(concept => concept.Code, StringComparer.Ordinal);

    [Theory]
    [InlineData("commune:02033", "Varies", "Elsewhere", "Varies", "Varies")] // Aubigny-en-Laonnois, in a CC
    [InlineData("commune:01001", "Varies", "Elsewhere", "Varies", "Varies")]
    [InlineData("commune:07064", "Varies", "Elsewhere", "Varies", "Varies")]
    [InlineData("commune:44051", "Varies", "Elsewhere", "Varies", "Varies")]
    [InlineData("commune:35238", "Elsewhere", "Elsewhere", "Elsewhere", "Elsewhere")] // Rennes, in a métropole
    [InlineData("commune:75056", "Held", "Held", "Held", "Held")] // Paris, in no EPT
    [InlineData("commune:13055", "Elsewhere", "Elsewhere", "Varies", "Elsewhere")] // Marseille: streets stayed with the communes
    [InlineData("commune:97416", "Elsewhere", "Elsewhere", "Varies", "Varies")] // Saint-Pierre, in a CA
    [InlineData("commune:98818", "Unknown", "Unknown", "Unknown", "Unknown")] // Nouméa
    [InlineData("epci:240200592", "Varies", "Held", "Varies", "Varies")] // a CC
    [InlineData("epci:243500139", "Held", "Held", "Held", "Held")] // Rennes Métropole
    [InlineData("arrondissement-municipal:75115", "Unknown", "Unknown", "Unknown", "Unknown")]
    [InlineData("departement:35", "Unknown", "Unknown", "Unknown", "Unknown")]
    [InlineData("region:53", "Unknown", "Unknown", "Unknown", "Unknown")]
    [InlineData("commune:93066", "Elsewhere", "Elsewhere", "Varies", "Elsewhere")] // Saint-Denis, in an EPT
    [InlineData("ept:200057867", "Held", "Held", "Varies", "Held")]
    [InlineData("epci:200054781", "Elsewhere", "Elsewhere", "Elsewhere", "Elsewhere")] // Métropole du Grand Paris
    [InlineData("epci:200046977", "Held", "Held", "Held", "Held")] // Métropole de Lyon
    [InlineData("commune:69123", "Elsewhere", "Elsewhere", "Elsewhere", "Elsewhere")] // Lyon
    [InlineData("commune:85113", "Held", "Held", "Held", "Held")] // L'Île-d'Yeu, in no EPCI
    public void Water_waste_streets_and_plans_are_held_as_the_law_says(
        string territory, string water, string waste, string streets, string plans) =>
        Assert.Equal(
            (water, waste, streets, plans),
            (Holding("eau-potable", territory), Holding("dechets", territory), Holding("voirie", territory),
                Holding("documents-urbanisme", territory)));

    [Theory]
    [InlineData("deliberations", "commune:35238", "Held")]
    [InlineData("elections", "epci:243500139", "Elsewhere")]
    [InlineData("police-municipale", "commune:35238", "Held")]
    [InlineData("gemapi", "commune:75056", "Elsewhere")]
    [InlineData("gemapi", "commune:93066", "Elsewhere")]
    [InlineData("gemapi", "epci:200054781", "Held")]
    [InlineData("climat-air", "epci:240200592", "Varies")] // 5,501 inhabitants: below the threshold
    [InlineData("climat-air", "epci:243500139", "Held")]
    [InlineData("action-sociale", "commune:01001", "Varies")] // 860 inhabitants
    [InlineData("action-sociale", "commune:07064", "Held")]
    [InlineData("transports-mobilite", "commune:35238", "Varies")] // it may go on with its services of 2021
    [InlineData("transports-mobilite", "commune:75056", "Varies")]
    [InlineData("concessions-dsp", "commune:35238", "Varies")]
    [InlineData("defense-incendie", "commune:13055", "Held")] // CGCT L5218-2: not with Aix-Marseille-Provence
    [InlineData("defense-incendie", "commune:35238", "Elsewhere")]
    public void A_role_decides_with_the_population_and_the_groupings(string competence, string territory, string expected) =>
        Assert.Equal(expected, Holding(competence, territory));

    [Fact]
    public void A_threshold_is_not_met_by_an_unknown_population()
    {
        var commune = new Holder("commune", null, null, null, IsUnderOwnLaw: false);

        Assert.Equal(CompetenceHolding.Varies, CompetenceHoldings.Of(Competences["action-sociale"], commune));
        Assert.Equal(CompetenceHolding.Held, CompetenceHoldings.Of(Competences["action-sociale"], commune with { Population = 1500 }));
    }

    [Fact]
    public void A_grouping_of_an_unknown_kind_leaves_the_commune_unknown()
    {
        var grouping = new Holder("epci", null, 10_000, null, IsUnderOwnLaw: false);

        Assert.Equal(
            CompetenceHolding.Unknown,
            CompetenceHoldings.Of(Competences["voirie"], new Holder("commune", null, 100, grouping, IsUnderOwnLaw: false)));
    }

    [Fact]
    public void Each_competence_says_how_communes_and_each_kind_of_EPCI_hold_it() =>
        Assert.All(
            Competences.Values.Where(competence => competence.Broader is not null),
            competence => Assert.Equal(
                ["commune", "CC", "CA", "CU", "METRO", "METLYON", "AMP"],
                competence.Competence!.Roles.Select(role => role.Holder).Where(holder => holder is not ("MGP" or "EPT"))));

    [Theory]
    [InlineData("voirie", "commune:35238", "La métropole l'exerce à la place de la commune.")]
    [InlineData("voirie", "commune:97416", "La commune l'exerce, sauf transfert à la communauté d'agglomération.")]
    [InlineData("voirie", "commune:02033", "La commune l'exerce, sauf transfert à la communauté de communes.")]
    [InlineData("voirie", "commune:75056", "La commune l'exerce.")]
    [InlineData("voirie", "epci:243500139", "La métropole l'exerce.")]
    [InlineData("gemapi", "commune:93066", "La Métropole du Grand Paris l'exerce à la place de la commune.")]
    [InlineData("police-municipale", "commune:35238", "Le maire l'exerce, par son pouvoir de police.")]
    [InlineData("elections", "epci:243500139", "La métropole ne l'exerce pas : les communes l'exercent.")]
    [InlineData("climat-air", "epci:240200592",
        "La communauté de communes l'exerce si elle le décide ; la loi l'y oblige à partir de 20\u202f001 habitants.")]
    [InlineData("voirie", "commune:98818", "Ce catalogue ne dit pas qui l'exerce habituellement à cet échelon.")]
    public void Who_holds_it_is_said_in_a_sentence(string competence, string territory, string expected) =>
        Assert.Equal(expected, HolderWords.Of(Competences[competence], Of(territory))["fr"]);

    private static string Holding(string competence, string territory) =>
        CompetenceHoldings.Of(Competences[competence], Of(territory)).ToString();

    private static Holder Of(string territory) =>
        Holder.Of(WholeTerritories.Places, WholeTerritories.Places.NumberOf(territory)!.Value);
}
