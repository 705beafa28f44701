using System.Text.Json;
using DataCatalog.Datasets;
using DataCatalog.Dcat.Records;
using DataCatalog.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DataCatalog.Tests.Search;

/// <summary>What the words of a question weigh: carriers, compounds, synonyms, and those that no dataset has.</summary>
public sealed class WordsTests(CatalogApp app)
{
    private static readonly DateOnly Day = new(2026, 11, 24);

    [Theory]
    [InlineData("données cantine", "cantine ")]
    [InlineData("jeu de données cantine", "cantine ")]
    [InlineData("jeux de données des arbres", "arbres")]
    [InlineData("liste des arbres", "arbres")]
    [InlineData("fichier csv des arbres", "arbres")]
    [InlineData("télécharger la carte du bruit", "bruit")]
    [InlineData("open data bruit", "bruit")]
    [InlineData("open-data bruit", "bruit")]
    [InlineData("API bruit", "bruit")]
    [InlineData("base de données au format GeoJSON du bruit", "bruit")]
    public async Task Words_that_are_true_of_every_dataset_weigh_nothing(string question, string other)
    {
        Assert.NotEmpty(app.Find(other));
        Assert.Equal(app.Find(other), app.Find(question));
        var page = await app.JsonAsync($"/datasets?q={Uri.EscapeDataString(question)}");
        Assert.False(page.TryGetProperty("isRelaxed", out _));
    }

    [Theory]
    [InlineData("données")]
    [InlineData("liste")]
    [InlineData("carte")]
    [InlineData("comment télécharger des données")]
    public void Words_that_are_true_of_every_dataset_are_looked_for_where_there_is_no_other(string question) =>
        Assert.NotEmpty(app.Find(question));

    [Theory]
    [InlineData("carte scolaire", "carte-scolaire-colleges")]
    [InlineData("base adresse nationale", "base-adresse-nationale")]
    [InlineData("\"liste des gares\"", "liste-des-gares-sncf")]
    public void They_count_in_phrases_and_in_terms_with_synonyms(string question, string expected) =>
        Assert.Equal(expected, app.Find(question)[0]);

    [Fact]
    public void A_game_is_a_subject() => Assert.NotEqual(app.Find("aire"), app.Find("aire de jeux"));

    [Fact]
    public void A_function_word_is_no_acronym()
    {
        Assert.Empty(app.Find("plus"));
        Assert.Empty(app.Find("environ "));
        Assert.NotEmpty(app.Find("PLU"));
        Assert.Equal(app.Find("écoles"), app.Find("plus écoles"));
        Assert.DoesNotContain("sudocuh-etat-documents-urbanisme", app.Find("pluie"));
    }

    [Theory]
    [InlineData("zzz-eau")]
    [InlineData("eau-zzz")]
    [InlineData("zzz_eau")]
    [InlineData("zzz-eau-potable")]
    public void All_parts_of_a_compound_are_looked_for(string question) => Assert.Empty(app.Find(question));

    [Fact]
    public async Task Compounds_are_found_whole_and_in_parts()
    {
        await using var changing = new CatalogApp();
        Entitle(changing, "arbres-rennes", "Bornes wi-fi, flux GTFS-RT, zyx PLU-i");
        Entitle(changing, "arbres-paris", "Bornes wifi, émissions de CO₂, zyx PLUi");
        Entitle(changing, "arbres-toulouse", "Le tri qui est le plus sélectif, zyx PLU, CO2");
        Entitle(changing, "arbres-alignement-lyon", "Tri-sélectif");
        string[] wifi = ["arbres-paris", "arbres-rennes"];
        Assert.All(
            ["wifi", "wi-fi", "WI-FI ", "wi-f", "wif"], text => Assert.Equal(wifi, changing.Find(text).Order(StringComparer.Ordinal)));
        Assert.All(["GTFS-RT", "gtfs-rt ", "gtfsrt", "gtfs_rt"], text => Assert.Equal("arbres-rennes", changing.Find(text)[0]));
        Assert.All(["CO2", "CO₂ ", "co²"], text => Assert.Equal(
            ["arbres-paris", "arbres-toulouse"], changing.Find($"zyx {text}").Order(StringComparer.Ordinal)));
        Assert.All(["zyx PLU-i", "zyx PLUi", "zyx plui "], text => Assert.Contains("arbres-rennes", changing.Find(text)));
        Assert.All(["zyx PLU-i", "zyx PLUi", "zyx plui "], text => Assert.Contains("arbres-paris", changing.Find(text)));
        Assert.Contains("arbres-paris", changing.Find("zyx PLU"));
        Assert.Equal(["arbres-alignement-lyon", "arbres-toulouse"], changing.Find("tri-sélectif").Take(2));
        Assert.Equal(["arbres-alignement-lyon", "arbres-toulouse"], changing.Find("tri-séle").Take(2));
        Assert.DoesNotContain("arbres-alignement-lyon", changing.Find("arbres -tri-sélectif"));
    }

    [Fact]
    public async Task The_words_of_a_synonym_may_stand_apart_and_then_come_last()
    {
        await using var changing = new CatalogApp();
        Entitle(changing, "arbres-rennes", "Ce que l'eau fait à un robinet", "Rien");
        Entitle(changing, "arbres-paris", "De l'eau", "Tous les robinets");
        Entitle(changing, "arbres-toulouse", "Des robinets", "Rien");
        Assert.All(["AEP", "eau potable", "eau du robinet"], text =>
        {
            var found = changing.Find(text);
            Assert.Contains("arbres-rennes", found);
            Assert.Contains("arbres-paris", found);
            Assert.DoesNotContain("arbres-toulouse", found);
        });
        var asked = changing.Find("AEP");
        Assert.True(asked.ToList().IndexOf("qualite-eau-robinet") < asked.ToList().IndexOf("arbres-rennes"));
        Assert.DoesNotContain("arbres-rennes", changing.Find("\"eau du robinet\" -xyzzy"));
    }

