using System.Text.Json;
using DataCatalog.Datasets;
using DataCatalog.Dcat.Records;
using DataCatalog.LegalRules;
using DataCatalog.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DataCatalog.Tests.Obligations;

/// <summary>What the catalogue sees of a rule: evidence only, and it is said whose it is.</summary>
public sealed class SightingTests(CatalogApp app)
{
    private static readonly DateOnly Day = new(2026, 11, 29);

    [Fact]
    public async Task A_national_dataset_shows_a_duty_and_never_does_it()
    {
        var duty = await app.DutyAsync("bal-adresses", "commune:35238");

        Assert.Equal(("yes", "shown-nationally"), (duty.Text("applies"), duty.Text("seen")));
        Assert.Equal(["base-adresse-nationale"], Names(duty, "shownBy"));
        Assert.False(duty.TryGetProperty("answeredBy", out _));
        Assert.Equal("https://adresse.data.gouv.fr/commune/35238", duty.Text("checkUrl"));
    }

    [Theory]
    [InlineData("commune:35238")]
    [InlineData("epci:243500139")]
    [InlineData("departement:93")]
    public async Task Nothing_is_published_without_a_link_to_it(string territory)
    {
        foreach (var duty in (await app.JsonAsync($"/territories/{territory}/mapping")).Items("duty"))
        {
            var answers = Names(duty, "answeredBy").Concat(Names(duty, "answeredByHolder")).ToList();
            Assert.Equal(duty.Text("seen") is "published", answers.Count > 0);
            Assert.Equal(duty.TryGetProperty("answeredByHolder", out _), duty.TryGetProperty("heldBy", out _));
            Assert.True(duty.Text("seen") is not "shown-nationally" || Names(duty, "shownBy").Any());
            Assert.True(duty.Text("seen") is not "nothing-seen" || !Names(duty, "shownBy").Any());
        }
    }

    [Fact]
    public async Task Own_data_with_the_schema_of_the_rule_are_published_data_of_the_place()
    {
        await using var other = new CatalogApp();
        Add(other, "adresses-rennes", dataset => dataset with { ConformsTo = ["etalab-schema-bal"] });
        var duty = await other.DutyAsync("bal-adresses", "commune:35238");

        Assert.Equal("published", duty.Text("seen"));
        Assert.Equal(["adresses-rennes"], Names(duty, "answeredBy"));
        Assert.Equal(["base-adresse-nationale"], Names(duty, "shownBy"));
        Assert.False(duty.TryGetProperty("answeredByHolder", out _));
        Assert.Equal("shown-nationally", (await other.DutyAsync("bal-adresses", "commune:01001")).Text("seen"));
    }

    [Fact]
    public async Task Data_that_a_rule_names_are_evidence_without_a_schema()
    {
        await using var other = new CatalogApp();
        Add(other, "seances-rennes", dataset => dataset);
        Assert.Equal("nothing-seen", (await other.DutyAsync("liste-deliberations", "commune:35238")).Text("seen"));
        var rule = other.Services.GetRequiredService<RecordReader<LegalRule>>().Find("liste-deliberations")!.Record;
        other.Services.GetRequiredService<Database>().Write("test", session =>
            RuleStore.Writer.Save(session, rule with { ShownBy = ["seances-rennes"] }, Day));

        var duty = await other.DutyAsync("liste-deliberations", "commune:35238");

        Assert.Equal("published", duty.Text("seen"));
        Assert.Equal(["seances-rennes"], Names(duty, "answeredBy"));
    }

    [Fact]
    public async Task Data_are_own_by_their_publisher_too()
    {
        await using var other = new CatalogApp();
        Add(other, "adresses-nantes", dataset => dataset with
        {
            Publisher = "ville-de-nantes",
            Territories = ["departement:44"],
            ConformsTo = ["etalab-schema-bal"],
        });

        Assert.Equal("published", (await other.DutyAsync("bal-adresses", "commune:44109")).Text("seen"));
        Assert.Equal("shown-nationally", (await other.DutyAsync("bal-adresses", "commune:35238")).Text("seen"));
    }

    [Fact]
    public async Task The_same_competence_proves_nothing()
    {
        await using var other = new CatalogApp();
        Add(other, "lieux-dits-rennes", dataset => dataset with { Competences = ["adressage", "ressources-humaines"] });

        Assert.Equal("shown-nationally", (await other.DutyAsync("bal-adresses", "commune:35238")).Text("seen"));
        Assert.Equal("nothing-seen", (await other.DutyAsync("hautes-remunerations", "commune:35238")).Text("seen"));
    }

    [Theory]
    [InlineData("rennes-metropole", "epci:243500139")]
    [InlineData("rennes-metropole", "departement:35")]
    [InlineData("insee", "epci:243500139")]
    public async Task Data_of_the_body_that_holds_the_competence_answer_and_it_is_said_that_they_are_its_own(
        string publisher, string territory)
    {
        await using var other = new CatalogApp();
        Add(other, "trottoirs", dataset => dataset with
        {
            Publisher = publisher,
            Territories = [territory],
            ConformsTo = ["cnig-accessibilite-voirie"],
        });
        var duty = await other.DutyAsync("accessibilite-voirie", "commune:35238");

        Assert.Equal("published", duty.Text("seen"));
        Assert.Equal(["trottoirs"], Names(duty, "answeredByHolder"));
        Assert.EndsWith("/territories/epci:243500139", IdOf(duty.GetProperty("heldBy")), StringComparison.Ordinal);
        Assert.False(duty.TryGetProperty("answeredBy", out _));
        var own = await other.DutyAsync("accessibilite-voirie", "epci:243500139");
        Assert.Equal("published", own.Text("seen"));
        Assert.Equal(["trottoirs"], Names(own, "answeredBy"));
    }

