using System.Text.Json;
using DataCatalog.Agents;
using DataCatalog.Concepts;
using DataCatalog.Datasets;
using DataCatalog.Dcat.Records;
using DataCatalog.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DataCatalog.Tests.Mapping;

/// <summary>What a dataset says of its reuse.</summary>
public sealed class ReuseTests(CatalogApp app)
{
    private const string Law = "CRPA, articles L321-1 et L322-1";
    private const string Ask = "demander au producteur";

    private static readonly DateOnly Day = new(2026, 11, 30);

    [Theory]
    [InlineData("eclairage-public-marseille-2023")]
    [InlineData("menus-cantines-rennes")]
    [InlineData("eclairage-public-syane-haute-savoie")]
    public async Task Open_data_of_a_public_body_without_a_known_licence_say_what_the_law_allows(string id)
    {
        var dataset = await app.JsonAsync($"/datasets/{id}");
        Assert.Contains(Law, Reuse(dataset), StringComparison.Ordinal);
        Assert.Contains("sauf droits de tiers", Reuse(dataset), StringComparison.Ordinal);
        Assert.Contains("L321-1", dataset.GetProperty("reuse").GetProperty("en").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Ask, dataset.GetRawText(), StringComparison.Ordinal);
        Assert.False(dataset.TryGetProperty("license", out _));
        Assert.Contains("license", dataset.GetProperty("unknown").EnumerateArray().Select(fact => fact.GetString()));
    }

    [Theory]
    [InlineData("consommation-electrique-adresse-enedis")]
    [InlineData("consommation-elec-gaz-commune-ore")]
    [InlineData("copernicus-urban-atlas")]
    [InlineData("collectes-don-sang")]
    public async Task Of_others_one_must_ask(string id)
    {
        var dataset = await app.JsonAsync($"/datasets/{id}");
        Assert.Equal("La licence n'est pas connue : demander au producteur avant de réutiliser.", Reuse(dataset));
        Assert.DoesNotContain("L321-1", dataset.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "lovac-nominatif",
        "Accès réservé à une liste d'organismes publics ou assimilés. Qui peut les obtenir : collectivités et administrations : sous"
        + " condition ; entreprises et associations : non ; particuliers : non."
        + " Demande : https://datafoncier.cerema.fr/portail-des-donnees-foncieres")]
    [InlineData(
        "grdf-adict-consommations",
        "Accès par convention, contrat ou consentement de la personne concernée. Qui peut les obtenir : collectivités et"
        + " administrations : sous condition. Demande : https://sites.grdf.fr/web/portail-api-grdf-adict")]
    public async Task Restricted_data_say_who_may_have_them_and_where_to_ask(string id, string expected) =>
        Assert.Equal(expected, Reuse(await app.JsonAsync($"/datasets/{id}")));

    [Theory]
    [InlineData(
        "qualite-eau-robinet",
        "Réutilisation sous Licence Ouverte / Open Licence version 2.0. Réutilisation libre, y compris commerciale, à condition de"
        + " mentionner la source et la date.")]
    [InlineData("panoramax-photos-rue", "La licence dépend du fichier : chaque distribution dit la sienne.")]
    [InlineData(
        "election-presidentielle-2022-tour-1",
        "La licence n'est pas connue, mais le producteur est une administration : toute personne peut réutiliser ses informations"
        + " publiques, sans les altérer et en citant la source et la date de mise à jour (CRPA, articles L321-1 et L322-1), sauf droits de"
        + " tiers ou conditions qu'il a fixées. Données personnelles : le RGPD s'applique.")]
    public async Task Other_data_say_their_licence_and_whether_they_are_personal(string id, string expected) =>
        Assert.Equal(expected, Reuse(await app.JsonAsync($"/datasets/{id}")));

