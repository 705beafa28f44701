namespace DataCatalog.Index.Text;

/// <summary>
/// Words that only form a question and say nothing about its subject: <c>comment savoir combien on a d'habitants</c>. They are removed from
/// questions only; texts keep them, so that phrases with them can be found. Words that are also nouns of the field, such as <c>pouvoir</c>,
/// are not in the list. Lucene.Net's stop words, such as <c>est</c> and <c>quelle</c>, are not either: no text and no question keeps them.
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
        "souhaite", "souhaitons", "souhaiterais", "aimerais", "aimerions",
        "a", "faut", "faudrait", "existe", "existent",
        "publier", "publie", "publiee", "publies", "publiees", "publions", "publiez",
        "savoir", "sais", "sait", "savons", "trouver", "trouve", "trouvons", "voir", "cherche", "cherchons", "chercher",
        "connaitre", "obtenir", "consulter", "faire", "font", "proche", "proches",
    };

    /// <summary>Whether a word is a question word.</summary>
    /// <param name="word">The word before stemming, in lower case and without accents.</param>
    public static bool Contain(string word) => Words.Contains(word);
}
