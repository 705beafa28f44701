using System.Text.Json;
using DataCatalog.Dcat.Mapping;
using DataCatalog.Dcat.Records;
using DataCatalog.Seeding.Reading;
using DataCatalog.Territories.Links;
using DataCatalog.Tests.Search;

namespace DataCatalog.Tests.Territories;

/// <summary>The addresses of the data of one territory, on the distributions in the answer about it.</summary>
public sealed class ReadyLinkTests(CatalogApp app)
{
    private const string Cadastre = "https://cadastre.data.gouv.fr/data/etalab-cadastre/latest/geojson/communes/";

    private static readonly Dictionary<string, Concept> Competences =
        SeedReader.Read(Repository.PathOf("seed-data"), TimeProvider.System).Content.Concepts
            .Where(concept => concept.Scheme is Schemes.Competences)
            .ToDictionary(concept => concept.Code, StringComparer.Ordinal);

    private static readonly AddressTemplate OfCommune = new("https://example.org/{insee}") { Levels = ["commune"] };

    private static readonly AddressTemplate OfPlans = new("https://example.org/DU_{insee}")
    {
        Levels = ["commune"],
        Competence = "documents-urbanisme",
    };

    private static readonly AddressTemplate OfCommonPlans = new("https://example.org/DU_{siren}")
    {
        Levels = ["epci", "ept"],
        Competence = "documents-urbanisme",
    };

    [Theory]
    [InlineData("commune:75056", 20, "75101", "75120")]
    [InlineData("commune:69123", 9, "69381", "69389")]
    [InlineData("commune:13055", 16, "13201", "13216")]
    [InlineData("arrondissement-municipal:75115", 1, "75115", "75115")]
    [InlineData("commune:35238", 1, "35238", "35238")]
    public async Task The_cadastre_has_the_arrondissements_of_three_cities_and_the_other_communes(
        string territory, int count, string first, string last)
    {
        var links = (await DistributionAsync($"/territories/{territory}/datasets", "cadastre-etalab-1")).GetProperty("readyLinks");
        var kind = count > 1 || territory[0] == 'a' ? "arrondissement-municipal" : "commune";
        Assert.Equal(count, links.GetArrayLength());
        foreach (var (link, code) in new[] { (links[0], first), (links[count - 1], last) })
        {
            Assert.Equal($"{Cadastre}{code[..2]}/{code}/cadastre-{code}-parcelles.json.gz", link.GetProperty("url").GetString());
            Assert.Equal($"{CatalogApp.BaseUrl}/territories/{kind}:{code}", link.GetProperty("territory").GetString());
            Assert.NotEmpty(link.GetProperty("name").GetProperty("fr").GetString()!);
            Assert.False(link.TryGetProperty("limit", out _) || link.TryGetProperty("onlyIf", out _));
        }
    }

    [Theory]
    [InlineData("epci:243500139", "cadastre-etalab-1")]
    [InlineData("departement:35", "cadastre-etalab-1")]
    [InlineData("region:53", "base-adresse-nationale-1")]
    [InlineData("country-subset:metro", "base-adresse-nationale-1")]
    [InlineData("commune:35238", "geoportail-urbanisme-documents-2")]
    public async Task No_link_is_for_a_smaller_territory_or_for_who_does_not_hold_the_competence(string territory, string distribution) =>
        Assert.False((await DistributionAsync($"/territories/{territory}/datasets", distribution)).TryGetProperty("readyLinks", out _));

    [Theory]
    [InlineData("/territories/commune:35238/datasets", "base-adresse-nationale-1", "departement:35", "Ille-et-Vilaine")]
    [InlineData("/territories/epci:243500139/datasets", "base-adresse-nationale-1", "departement:35", "Ille-et-Vilaine")]
    [InlineData("/territories/commune:35238/datasets", "geoportail-urbanisme-documents-3", "epci:243500139", "Rennes Métropole")]
    [InlineData("/datasets?territory=commune:35238", "ades-piezometrie-niveau-nappes-1", "commune:35238", "Rennes")]
    public async Task A_link_of_a_territory_around_says_which(string list, string distribution, string territory, string name)
    {
        var link = (await DistributionAsync(list, distribution)).GetProperty("readyLinks").EnumerateArray().Single();
        Assert.Equal($"{CatalogApp.BaseUrl}/territories/{territory}", link.GetProperty("territory").GetString());
        Assert.Equal(name, link.GetProperty("name").GetProperty("fr").GetString());
        Assert.DoesNotContain('{', link.GetProperty("url").GetString()!);
    }