    /// <summary>The file names a dataset for each group of synonyms; none where the catalogue has no dataset with that meaning.</summary>
    [Fact]
    public void Every_term_with_synonyms_finds_its_dataset()
    {
        var groups = File.ReadAllLines(Repository.PathOf("seed-data", "vocabularies", "synonyms.csv")).Skip(1)
            .Select(line => line.Trim().Split('|')).ToList();
        var expected = File.ReadAllLines(Repository.PathOf("tests", "DataCatalog.Tests", "Search", "synonyms.csv")).Skip(1)
            .Select(line => line.Split(',')).ToDictionary(row => row[0], row => row[1], StringComparer.Ordinal);
        Assert.Equal(groups.Select(group => group[0]).Order(StringComparer.Ordinal), expected.Keys.Order(StringComparer.Ordinal));
        var missing = groups.Where(group => expected[group[0]].Length > 0)
            .SelectMany(group => group.Where(term => !app.Find($"{term} ").Contains(expected[group[0]], StringComparer.Ordinal)));
        Assert.Empty(missing);
    }

    [Fact]
    public async Task Words_that_no_answer_has_are_left_out_and_named()
    {
        var page = await app.JsonAsync($"/datasets?q={Uri.EscapeDataString("menus de la cantine en hélicoptère à Rennes")}");
        Assert.True(page.GetProperty("isRelaxed").GetBoolean());
        Assert.Equal(["hélicoptère"], LeftOut(page));
        Assert.Equal("menus-cantines-rennes", page.Ids()[0]);
        var all = await app.JsonAsync("/datasets?q=cantine%20rennes");
        Assert.False(all.TryGetProperty("leftOut", out _));
    }

    [Theory]
    [InlineData("je veux connaître la qualité de l'eau du robinet de ma commune cette semaine", "qualite-eau-robinet", 3)]
    [InlineData("combien de logements vacants dans le centre bourg depuis dix ans", "lovac-logements-vacants", 3)]
    [InlineData("où sont situées les bornes de recharge pour voitures électriques ouvertes la nuit", "irve-base-nationale", 1)]
    [InlineData("subventions versées aux clubs sportifs par la mairie l'an dernier", "subventions-associations-sixt-sur-aff", 5)]
    [InlineData("nombre de médecins généralistes disponibles le samedi", "annuaire-sante-ameli", 3)]
    [InlineData("prix de vente des maisons au mètre carré", "dvf-statistiques", 3)]
    [InlineData("arbres remarquables protégés dans les jardins publics", "jardins-remarquables", 3)]
    [InlineData("calendrier de ramassage des encombrants et déchets verts", "jours-collecte-dechets-montpellier", 5)]
    [InlineData("tarifs de la cantine selon le revenu des parents", "registre-national-cantines", 3)]
    public void A_sentence_is_answered_by_its_telling_words_and_not_by_every_dataset(string question, string expected, int first)
    {
        var found = app.Find(question);
        Assert.Contains(expected, found.Take(first));
        Assert.InRange(found.Count, first, 40);
    }

    [Fact]
    public async Task Lists_counts_and_pages_of_a_relaxed_answer_agree()
    {
        var question = Uri.EscapeDataString("tarifs de la cantine selon le revenu des parents");
        var address = $"/datasets.json?facets=access&pageSize=3&q={question}";
        var (found, total) = (new List<string>(), 0);
        for (var next = address; next is not null;)
        {
            var page = await app.JsonAsync(next);
            total = page.GetProperty("totalItems").GetInt32();
            found.AddRange(page.Ids());
            Assert.True(page.GetProperty("isRelaxed").GetBoolean());
            var counts = page.GetProperty("facet")[0].GetProperty("facetValue").EnumerateArray();
            Assert.Equal(total, counts.Sum(value => value.GetProperty("count").GetInt32()));
            next = page.LinkTo("next");
        }

        Assert.True(total > 3);
        Assert.Equal(total, found.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(total, found.Count);
    }

    [Fact]
    public async Task Phrases_and_unwanted_words_stay_strict_in_a_relaxed_answer()
    {
        Assert.Empty(app.Find("\"cantine hélicoptère\""));
        var found = app.Find("cantine hélicoptère -rennes");
        Assert.NotEmpty(found);
        Assert.DoesNotContain("menus-cantines-rennes", found);
        var page = await app.JsonAsync("/datasets?q=cantine%20%22menus%20cosmiques%22");
        Assert.Equal(["menus cosmiques"], LeftOut(page));
    }

    private static IReadOnlyList<string> LeftOut(JsonElement page) =>
        page.TryGetProperty("leftOut", out var words) ? [.. words.EnumerateArray().Select(word => word.GetString()!)] : [];

    internal static void Entitle(CatalogApp changing, string id, string title, string description = "Rien")
    {
        var dataset = changing.Services.GetRequiredService<RecordReader<Dataset>>().Find(id)!.Record;
        changing.Services.GetRequiredService<Database>().Write("test", session => DatasetStore.Writer.Save(
            session, dataset with { Title = LanguageMap.Of(title), Description = LanguageMap.Of(description), Keywords = ["mot"] }, Day));
    }
}
