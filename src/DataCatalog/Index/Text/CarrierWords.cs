namespace DataCatalog.Index.Text;

/// <summary>
/// Words that name what carries the information and not its subject, and so are true of every dataset: <c>liste des écoles</c>,
/// <c>données cantine csv</c>. A question is asked without them, unless it has no other word. Phrases in quotation marks and terms with
/// synonyms keep them: <c>carte scolaire</c>, <c>base adresse nationale</c>.
/// </summary>
internal static class CarrierWords
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "donnee", "donnees", "data", "dataset", "datasets", "opendata", "jdd", "liste", "listes", "fichier", "fichiers", "base", "bases",
        "tableau", "tableaux", "carte", "cartes", "cartographie", "cartographies", "format", "formats", "api", "apis", "export", "exports",
        "telecharger", "telechargement", "telechargements", "telechargeable", "telechargeables",
        "csv", "json", "geojson", "xml", "xls", "xlsx", "excel", "shp", "shapefile", "shapefiles", "pdf",
    };

    /// <summary>
    /// Words that are carriers only before certain others: a <c>jeu</c> of data is one, and that of an <c>aire de jeux</c> not.
    /// </summary>
    private static readonly Dictionary<string, string[]> Before = new(StringComparer.Ordinal)
    {
        ["jeu"] = ["donnee", "donnees", "data"],
        ["jeux"] = ["donnee", "donnees", "data"],
        ["open"] = ["data"],
    };

    /// <summary>Whether a word is a carrier.</summary>
    /// <param name="word">The word before stemming, in lower case and without accents.</param>
    /// <param name="next">The next word of the question that is no stop word; null after the last.</param>
    public static bool Contain(string word, string? next) =>
        Words.Contains(word) || (next is not null && Before.TryGetValue(word, out var followers) && followers.Contains(next));
}
