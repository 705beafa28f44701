using DataCatalog.Index.Text;

namespace DataCatalog.Tests.Index.Text;

/// <summary>Entries in memory, asked with the same meaning as the datasets.</summary>
public sealed class WordListTests
{
    private static readonly Synonyms Known = new(["cantine|restauration scolaire", "eau du robinet|eau potable"]);

    private static readonly WordList<EntryTexts> List = new(
        [
            Entry("menus", "Menus de la restauration scolaire", "Chaque semaine"),
            Entry("qualite-eau", "Qualité de l'eau potable", "Analyses du robinet"),
            Entry("prix-eau", "Prix de l'eau", "Tarifs du service d'eau potable"),
            Entry("ban", "Base Adresse Nationale (BAN)", "Toutes les adresses"),
            Entry("tri", "Tri-sélectif", "Bornes de collecte"),
        ],
        entry => entry);

    [Theory]
    [InlineData("cantine", "menus")]
    [InlineData("adresses", "ban")]
    [InlineData("eau potable", "qualite-eau prix-eau")]
    [InlineData("\"eau potable\" -analyse", "prix-eau")]
    [InlineData("tri-selectif", "tri")]
    [InlineData("triselectif", "tri")]
    [InlineData("tari", "prix-eau")]
    [InlineData("où trouver les adresses", "ban")]
    [InlineData("zzz", "")]
    [InlineData("", "")]
    [InlineData("de la", "")]
    public void All_words_come_before_some(string text, string ids) =>
        Assert.Equal(ids, string.Join(' ', Find(text).Select(hit => hit.Entry.Id)));

    [Theory]
    [InlineData("ban", "ban", WordFit.Name)]
    [InlineData("base adresse nationale", "ban", WordFit.Name)]
    [InlineData("prix-eau", "prix-eau", WordFit.Name)]
    [InlineData("adresse nationale des rues", "ban", WordFit.Some)]
    [InlineData("nationale base", "ban", WordFit.Title)]
    [InlineData("tarifs eau", "prix-eau", WordFit.All)]
    public void The_best_fit_is_told(string text, string id, object fit)
    {
        var first = Find(text)[0];
        Assert.Equal((id, fit), (first.Entry.Id, (object)first.Fit));
    }

    [Fact]
    public void A_rare_word_says_more_than_a_frequent_one() => Assert.Equal("menus", Find("eau menus introuvable")[0].Entry.Id);

    private static IReadOnlyList<WordHit<EntryTexts>> Find(string text) => List.Find(TextQuery.Parse(text, Known));

    private static EntryTexts Entry(string id, string title, string text) => new(id, [], [title], [text]);
}
