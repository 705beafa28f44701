using DataCatalog.Dcat.Records;
using DataCatalog.Storage;
using DataCatalog.Territories;

namespace DataCatalog.Search.Places;

/// <summary>
/// The words with which the vocabularies name competences, themes and standards. Names of places begin with a capital letter there, so a
/// word in small letters is no name: <c>rivières</c>, <c>écoles</c>.
/// </summary>
internal sealed class OrdinaryWords
{
    private static readonly string[] Subjects =
        [Schemes.Competences, Schemes.Conditions, Schemes.HvdCategories, Schemes.Standards, Schemes.Themes];

    private static readonly char[] Separators = [' ', ',', ';', ':', '(', ')', '/', '\'', '’', '«', '»', '.'];

    private readonly HashSet<string> _words = new(StringComparer.Ordinal);

    public OrdinaryWords(ReferenceSnapshot known)
    {
        var texts = Subjects
            .SelectMany(scheme => known.CodesOf(scheme).Select(code => known.FindConcept(scheme, code)!))
            .SelectMany(concept => concept.AltLabels.Append(concept.Label["fr"] ?? ""));
        foreach (var word in texts.SelectMany(text => text.Split(Separators, StringSplitOptions.RemoveEmptyEntries)))
        {
            if (char.IsLower(word[0]))
            {
                _words.Add(PlaceNames.Fold(word));
            }
        }
    }

    /// <summary>Whether a folded name (<see cref="PlaceNames.Fold"/>) is an ordinary word.</summary>
    public bool Contain(string folded) => _words.Contains(folded);
}
