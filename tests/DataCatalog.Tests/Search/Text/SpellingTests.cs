using System.Diagnostics;
using DataCatalog.Datasets;
using DataCatalog.Dcat.Records;
using DataCatalog.Index;
using DataCatalog.Index.Text;
using DataCatalog.Search.Text;
using DataCatalog.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DataCatalog.Tests.Search.Text;

public sealed class SpellingTests(CatalogApp app)
{
    private static readonly DateOnly Day = new(2026, 11, 24);

    [Theory]
    [InlineData("bibliotéque", "bibliothèques")]
    [InlineData("budjet", "budget")]
    [InlineData("abitat", "habitat")]
    [InlineData("catre", "carte")]
    [InlineData("strasboug", "strasbourg")]
    [InlineData("tarvaux", "travaux")]
    [InlineData("qualité de l'airr", "qualité de l'air")]
    [InlineData("l’assainisement  COLLECTIF", "l’assainissement  COLLECTIF")]
    [InlineData("Transprot, scolaire !", "transport, scolaire !")]
    [InlineData("bibliotéques municiples -rennes \"eau potable\"", "bibliothèques municipales -rennes \"eau potable\"")]
    [InlineData("e\u0301co-habiatt", "e\u0301co-habitat")]
    [InlineData("\uD83D\uDCA7 budjet \uD83D\uDCA7 \0", "\uD83D\uDCA7 budget \uD83D\uDCA7 \0")]
    public void A_misspelt_word_is_replaced_and_the_rest_stays_as_typed(string question, string expected) =>
        Assert.Equal(expected, Suggest(question));

    [Theory]
    [InlineData("logemnt", "logement")]
    [InlineData("inondatoin", "inondation")]
    [InlineData("assainisment", "assainissement")]
    public void An_ending_may_be_misspelt(string question, string expected) => Assert.Equal(expected, Suggest(question));

    [Theory]
    [InlineData("budget")]
    [InlineData("Écoles")]
    [InlineData("inondées")]
    [InlineData("\"budjet\"")]
    [InlineData("-budjet")]
    [InlineData("budjet2024")]
    [InlineData("bud")]
    [InlineData("aeu")]
    [InlineData("xyzzy")]
    [InlineData("hélicoptère")]
    [InlineData("dechetterie")]
    [InlineData("de la")]
    [InlineData("")]
    [InlineData(" \0 \uD83D ' - \" *")]
    public void There_is_nothing_to_correct(string question) => Assert.Null(Suggest(question));

    [Theory]
    [InlineData("est ce que je dois publier les déliberations", null)]
    [InlineData("je dois publier", null)]
    [InlineData("comment savoir combien on a d'habitants", null)]
    [InlineData("comment trouver", null)]
    [InlineData("comment voir les budjets", "comment voir les budgets")]
    public void A_question_word_is_never_corrected(string question, string? expected) => Assert.Equal(expected, Suggest(question));

    [Theory]
    [InlineData("soleil")]
    [InlineData("brosse")]
    [InlineData("haine")]
    [InlineData("canon")]
    public void A_word_that_is_far_in_full_is_no_correction_however_near_its_stem_is(string word) => Assert.Null(Suggest($"{word} x"));

    [Fact]
    public void A_question_word_is_no_correction() => Assert.NotEqual("peut x", Suggest("peur x"));

    [Fact]
    public void The_last_word_may_be_unfinished_and_the_others_not()
    {
        Assert.Null(Suggest("bibliothe"));
        Assert.Null(Suggest("strasb"));
        Assert.Equal("strasbourg eau", Suggest("strasbou eau"));
    }

    [Fact]
    public void A_term_with_synonyms_is_not_corrected_and_its_words_are_suggested()
    {
        Assert.Null(Suggest("rutabaga", new Synonyms(["rutabaga|navet"])));
        Assert.Equal("rutabaga", Suggest("rutabga", new Synonyms(["rutabaga|navet"])));
        Assert.Null(Suggest("blanc", new Synonyms(["rutabagas blanc|navet"])));
        Assert.Null(Suggest("rutabga"));
    }