    [Fact]
    public async Task Where_several_territories_or_none_are_asked_for_there_are_no_links()
    {
        foreach (var list in new[] { "/datasets?q=cadastre", "/datasets?territory=commune:35238&territory=commune:75056" })
        {
            Assert.False((await DistributionAsync(list, "cadastre-etalab-1")).TryGetProperty("readyLinks", out _));
        }
    }

    [Fact]
    public async Task A_summary_has_the_links_in_its_match_with_what_is_there()
    {
        var page = await app.JsonAsync("/territories/commune:35238/datasets.json?q=cadastre+etalab&view=summary&pageSize=100");
        var match = page.GetProperty("member").EnumerateArray()
            .Single(one => one.GetProperty("identifier").GetString() is "cadastre-etalab").GetProperty("match");
        Assert.Contains(
            match.GetProperty("readyLinks").EnumerateArray(),
            link => link.GetProperty("title").GetProperty("fr").GetString() is "Fichiers par commune et par département");
    }

    [Fact]
    public async Task The_answer_of_a_territory_only_adds_to_what_the_dataset_says()
    {
        var own = await LinesAsync("/datasets/cadastre-etalab.nt");
        var inAnswer = await LinesAsync("/territories/commune:35238/datasets.nt?q=cadastre+etalab&pageSize=100");
        var about = $"<{CatalogApp.BaseUrl}/distributions/cadastre-etalab-1> ";
        var added = inAnswer.Where(line => line.StartsWith(about, StringComparison.Ordinal)).Except(own).ToList();
        Assert.Equal(
            [
                $"{about}<{CatalogApp.BaseUrl}/vocab#readyLinks> "
                + $"<{CatalogApp.BaseUrl}/territories/commune:35238/datasets?q=cadastre%20etalab"
                + "#link-cadastre-etalab-1-commune:35238> .",
            ],
            added);
        Assert.Empty(own.Where(line => line.StartsWith(about, StringComparison.Ordinal)).Except(inAnswer));
    }

    [Theory]
    [InlineData("commune:35238", "")] // Rennes, in a métropole
    [InlineData("commune:75056", "https://example.org/DU_75056")] // Paris, in no EPT
    [InlineData("commune:93066", "")] // Saint-Denis, in an EPT
    [InlineData("commune:01001", "https://example.org/DU_01001?")] // in a CC, which may hold it
    public void A_commune_fills_the_address_of_its_plan_while_it_may_hold_the_competence(string territory, string expected) =>
        Assert.Equal(expected, Shown(OfPlans, territory));

    [Theory]
    [InlineData("commune:35238", "https://example.org/DU_243500139")]
    [InlineData("epci:243500139", "https://example.org/DU_243500139")]
    [InlineData("commune:75056", "")]
    [InlineData("commune:93066", "https://example.org/DU_200057867")]
    [InlineData("ept:200057867", "https://example.org/DU_200057867")]
    [InlineData("commune:01001", "https://example.org/DU_200069193?")]
    public void And_so_does_its_grouping(string territory, string expected) => Assert.Equal(expected, Shown(OfCommonPlans, territory));

    [Fact]
    public void What_is_not_known_is_said()
    {
        var link = Assert.Single(Of(OfPlans with { Limit = 10 }, "commune:01001"));
        Assert.Equal(10, link.Limit);
        Assert.Equal(
            "seulement si L'Abergement-Clémenciat exerce la compétence « Documents d'urbanisme », ce que ce catalogue ne sait pas",
            link.Condition!["fr"]);
        Assert.Equal(
            "only if L'Abergement-Clémenciat holds the competence 'Land-use plans', which this catalogue does not know",
            link.Condition["en"]);
    }

