using System.Text.RegularExpressions;
using DataCatalog.Index.Text;
using DataCatalog.Search.Text;

namespace DataCatalog.Tests.Search.Text;

public sealed class HighlighterTests
{
    private static readonly Synonyms Synonyms = new(["cantine|restauration scolaire", "BAN|base adresse nationale"]);

    [Theory]
    [InlineData("ecole", "Les Écoles de la ville", "Les <mark>Écoles</mark> de la ville")]
    [InlineData("regional ", "Parcs régionaux", "Parcs <mark>régionaux</mark>")]
    [InlineData("publique ", "l'éclairage public, la chose publique", "l'éclairage <mark>public</mark>, la chose <mark>publique</mark>")]
    [InlineData("publiq", "les publics, les routes publiques", "les <mark>publics</mark>, les routes <mark>publiques</mark>")]
    [InlineData("routie", "trafic routier, voies routières", "trafic <mark>routier</mark>, voies <mark>routières</mark>")]
    [InlineData("eau", "l'eau et l’EAU", "l'<mark>eau</mark> et l’<mark>EAU</mark>")]
    [InlineData("œuvre", "Œuvres, chefs-d'œuvre, oeuvre.", "<mark>Œuvres</mark>, chefs-d'<mark>œuvre</mark>, <mark>oeuvre</mark>.")]
    [InlineData("potable", "un cœur, une sœur, l'eau potable", "un cœur, une sœur, l'eau <mark>potable</mark>")]
    [InlineData("préfecture", "la sous-préfecture", "la sous-<mark>préfecture</mark>")]
    [InlineData("insee", "code_insee", "code_<mark>insee</mark>")]
    [InlineData("data.gouv.fr ", "sur data.gouv.fr, gouv", "sur <mark>data.gouv.fr</mark>, gouv")]
    [InlineData("école", "une e\u0301cole", "une <mark>e\u0301cole</mark>")]
    [InlineData("e\u0301coles", "une école \u0301", "une <mark>école</mark> \u0301")]
    [InlineData("hui", "dès aujourd’hui", "dès aujourd’<mark>hui</mark>")]
    public void Every_form_of_a_word_is_marked_as_it_is_written(string question, string text, string expected) =>
        Assert.Equal(expected, Mark(question, text));

    [Fact]
    public void Words_are_marked_apart_and_phrases_together_over_their_stop_words()
    {
        const string Text = "Qualité de l'eau potable ; eau, potable ? potable eau";
        Assert.Equal(
            "Qualité de l'<mark>eau</mark> <mark>potable</mark> ; <mark>eau</mark>, <mark>potable</mark> ? "
            + "<mark>potable</mark> <mark>eau</mark>",
            Mark("eau potable ", Text));
        Assert.Equal("Qualité de l'<mark>eau potable</mark> ; <mark>eau, potable</mark> ? potable eau", Mark("\"eau potable\"", Text));
        Assert.Equal("<mark>Qualité de l'eau</mark> potable ; eau, potable ? potable eau", Mark("\"qualité eau\"", Text));
    }

    [Fact]
    public void A_synonym_of_several_words_is_marked_where_they_stand_together()
    {
        Assert.Equal(
            "La <mark>restauration scolaire</mark> ; restauration, transport scolaire",
            Mark("cantine", "La restauration scolaire ; restauration, transport scolaire"));
        Assert.Equal(
            "Menus des <mark>cantines</mark>, transport <mark>scolaire</mark>",
            Mark("restauration scolaire", "Menus des cantines, transport scolaire"));
    }

    [Fact]
    public void The_words_of_a_synonym_are_marked_apart_where_all_are_there_and_the_whole_is_not()
    {
        Assert.Equal("La <mark>restauration</mark> en milieu <mark>scolaire</mark>", Mark("cantine", "La restauration en milieu scolaire"));
        Assert.Null(Mark("cantine", "Le transport scolaire"));
        var marks = new Highlighter(TextQuery.Parse("cantine", Synonyms));
        Assert.Equal("Le milieu <mark>scolaire</mark>", marks.Mark("Le milieu scolaire", beside: "sa restauration"));
        Assert.Equal("sa <mark>restauration</mark>", marks.Excerpt("sa restauration", beside: "Le milieu scolaire"));
    }

    [Theory]
    [InlineData("tri-sélectif ", "Le tri sélectif", "Le <mark>tri sélectif</mark>")]
    [InlineData("tri-sélectif ", "Un tri très sélectif", "Un <mark>tri très sélectif</mark>")]
    [InlineData("tri-sélectif ", "Un sélectif du tri", "Un <mark>sélectif</mark> du <mark>tri</mark>")]
    [InlineData("tri-sélectif ", "Le tri", null)]
    [InlineData("wifi", "le wi-fi", "le <mark>wi-fi</mark>")]
    [InlineData("wi-fi", "le wifi", "le <mark>wifi</mark>")]
    [InlineData("PLU ", "le PLUi", "le <mark>PLUi</mark>")]
    [InlineData("plui ", "le PLU-i, la pluie", "le <mark>PLU-i</mark>, la pluie")]
    [InlineData("co2", "le CO₂", "le <mark>CO₂</mark>")]
    public void Compounds_are_marked_whole_and_in_parts(string question, string text, string? expected) =>
        Assert.Equal(expected, Mark(question, text));

