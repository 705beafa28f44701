using System.Collections.Frozen;
using DataCatalog.Dcat;
using DataCatalog.Dcat.Records;

namespace DataCatalog.Storage;

/// <summary>
/// The codes of one vocabulary by what answers publish for its terms: the IRI, the address here, the official page, equal terms elsewhere,
/// and the notation. The official term of several (<see cref="Concept.MapsTo"/>) stands for a term that alone has it.
/// </summary>
internal sealed class TermKeys
{
    private readonly FrozenSet<string> _codes;
    private readonly FrozenDictionary<string, string> _own;
    private readonly FrozenDictionary<string, string[]> _others;
    private readonly FrozenDictionary<string, string[]> _mapped;

    /// <summary>Creates the keys.</summary>
    /// <param name="terms">The terms of the vocabulary.</param>
    /// <param name="iris">The addresses of this catalogue.</param>
    /// <param name="officialTerm">Finds an official term, <c>scheme:code</c>; null when there is none.</param>
    public TermKeys(IReadOnlyCollection<Concept> terms, CatalogIris iris, Func<string, Concept?> officialTerm)
    {
        _codes = terms.Select(term => term.Code).ToFrozenSet(StringComparer.Ordinal);
        _own = terms
            .SelectMany(term => new[] { iris.Concept(term), iris.ConceptAddress(term) }, (term, iri) => (Key: KeyOf(iri.Value), term.Code))
            .GroupBy(term => term.Key, term => term.Code, StringComparer.Ordinal)
            .ToFrozenDictionary(codes => codes.Key, codes => codes.First(), StringComparer.Ordinal);
        _others = ByKey(terms, term => [.. term.ExactMatches, term.Page, term.Notation]);
        _mapped = ByKey(terms, term => term.MapsTo is not null && officialTerm(term.MapsTo) is { } official
            ? [iris.Concept(official).Value, official.Code]
            : []);
    }

    /// <summary>Lists the codes that a text stands for, in ordinal order: one where it is clear, several where it is not.</summary>
    public IReadOnlyList<string> CodesOf(string text)
    {
        if (_codes.Contains(text))
        {
            return [text];
        }

        var key = KeyOf(text);
        return _own.TryGetValue(key, out var own) ? [own]
            : _others.GetValueOrDefault(key) ?? _mapped.GetValueOrDefault(key) ?? [];
    }

    private static FrozenDictionary<string, string[]> ByKey(
        IEnumerable<Concept> terms, Func<Concept, IEnumerable<string?>> textsOf) => terms
        .SelectMany(term => textsOf(term).OfType<string>().Select(KeyOf), (term, key) => (Key: key, term.Code))
        .GroupBy(term => term.Key, term => term.Code, StringComparer.Ordinal)
        .ToFrozenDictionary(
            codes => codes.Key,
            codes => codes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray(),
            StringComparer.Ordinal);

    private static string KeyOf(string text) => AddressKey.Of(text) ?? text.Trim();
}