    [Fact]
    public async Task Every_dataset_says_it_in_two_languages_and_only_open_ones_that_the_law_allows_it()
    {
        var datasets = await app.MembersAsync("datasets");
        Assert.All(datasets, dataset => Assert.Equal(
            ["en", "fr"], dataset.GetProperty("reuse").EnumerateObject().Select(text => text.Name).Order(StringComparer.Ordinal)));
        Assert.All(datasets.Where(dataset => Regime(dataset) is not ("open" or "open-with-account")), dataset =>
            Assert.DoesNotContain("L321-1", dataset.GetRawText(), StringComparison.Ordinal));
        Assert.All(datasets.Where(dataset => dataset.TryGetProperty("license", out _)), dataset =>
            Assert.Contains(dataset.GetProperty("license").GetProperty("label").GetString()!, Reuse(dataset), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Access_that_closes_takes_the_sentence_away_and_so_does_a_maker_who_is_no_public_body()
    {
        using var other = new CatalogApp();
        var dataset = Find(other, "menus-cantines-rennes");
        Save(other, dataset with { Creator = "enedis" });
        Assert.Contains(Ask, Reuse(await other.JsonAsync("/datasets/menus-cantines-rennes")), StringComparison.Ordinal);

        Save(other, dataset with { Access = new AccessConditions("on-request") });
        var restricted = await other.JsonAsync("/datasets/menus-cantines-rennes");
        Assert.Equal("Communication au cas par cas sur demande.", Reuse(restricted));
        Assert.DoesNotContain("L321-1", restricted.GetRawText(), StringComparison.Ordinal);

        Save(other, dataset);
        var agents = other.Services.GetRequiredService<RecordReader<Agent>>();
        Write(other, session => AgentStore.Writer.Save(session, agents.Find(dataset.Publisher)!.Record with { Kind = null }, Day));
        Assert.Contains(Ask, Reuse(await other.JsonAsync("/datasets/menus-cantines-rennes")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_default_licence_of_the_platform_is_a_fact_of_its_own()
    {
        using var other = new CatalogApp();
        Write(other, session => ConceptStore.Writer.Save(session, Portal, Day));
        var dataset = Find(other, "menus-cantines-rennes") with { Platform = "portal", LandingPage = "https://portal.example.org/menus" };
        Save(other, dataset);

        var seen = await other.JsonAsync("/datasets/menus-cantines-rennes");
        Assert.Contains(Law, Reuse(seen), StringComparison.Ordinal);
        Assert.EndsWith(
            "Par défaut, la plateforme Portail publie sous Open Data Commons Open Database License (ODbL) ;"
            + " cette licence n'a pas été vue sur la fiche.",
            Reuse(seen),
            StringComparison.Ordinal);
        Assert.False(seen.TryGetProperty("license", out _));
        Assert.Contains("license", seen.GetProperty("unknown").EnumerateArray().Select(fact => fact.GetString()));
        Assert.Contains("ODbL", seen.GetProperty("defaultLicense").GetProperty("label").GetString(), StringComparison.Ordinal);
        Assert.EndsWith("/platforms/portal", seen.GetProperty("platform").GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.All(seen.GetProperty("distribution").EnumerateArray(), distribution => Assert.DoesNotContain(
            "odbl", distribution.GetRawText(), StringComparison.OrdinalIgnoreCase));

        Save(other, dataset with { Licence = "lov2" });
        var licensed = await other.JsonAsync("/datasets/menus-cantines-rennes");
        Assert.False(licensed.TryGetProperty("defaultLicense", out _));
        Assert.DoesNotContain("Portail publie", Reuse(licensed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_that_is_needed_is_said()
    {
        using var other = new CatalogApp();
        Save(other, Find(other, "menus-cantines-rennes") with { Access = new AccessConditions("open-with-account"), Licence = "odbl" });
        var reuse = Reuse(await other.JsonAsync("/datasets/menus-cantines-rennes"));
        Assert.Contains("Open Database License", reuse, StringComparison.Ordinal);
        Assert.EndsWith("Accès libre après création d'un compte ou d'une clé.", reuse, StringComparison.Ordinal);
    }

    /// <summary>data.gouv.fr guesses a licence from the texts of dct:license and dct:rights, by name, code and address.</summary>
    [Fact]
    public async Task No_harvester_is_told_a_licence_that_is_not_known()
    {
        var licences = (await app.JsonAsync("/vocabularies/licences")).GetProperty("topConcept").EnumerateArray()
            .Select(licence => licence.GetProperty("prefLabel").GetProperty("fr").GetString()!)
            .Concat(["http", "etalab", "odbl", "creative", "licence ouverte", "cc-", "cc0", "public domain"]).ToList();
        var without = (await app.MembersAsync("datasets"))
            .Where(dataset => dataset.TryGetProperty("unknown", out var unknown)
                && unknown.EnumerateArray().Any(fact => fact.GetString() is "license"))
            .Select(dataset => dataset.GetProperty("identifier").GetString()!).ToList();
        Assert.True(without.Count > 90);
        foreach (var id in without)
        {
            var document = await Corpus.DocumentAsync(app, $"/datasets/{id}");
            Assert.DoesNotContain(document, statement => statement.Predicate == $"<{Corpus.Dct}license>");
            var rights = document
                .Where(statement => statement.Predicate == $"<{Corpus.Dct}rights>")
                .Select(statement => statement.Object).ToHashSet(StringComparer.Ordinal);
            var texts = document.Where(statement => rights.Contains(statement.Subject) && statement.Object[0] is '"');
            Assert.All(texts, text => Assert.DoesNotContain(
                licences, licence => text.Object.Contains(licence, StringComparison.OrdinalIgnoreCase)));
        }
    }

    private static Concept Portal => new()
    {
        Scheme = Schemes.Platforms,
        Code = "portal",
        Label = LanguageMap.Of("Portail", "Portal"),
        Page = "https://portal.example.org/terms",
        Platform = new Platform(["portal.example.org"], "odbl"),
    };

    private static Dataset Find(CatalogApp other, string id) => other.Services.GetRequiredService<RecordReader<Dataset>>().Find(id)!.Record;

    private static void Save(CatalogApp other, Dataset dataset) => Write(other, session => DatasetStore.Writer.Save(session, dataset, Day));

    private static void Write<T>(CatalogApp other, Func<WriteSession, T> write) =>
        other.Services.GetRequiredService<Database>().Write("test", write);

    private static string Reuse(JsonElement dataset) => dataset.GetProperty("reuse").GetProperty("fr").GetString()!;

    private static string Regime(JsonElement dataset) =>
        dataset.GetProperty("accessConditions").GetProperty("accessRegime").GetProperty("id").GetString()!.Split('/')[^1];
}