    [Fact]
    public async Task The_more_frequent_word_wins_and_new_words_count_at_once()
    {
        await using var changing = new CatalogApp();
        var database = changing.Services.GetRequiredService<Database>();
        var datasets = changing.Services.GetRequiredService<RecordReader<Dataset>>();
        var spelling = changing.Services.GetRequiredService<Spelling>();
        string? Again(string question)
        {
            using var connection = database.OpenRead();
            return spelling.Suggest(connection, question, new Synonyms([]));
        }

        void Entitle(string id, string title) => database.Write(
            "test", session => DatasetStore.Writer.Save(session, datasets.Find(id)!.Record with { Title = LanguageMap.Of(title) }, Day));

        Assert.Null(Again("zyglob x"));
        Entitle("arbres-rennes", "Zyglobo");
        Assert.Equal("zyglobo x", Again("zyglob x"));
        Entitle("arbres-paris", "Zÿglobü");
        Entitle("base-adresse-nationale", "zÿglobü");
        Assert.Equal("zÿglobü x", Again("zyglob x"));
        Entitle("arbres-paris", "Arbres");
        Entitle("base-adresse-nationale", "Adresses");
        Assert.Equal("zyglobo x", Again("zyglob x"));
    }

    /// <summary>The words that the catalogue or a place has need no correction, so they prove nothing here.</summary>
    [Fact]
    public void A_right_word_that_the_catalogue_lacks_is_not_corrected()
    {
        var words = Lines("right-words.txt").Where(word => app.Find($"{word} ").Count == 0).ToList();
        var corrected = words.Select(word => (Word: word, Correction: Suggest($"{word} ")))
            .Where(pair => pair.Correction is not null).ToList();
        Assert.True(words.Count >= 200, $"{words.Count} words");
        Assert.True(corrected.Count <= words.Count / 200, string.Join(", ", corrected));
    }

    [Fact]
    public void Nine_of_ten_misspelt_words_are_corrected()
    {
        var pairs = Lines("misspelt.csv").Skip(1).Select(line => line.Split(',') is [var typed, var right] ? (typed, right) : default)
            .Where(pair => app.Find($"{pair.typed} ").Count == 0 && app.Find($"{pair.right} ").Count > 0).ToList();
        var wrong = pairs.Where(pair => Suggest($"{pair.typed} ") is not { } found
            || !FrenchText.Terms(found).SequenceEqual(FrenchText.Terms(pair.right), StringComparer.Ordinal)).ToList();
        Assert.True(pairs.Count >= 100, $"{pairs.Count} words");
        Assert.True(wrong.Count <= pairs.Count / 10, string.Join(", ", wrong));
    }

    [Fact]
    public void Many_misspelt_words_cost_little()
    {
        string[] wrong = ["budjet", "bugdet", "budegt", "bduget", "budgte", "budjet"];
        var question = string.Join(' ', Enumerable.Repeat(wrong, 10).SelectMany(words => words));
        var clock = Stopwatch.StartNew();
        Assert.StartsWith("budget budget budget budget budget budjet", Suggest(question), StringComparison.Ordinal);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), clock.Elapsed.ToString());
    }

    [Fact]
    public void Whatever_is_typed_is_no_suggestion_itself()
    {
        const string Alphabet = "eau potable\"'-*():^{}+,.;\0\t\n\u00e9\u0153\u2019\ud83d\udca7\u05d0%_\\|&<>=~`@#$0123456789";
        var random = new Random(20261124);
        for (var run = 0; run < 300; run++)
        {
            var text = new string(
                [.. Enumerable.Range(0, random.Next(TextQuery.MaxLength)).Select(_ => Alphabet[random.Next(Alphabet.Length)])]);
            Assert.NotEqual(text, Suggest(text));
        }
    }

    private static string[] Lines(string file) =>
        File.ReadAllLines(Repository.PathOf("tests", "DataCatalog.Tests", "Search", "Text", file));

    private string? Suggest(string question, Synonyms? synonyms = null)
    {
        var database = app.Services.GetRequiredService<Database>();
        using var connection = database.OpenRead();
        return app.Services.GetRequiredService<Spelling>().Suggest(connection, question, synonyms ?? Synonyms.Read(connection));
    }
}
