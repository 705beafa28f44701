namespace DataCatalog.Search.Text;

/// <summary>
/// Words by which a question is asked and which say nothing of what is looked for: <c>comment savoir combien on a d'habitants</c>. They are left
/// out of questions only; texts keep them, so that a phrase is found as it stands. No noun of the field is among them, such as <c>pouvoir</c>.
/// Those that Lucene.Net's stop words have already, such as <c>est</c> and <c>quelle</c>, are in no text either.
/// </summary>
internal static class QuestionWords
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "comment", "combien", "pourquoi", "quand", "ou", "quoi", "chez",
        "lequel", "laquelle", "lesquels", "lesquelles",
        "dois", "doit", "devons", "devez", "doivent",
        "peux", "peut", "puis", "pouvons", "pouvez", "peuvent",
        "veux", "veut", "voulons", "voulez", "veulent", "voudrais", "voudrions",
        "a", "faut", "faudrait", "existe", "existent",
        "savoir", "sais", "sait", "savons", "trouver", "trouve", "trouvons", "voir", "cherche", "cherchons", "chercher",
    };

    /// <summary>Whether a word is one.</summary>
    /// <param name="word">In full, in lower case and without accents.</param>
    public static bool Contain(string word) => Words.Contains(word);
}