    [Fact]
    public void The_last_word_may_be_unfinished()
    {
        Assert.Equal(
            "<mark>Nationale</mark>, <mark>nationaux</mark>, internationale",
            Mark("natio", "Nationale, nationaux, internationale"));
        Assert.Equal("l'<mark>actrice</mark>", Mark("acteu", "l'actrice"));
        Assert.Equal("<mark>data.gouv</mark>.fr gouvernement", Mark("data.gou", "data.gouv.fr gouvernement"));
        Assert.Null(Mark("natio ", "Nationale"));
        Assert.Null(Mark("\"natio\"", "Nationale"));
        Assert.Null(Mark("da", "dans la ville"));
    }

    [Fact]
    public void What_is_not_wanted_is_not_marked() =>
        Assert.Equal("<mark>Arbres</mark> de Rennes", Mark("arbres -rennes", "Arbres de Rennes"));

    [Theory]
    [InlineData("eau", "")]
    [InlineData("", "l'eau")]
    [InlineData("de la", "de la ville")]
    [InlineData("-eau", "l'eau")]
    [InlineData("eau", "l'air <b>")]
    [InlineData("mark", "bureau")]
    public void Nothing_found_is_null(string question, string text)
    {
        Assert.Null(Mark(question, text));
        Assert.Null(Excerpt(question, text));
    }

    [Fact]
    public void Signs_of_html_are_escaped_within_marks_and_around_them() =>
        Assert.Equal(
            "&lt;script&gt;<mark>eau &amp; &lt;air</mark>&gt;&lt;/b&gt; &amp;amp; &quot;a&quot;",
            Mark("\"eau air\"", "<script>eau & <air></b> &amp; \"a\""));

    [Theory]
    [InlineData("\uD83D\uDCA7 l'eau \uD83D\uDCA7")]
    [InlineData("\uD83D\uDCA7eau\uD83D\uDCA7")]
    [InlineData("\uD83D eau \uDCA7")]
    [InlineData("a\0b eau \0")]
    [InlineData("\u202Eeau\u200F \u05D0")]
    [InlineData("œœœ ﬁn e\u0301\u0301 \u0301 eau")]
    public void Odd_signs_stay_as_they_are(string text) =>
        Assert.Equal(text.Replace("eau", "<mark>eau</mark>", StringComparison.Ordinal), Mark("eau", text));

    [Fact]
    public void An_excerpt_of_a_short_text_is_the_text() =>
        Assert.Equal("Qualité de l'<mark>eau</mark>.", Excerpt("eau", "Qualité de l'eau."));

    [Fact]
    public void An_excerpt_of_a_long_text_is_cut_between_words_around_what_is_found_first()
    {
        var before = string.Concat(Enumerable.Repeat("avant ", 100));
        var after = string.Concat(Enumerable.Repeat(" après", 100));
        var excerpt = Excerpt("eau", $"{before}l'eau{after} eau")!;
        Assert.Matches("^…(avant )+l'<mark>eau</mark>( après)+…$", excerpt);
        Assert.InRange(Plain(excerpt).Length, 180, 202);
        Assert.Matches("^<mark>eau</mark>( après)+…$", Excerpt("eau", $"eau{after}")!);
        Assert.Matches("^…(avant )+<mark>eau</mark>$", Excerpt("eau", $"{before}eau")!);
        Assert.InRange(Plain(Excerpt("eau", $"{before}eau")!).Length, 180, 202);
    }

    [Fact]
    public void An_excerpt_has_its_mark_where_there_is_nowhere_to_cut()
    {
        var emoji = string.Concat(Enumerable.Repeat("\uD83D\uDCA7", 501));
        Assert.Equal("…<mark>eau</mark>…", Excerpt("eau", $"{emoji}.eau.{emoji}"));
        Assert.Equal("…<mark>eau potable</mark>…", Excerpt("\"eau potable\"", $"{emoji}.eau potable.{emoji}"));
        var many = string.Concat(Enumerable.Repeat(" de", 500));
        Assert.Matches("^<mark>eau( de)+</mark>…$", Excerpt("\"eau potable\"", $"eau{many} potable")!);
    }

    [Fact]
    public void A_very_long_text_is_marked_to_its_end()
    {
        var text = string.Concat(Enumerable.Repeat("l’œuvre de l'eau <potable>\n", 20_000));
        var marked = Mark("eau", text)!;
        Assert.Equal(20_000, Regex.Count(marked, "l'<mark>eau</mark> &lt;potable", RegexOptions.None, TimeSpan.FromSeconds(10)));
        Assert.Equal(text, Plain(marked));
    }

    [Fact]
    public void Whatever_is_marked_the_text_is_the_same()
    {
        const string Alphabet = "eau potable\"'-*.,;&<>\0\n\u00e9\u0153\u2019\ud83d\udca7\u05d0\u0301_·0123456789éè";
        var random = new Random(20261124);
        for (var run = 0; run < 2000; run++)
        {
            var (question, text) = (Signs(random.Next(20)), Signs(random.Next(400)));
            Assert.Equal(text, Plain(Mark(question, text) ?? text));
            Assert.Contains(Plain(Excerpt(question, text) ?? "").Trim('…'), text, StringComparison.Ordinal);
        }

        string Signs(int count) => new([.. Enumerable.Range(0, count).Select(_ => Alphabet[random.Next(Alphabet.Length)])]);
    }

    private static string? Mark(string question, string text) => new Highlighter(TextQuery.Parse(question, Synonyms)).Mark(text);

    private static string? Excerpt(string question, string text) => new Highlighter(TextQuery.Parse(question, Synonyms)).Excerpt(text);

    private static string Plain(string html) => html
        .Replace("<mark>", "", StringComparison.Ordinal).Replace("</mark>", "", StringComparison.Ordinal)
        .Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal)
        .Replace("&quot;", "\"", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);
}