    [Fact]
    public async Task Data_of_the_grouping_answer_no_rule_that_binds_each_authority_for_itself()
    {
        await using var other = new CatalogApp();
        Add(other, "achats-metropole", dataset => dataset with
        {
            Publisher = "rennes-metropole",
            Territories = ["epci:243500139"],
            ConformsTo = ["datagouv-schema-declaration-biens-reemploi"],
        });

        var duty = await other.DutyAsync("agec-reemploi-recycle", "commune:35238");

        Assert.Equal("yes", duty.Text("applies"));
        Assert.NotEqual("published", duty.Text("seen"));
        Assert.False(duty.TryGetProperty("answeredByHolder", out _));
    }

    [Fact]
    public async Task Data_of_a_body_that_does_not_hold_the_competence_answer_nothing()
    {
        await using var other = new CatalogApp();
        Add(other, "remunerations-metropole", dataset => dataset with
        {
            Territories = ["epci:243500139"],
            ConformsTo = ["etalab-schema-hautes-remunerations"],
        });

        var duty = await other.DutyAsync("hautes-remunerations", "commune:35238");

        Assert.Equal("nothing-seen", duty.Text("seen"));
        Assert.False(duty.TryGetProperty("heldBy", out _));
        Assert.Equal("published", (await other.DutyAsync("hautes-remunerations", "epci:243500139")).Text("seen"));
    }

    [Fact]
    public async Task What_a_neighbour_publishes_is_an_example_and_the_nearest_in_population_is_shown()
    {
        await using var other = new CatalogApp();
        AddPay(other, "commune:44109");
        AddPay(other, "commune:13055");
        var duty = await other.DutyAsync("hautes-remunerations", "commune:35238");

        Assert.Equal("nothing-seen", duty.Text("seen"));
        var example = duty.GetProperty("example");
        Assert.Equal($"{CatalogApp.BaseUrl}/datasets/remunerations-44109", example.Text("primaryTopic"));
        Assert.EndsWith("commune:44109", IdOf(example.GetProperty("byTerritory")), StringComparison.Ordinal);
        Assert.EndsWith(
            "commune:13055",
            IdOf((await other.DutyAsync("hautes-remunerations", "commune:75056")).GetProperty("example").GetProperty("byTerritory")),
            StringComparison.Ordinal);
        Assert.False((await other.DutyAsync("hautes-remunerations", "epci:243500139")).TryGetProperty("example", out _));

        static void AddPay(CatalogApp other, string commune) =>
            Add(other, $"remunerations-{commune.Split(':')[1]}", dataset => dataset with
            {
                Publisher = "nantes-metropole",
                Territories = [commune],
                ConformsTo = ["etalab-schema-hautes-remunerations"],
            });
    }

    [Fact]
    public async Task More_published_never_lowers_anything()
    {
        await using var other = new CatalogApp();
        string[] territories = ["commune:35238", "commune:44109", "epci:243500139", "departement:93"];
        var before = await AllAsync(other, territories);
        Add(other, "adresses-rennes", dataset => dataset with { ConformsTo = ["etalab-schema-bal"] });
        Add(other, "pistes-rennes-metropole", dataset => dataset with
        {
            Territories = ["epci:243500139"],
            ConformsTo = ["etalab-schema-amenagements-cyclables"],
        });
        Add(other, "bornes-de-tous", dataset => dataset with
        {
            Publisher = "insee",
            Territories = ["country:FRA"],
            Relation = "useful-to",
            ConformsTo = ["etalab-schema-irve-statique"],
        });
        var after = await AllAsync(other, territories);

        Assert.Equal(before.Keys, after.Keys);
        Assert.All(before, duty => Assert.Equal(duty.Value.Applies, after[duty.Key].Applies));
        Assert.All(before, duty => Assert.True(Rank(duty.Value.Seen) <= Rank(after[duty.Key].Seen), duty.Key));
        Assert.Contains(before, duty => Rank(duty.Value.Seen) < Rank(after[duty.Key].Seen));

        static int Rank(string seen) => Array.IndexOf(["nothing-seen", "shown-nationally", "published"], seen);
    }

    private static async Task<Dictionary<string, (string Applies, string Seen)>> AllAsync(CatalogApp app, string[] territories)
    {
        var all = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        foreach (var territory in territories)
        {
            foreach (var rule in await app.RulesAsync($"territory={territory}"))
            {
                var duty = Assert.Single(rule.Items("duty"));
                all.Add($"{territory} {rule.Text("identifier")}", (duty.Text("applies"), duty.Text("seen")));
            }
        }

        return all.OrderBy(duty => duty.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>Adds a dataset of Rennes Métropole about Rennes.</summary>
    private static void Add(CatalogApp other, string id, Func<Dataset, Dataset> change)
    {
        var dataset = other.Services.GetRequiredService<RecordReader<Dataset>>().Find("prenoms-rennes")!.Record with
        {
            Id = id,
            Distributions = [],
            OtherIdentifiers = [],
            ConformsTo = [],
        };
        other.Services.GetRequiredService<Database>().Write("test", session => DatasetStore.Writer.Save(session, change(dataset), Day));
    }

    private static IEnumerable<string> Names(JsonElement duty, string key) =>
        duty.Items(key).Select(dataset => dataset.Text("identifier"));

    private static string IdOf(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.String => node.GetString()!,
        JsonValueKind.Array => IdOf(node[0]),
        _ => node.Text("id"),
    };
}
