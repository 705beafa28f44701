using DataCatalog.Index;
using DataCatalog.Index.Text;

namespace DataCatalog.Search.Everything;

/// <summary>
/// Words of a question that tell which kind of entry answers it: <c>obligation</c> and <c>délai</c> ask for rules, <c>API</c> for services,
/// <c>schéma</c> for models. Entries of this kind come first, and need not have these words.
/// </summary>
internal static class KindCues
{
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal);

    static KindCues()
    {
        Add(
            EntryKind.Rule,
            "obligation obligations obligatoire obligatoires obligatoirement doit dois doivent devons devez devoir devoirs"
            + " faut publier publie publions publiez publication publications tenu tenue tenus tenues soumis soumise soumises"
            + " limite limites declaration declarations declarer declare declarons transmettre transmet transmission delai"
            + " delais echeance echeances amende amendes sanction sanctions loi lois legal legale legalement article articles"
            + " decret regle regles seuil seuils interdit autorise impose imposee reglementaire reglementation");
        Add(EntryKind.Service, "api apis webservice webservices wms wfs wmts");
        Add(EntryKind.Model, "schema schemas modele modeles gabarit template scdl standard norme");
        Add(EntryKind.Publisher, "producteur producteurs diffuseur organisme ministere ministeres");
        Add(EntryKind.Licence, "licence licences license");
    }

    /// <summary>Reads the cues of a question.</summary>
    /// <param name="text">The question.</param>
    /// <param name="without">The question without the words of the kind; the question itself when nothing else would be left.</param>
    /// <returns>The kind that the question asks for; that of the datasets when it does not say.</returns>
    public static string Read(string text, out string without)
    {
        without = text;
        var tokens = FrenchText.Tokens(text);
        var cues = tokens.Where((token, index) => Kinds.ContainsKey(token.Word) || IsDuration(tokens, index)).ToList();
        if (cues.Count == 0)
        {
            return EntryKind.Dataset;
        }

        var lead = cues.CountBy(KindOf, StringComparer.Ordinal)
            .OrderByDescending(kind => kind.Value).ThenBy(kind => Array.IndexOf(EntryKind.All, kind.Key)).First().Key;
        var rest = text.ToCharArray();
        foreach (var cue in cues.Where(cue => string.Equals(KindOf(cue), lead, StringComparison.Ordinal)))
        {
            rest.AsSpan(cue.Start..cue.End).Fill(' ');
        }

        without = FrenchText.Tokens(new string(rest)).Any(token => !QuestionWords.Contain(token.Word)) ? new string(rest) : text;
        return lead;
    }

    /// <summary>Whether a word asks for a duration, with the one before: <c>combien de jours</c>.</summary>
    private static bool IsDuration(IReadOnlyList<Token> tokens, int index) =>
        index > 0 && tokens[index - 1].Word is "combien" && tokens[index].Word is ("temps" or "jours" or "mois");

    private static string KindOf(Token cue) => Kinds.GetValueOrDefault(cue.Word, EntryKind.Rule);

    private static void Add(string kind, string words)
    {
        foreach (var word in words.Split(' '))
        {
            Kinds.Add(word, kind);
        }
    }
}
