using System.Globalization;
using System.Text;
using DataCatalog.Dcat.Records;
using DataCatalog.Rdf;

namespace DataCatalog.Dcat.Rules;

/// <summary>Which code of a vocabulary somebody meant who wrote another word: its label, another name or its published address.</summary>
internal static class CodeHints
{
    private const int Most = 3;

    /// <summary>The codes, quoted: that one which the word names in full, or else the nearest. Empty when the vocabulary is.</summary>
    public static string Nearest(string word, string scheme, IReferences references)
    {
        var concepts = references.CodesOf(scheme).Select(code => references.FindConcept(scheme, code)).OfType<Concept>().ToList();
        var plain = Plain(word);
        var named = concepts.Where(concept => Names(concept).Any(name => string.Equals(Plain(name), plain, StringComparison.Ordinal))).ToList();
        var found = named.Count > 0 ? named.Take(Most).Select(concept => concept.Code)
            : Urls.IsUrl(word) ? NearestByEnd(plain, concepts)
            : NearestByName(plain, concepts);
        return string.Join(", ", found.Select(code => $"'{code}'"));
    }

    /// <summary>Everything by which a concept may be called: what is beside its code comes after it.</summary>
    private static IEnumerable<string> Names(Concept concept) =>
        [concept.Code, .. Words(concept), .. new[] { concept.Iri, concept.Page }.OfType<string>(), .. concept.ExactMatches];

    private static IEnumerable<string> Words(Concept concept) =>
        [.. concept.Label.Select(text => text.Value), .. concept.AltLabels, .. new[] { concept.Notation }.OfType<string>()];

    private static IEnumerable<string> NearestByName(string plain, List<Concept> concepts) => concepts
        .Select(concept => (concept.Code, ByCode: EditDistance.Between(plain, Plain(concept.Code)), ByWord: Words(concept).Min(name => EditDistance.Between(plain, Plain(name)))))
        .OrderBy(found => Math.Min(found.ByCode, found.ByWord)).ThenBy(found => found.ByCode).ThenBy(found => found.Code, StringComparer.Ordinal)
        .Take(Most).Select(found => found.Code);

    /// <summary>Of an address only the last segment tells terms of one table apart.</summary>
    private static IEnumerable<string> NearestByEnd(string plain, List<Concept> concepts) =>
        EditDistance.Nearest(plain[(plain.LastIndexOfAny(['/', '#']) + 1)..], concepts.Select(concept => concept.Code), Most);

    /// <summary>Without accents, case, and what differs between two writings of one address.</summary>
    private static string Plain(string text)
    {
        var plain = EditDistance.Beginning(text).TrimEnd('/').Replace("HTTPS://", "HTTP://", StringComparison.Ordinal);
        return XmlText.IsValid(plain)
            ? string.Concat(plain.Normalize(NormalizationForm.FormD).Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark))
            : plain;
    }
}
