using DataCatalog.Dcat.Records;
using DataCatalog.Index;
using DataCatalog.Storage;

namespace DataCatalog.LegalRules;

/// <summary>Finds rules by words. The rules are few, so their words are kept in memory.</summary>
internal sealed class RuleWords(Database database, RuleBook book, References references)
{
    private readonly Derived<IReadOnlyDictionary<string, Words>> _words = new();

    /// <summary>
    /// Lists the rules that have all words of a text, those with all of them in their titles first; the last word may be unfinished. A text
    /// without words finds nothing.
    /// </summary>
    public IReadOnlyList<LegalRule> Find(string text)
    {
        var asked = FrenchText.Terms(text);
        var known = _words.Since(database.Counters.Sequence, _ => book.Current.ToDictionary(rule => rule.Id, Read, StringComparer.Ordinal));
        return asked.Count == 0 ? [] :
        [
            .. book.Current.Where(rule => known.ContainsKey(rule.Id) && known[rule.Id].HasAll(asked))
                .OrderByDescending(rule => known[rule.Id].HasAllInTitle(asked)).ThenBy(rule => rule.Id, StringComparer.Ordinal),
        ];
    }

    private Words Read(LegalRule rule)
    {
        var known = references.Current;
        IEnumerable<LanguageMap?> texts =
        [
            rule.Destination, rule.Deadline.Event, rule.Deadline.Note, known.FindConcept(Schemes.Acts, rule.Act)?.Label,
            .. rule.Scope.Competences.Select(code => known.FindConcept(Schemes.Competences, code)?.Label),
            .. rule.Scope.Conditions.Select(code => known.FindConcept(Schemes.Conditions, code)?.Label),
            .. rule.Models.Select(id => known.FindModel(id)?.Title),
            rule.Schema is null ? null : known.FindConcept(Schemes.Standards, rule.Schema)?.Label,
        ];
        var title = TermsOf(rule.Title);
        return new Words(
            title,
            [
                .. title, .. texts.OfType<LanguageMap>().SelectMany(TermsOf), .. FrenchText.Terms(rule.Id.Replace('-', ' ')),
                .. rule.OtherArticles.Prepend(rule.Article).SelectMany(FrenchText.Terms),
            ]);
    }

    private static HashSet<string> TermsOf(LanguageMap text) =>
        text.SelectMany(entry => FrenchText.Terms(entry.Value)).ToHashSet(StringComparer.Ordinal);

    private sealed record Words(HashSet<string> Title, HashSet<string> All)
    {
        public bool HasAll(IReadOnlyList<string> asked) => Has(All, asked);

        public bool HasAllInTitle(IReadOnlyList<string> asked) => Has(Title, asked);

        private static bool Has(HashSet<string> known, IReadOnlyList<string> asked) =>
            asked.Take(asked.Count - 1).All(known.Contains)
            && (known.Contains(asked[^1]) || known.Any(term => term.StartsWith(asked[^1], StringComparison.Ordinal)));
    }
}
