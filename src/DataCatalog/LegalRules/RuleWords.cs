using DataCatalog.Dcat;
using DataCatalog.Dcat.Records;
using DataCatalog.Index.Text;
using DataCatalog.Storage;

namespace DataCatalog.LegalRules;

/// <summary>Finds rules by words. The rules are few, so their words are kept in memory.</summary>
internal sealed class RuleWords(Database database, RuleBook book, References references, SynonymBook synonyms)
{
    private readonly Derived<WordList<LegalRule>> _words = new(database.Epoch);

    /// <summary>
    /// Lists the rules that have all words of a text, those with all of them in their titles first; when there are none, those with the
    /// most telling words. The last word may be unfinished. A text without words finds nothing.
    /// </summary>
    public IReadOnlyList<LegalRule> Find(string text)
    {
        var known = _words.Since(
            database.Counters.Sequence, _ => new WordList<LegalRule>(book.Current, rule => TextsOf(rule, references.Current)));
        return [.. known.Find(TextQuery.Parse(text, synonyms.Current)).Select(hit => hit.Entry)];
    }

    /// <summary>The words by which questions name kinds of authority; titles of rules leave them out.</summary>
    private static readonly Dictionary<string, string> AuthorityWords = new(StringComparer.Ordinal)
    {
        ["commune"] = "commune, communal, municipal, mairie, maire",
        ["departement"] = "département, départemental",
        ["epci"] = "EPCI, intercommunal, intercommunalité, communautaire, communauté",
        ["region"] = "région, régional",
        ["syndicat"] = "syndicat, syndical",
    };

    /// <summary>Returns the texts by which a rule is found.</summary>
    public static EntryTexts TextsOf(LegalRule rule, IReferences known)
    {
        IEnumerable<LanguageMap?> texts =
        [
            rule.Destination, rule.Deadline.Event, rule.Deadline.Note, known.FindConcept(Schemes.Acts, rule.Act)?.Label,
            .. rule.Scope.Competences.Select(code => known.FindConcept(Schemes.Competences, code)?.Label),
            .. rule.Scope.Conditions.Select(code => known.FindConcept(Schemes.Conditions, code)?.Label),
            .. rule.Models.Select(id => known.FindModel(id)?.Title),
            rule.Schema is null ? null : known.FindConcept(Schemes.Standards, rule.Schema)?.Label,
        ];
        string[] articles = [rule.Article, .. rule.OtherArticles];
        var authorities = rule.Scope.Kinds.Select(kind => AuthorityWords.GetValueOrDefault(kind));
        var values = texts.OfType<LanguageMap>().SelectMany(text => text.Values);
        return new EntryTexts(rule.Id, articles, rule.Title.Values, [.. values, .. authorities.OfType<string>()]);
    }
}
