using DataCatalog.Dcat;
using DataCatalog.Dcat.Records;
using DataCatalog.Index;
using DataCatalog.Index.Text;
using DataCatalog.LegalRules;
using DataCatalog.Models;
using DataCatalog.Services;
using DataCatalog.Storage;

namespace DataCatalog.Search.Everything;

/// <summary>
/// Keeps all entries but the datasets in memory, with their words: services, rules, models, competences, publishers, licences and access
/// regimes. The synonyms of a competence's names are names of it too.
/// </summary>
internal sealed class KnownEntries(Database database, References references, RuleBook rules, SynonymBook synonyms)
{
    private static readonly string[] Communes = ["Ville", "Commune"];

    private readonly Derived<EntryBook> _book = new(database.Epoch);

    /// <summary>Returns the entries, which contain every change up to one.</summary>
    /// <param name="sequence">The number of that change.</param>
    public EntryBook Since(long sequence) => _book.Since(sequence, _ => Read());

    private EntryBook Read()
    {
        var (known, names) = (references.Current, synonyms.Current);
        KnownEntry[] entries =
        [
            .. known.Services.Select(service => new KnownEntry(EntryKind.Service, service)),
            .. rules.Current.Select(rule => new KnownEntry(EntryKind.Rule, rule)),
            .. known.Models.Select(model => new KnownEntry(EntryKind.Model, model)),
            .. known.Agents.Select(agent => new KnownEntry(EntryKind.Publisher, agent)),
            .. EntryKind.OfSchemes.SelectMany(
                scheme => known.CodesOf(scheme.Scheme),
                (scheme, code) => new KnownEntry(scheme.Kind, known.FindConcept(scheme.Scheme, code)!)),
        ];
        return new EntryBook(known, entries, new WordList<KnownEntry>(entries, entry => TextsOf(entry.Record, known, names)));
    }

    private static EntryTexts TextsOf(IRecord record, IReferences known, Synonyms synonyms) => record switch
    {
        DataService service => ServiceWords.TextsOf(service, known),
        LegalRule rule => RuleWords.TextsOf(rule, known),
        Model model => ModelWords.TextsOf(model, known),
        Agent agent => TextsOf(agent, known),
        _ => TextsOf((Concept)record, synonyms),
    };

    private static EntryTexts TextsOf(Agent agent, IReferences known) => new(
        agent.Id,
        [.. agent.Name.Values.SelectMany(OtherNames)],
        agent.Name.Values,
        [agent.Siren, .. agent.Kind is { } kind ? known.FindConcept(Schemes.ProducerKinds, kind)?.Label.Values ?? [] : []]);

    /// <summary>Lists the names by which people call the authority of a commune: <c>Mairie de Paris</c>.</summary>
    private static IEnumerable<string> OtherNames(string name) => Communes
        .Where(start => name.StartsWith(start, StringComparison.Ordinal))
        .SelectMany(start => Communes.Append("Mairie").Select(other => other + name[start.Length..]));

    private static EntryTexts TextsOf(Concept concept, Synonyms synonyms)
    {
        string[] names = [concept.Label["fr"]!, .. concept.AltLabels];
        IEnumerable<string> others = concept.Scheme is Schemes.Competences
            ? names.SelectMany(name => synonyms.NamesOf(FrenchText.Terms(name)))
            : [];
        return new EntryTexts(
            concept.Code, [.. concept.AltLabels, .. others], concept.Label.Values, concept.Definition?.Values ?? []);
    }
}

/// <summary>All entries but the datasets, as of one change of the catalogue.</summary>
/// <param name="References">The records that the entries refer to.</param>
/// <param name="All">The entries.</param>
/// <param name="Words">The entries with their words.</param>
internal sealed record EntryBook(ReferenceSnapshot References, IReadOnlyList<KnownEntry> All, WordList<KnownEntry> Words)
{
    private readonly Dictionary<(string Kind, string Identifier), KnownEntry> _byIdentifier =
        All.ToDictionary(entry => (entry.Kind, entry.Identifier));

    /// <summary>Finds the entry of a kind with an identifier; null when there is none.</summary>
    public KnownEntry? Find(string kind, string identifier) => _byIdentifier.GetValueOrDefault((kind, identifier));
}
