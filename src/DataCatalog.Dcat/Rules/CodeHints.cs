using System.Globalization;
using System.Text;
using DataCatalog.Dcat.Records;
using DataCatalog.Rdf;

namespace DataCatalog.Dcat.Rules;

/// <summary>Finds the code that somebody probably meant who wrote a label, another name or the published address of a term.</summary>
internal static class CodeHints
{
    private const int MaxHints = 3;

    /// <summary>
    /// Lists the codes, quoted: those that the word names exactly, or else the nearest. Empty when the vocabulary is empty.
    /// </summary>
    public static string Nearest(string word, string scheme, IReferences references)
    {
        var concepts = references.CodesOf(scheme).Select(code => references.FindConcept(scheme, code)).OfType<Concept>().ToList();
        var plain = Plain(word);
        var named = concepts
            .Where(concept => Names(concept).Any(name => string.Equals(Plain(name), plain, StringComparison.Ordinal)))
            .ToList();
        var found = named.Count > 0 ? named.Take(MaxHints).Select(concept => concept.Code)
            : Urls.IsUrl(word) ? NearestByEnd(plain, concepts)
            : NearestByName(plain, concepts);
        return string.Join(", ", found.Select(code => $"'{code}'"));
    }

    /// <summary>Lists everything that a concept may be called, its code first.</summary>
    private static IEnumerable<string> Names(Concept concept) =>
        [concept.Code, .. Words(concept), .. new[] { concept.Iri, concept.Page }.OfType<string>(), .. concept.ExactMatches];

    private static IEnumerable<string> Words(Concept concept) =>
        [.. concept.Label.Select(text => text.Value), .. concept.AltLabels, .. new[] { concept.Notation }.OfType<string>()];

    private static IEnumerable<string> NearestByName(string plain, List<Concept> concepts) => concepts
        .Select(concept => (
            concept.Code,
            ByCode: EditDistance.Between(plain, Plain(concept.Code)),
            ByWord: Words(concept).Min(name => EditDistance.Between(plain, Plain(name)))))
        .OrderBy(found => Math.Min(found.ByCode, found.ByWord))
        .ThenBy(found => found.ByCode)
        .ThenBy(found => found.Code, StringComparer.Ordinal)
        .Take(MaxHints).Select(found => found.Code);

    /// <summary>Compares the last segment of an address only: the rest is the same for all terms of a table.</summary>
    private static IEnumerable<string> NearestByEnd(string plain, List<Concept> concepts) =>
        EditDistance.Nearest(plain[(plain.LastIndexOfAny(['/', '#']) + 1)..], concepts.Select(concept => concept.Code), MaxHints);

    /// <summary>Removes accents, case, and the differences between two spellings of one address.</summary>
    private static string Plain(string text)
    {
        var plain = EditDistance.Beginning(text).TrimEnd('/').Replace("HTTPS://", "HTTP://", StringComparison.Ordinal);
        return XmlText.IsValid(plain)
            ? string.Concat(plain.Normalize(NormalizationForm.FormD).Where(letter => !IsAccent(letter)))
            : plain;
    }

    private static bool IsAccent(char letter) => CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark;
}