    [Theory]
    [InlineData("commune", "former-commune:01018", "https://example.org/01033")]
    [InlineData("commune|former-commune", "former-commune:01018", "https://example.org/01018")]
    [InlineData("commune|former-commune", "commune:01033", "https://example.org/01033")]
    [InlineData("former-commune", "commune:01033", "")]
    [InlineData("commune", "arrondissement-municipal:75115", "https://example.org/75056")]
    [InlineData("commune|arrondissement-municipal", "arrondissement-municipal:75115", "https://example.org/75115")]
    [InlineData("commune|arrondissement-municipal", "commune:75056", "https://example.org/75056")]
    public void The_nearest_of_a_commune_and_its_parts_fills_the_address(string levels, string territory, string expected) =>
        Assert.Equal(expected, Shown(OfCommune with { Levels = levels.Split('|') }, territory));

    [Fact]
    public void An_excepted_territory_has_no_link_and_one_around_it_excepts_all_within()
    {
        Assert.Empty(Of(OfCommune with { Except = ["commune:35238"] }, "commune:35238"));
        Assert.Empty(Of(OfCommune with { Except = ["departement:35"] }, "commune:35238"));
        Assert.Single(Of(OfCommune with { Except = ["departement:56"] }, "commune:35238"));
        var parts = OfCommune with { Levels = ["commune", "arrondissement-municipal"] };
        Assert.Empty(Of(parts with { Except = ["departement:75"] }, "commune:75056"));
        Assert.Equal(
            19, Of(parts with { Except = ["commune:75056", "arrondissement-municipal:75115"] }, "commune:75056").Count);
        Assert.Empty(Of(parts with { Except = ["commune:75056", "arrondissement-municipal:75115"] }, "arrondissement-municipal:75115"));
    }

    [Theory]
    [InlineData("{departement}", "departement|collectivite", "collectivite:988", "https://example.org/988")]
    [InlineData("{departement}", "departement|collectivite", "commune:98818", "https://example.org/988")]
    [InlineData("{departement}", "departement", "commune:98818", "")]
    [InlineData("{region}", "region", "commune:35238", "https://example.org/53")]
    [InlineData("{siren}", "commune|epci|ept", "commune:35238", "https://example.org/213502388 https://example.org/243500139")]
    public void A_level_gives_the_code_of_the_territory_of_its_kind(string variable, string levels, string territory, string expected) =>
        Assert.Equal(expected, Shown(new AddressTemplate($"https://example.org/{variable}") { Levels = levels.Split('|') }, territory));

    /// <summary>Shows the links; a question mark follows those of which it is not known whether they hold.</summary>
    private static string Shown(AddressTemplate template, string territory) =>
        string.Join(' ', Of(template, territory).Select(link => link.Url + (link.Condition is null ? "" : "?")));

    private static IReadOnlyList<ReadyLink> Of(AddressTemplate template, string territory)
    {
        var places = WholeTerritories.Places;
        return new TerritoryLinks(places, places.NumberOf(territory)!.Value, Competences.GetValueOrDefault).Of(new Distribution
        {
            Id = "water-1",
            Title = LanguageMap.Of("Fichier CSV"),
            AccessUrl = "https://example.org/water",
            Template = template,
        });
    }

    private async Task<JsonElement> DistributionAsync(string list, string id)
    {
        for (var next = $"{list}{(list.Contains('?', StringComparison.Ordinal) ? '&' : '?')}pageSize=100"; next is not null;)
        {
            var page = await app.JsonAsync(next);
            var found = page.GetProperty("member").EnumerateArray()
                .Where(dataset => dataset.TryGetProperty("distribution", out _))
                .SelectMany(dataset => dataset.GetProperty("distribution").EnumerateArray())
                .Where(one => one.GetProperty("id").GetString()!.EndsWith($"/{id}", StringComparison.Ordinal));
            foreach (var one in found)
            {
                return one;
            }

            next = page.LinkTo("next");
        }

        throw new InvalidOperationException($"{id} is not in {list}.");
    }

    private async Task<IReadOnlyList<string>> LinesAsync(string address)
    {
        using var response = await app.GetAsync(address);
        return (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n');
    }
}
