using DataCatalog.Dcat;
using DataCatalog.Dcat.Mapping;
using DataCatalog.Dcat.Records;
using DataCatalog.Index.Columns;
using DataCatalog.Index.Text;

namespace DataCatalog.Search.Everything;

/// <summary>
/// Finds what is nearest to a question that no dataset answers: its competence, rules, models, and what exists nationally. Otherwise nobody
/// could tell whether the catalogue lacks the data or has them under another name.
/// </summary>
internal sealed class NearestFinder(CatalogIris iris, FoundEntries found)
{
    /// <summary>The part of a longer question below which the best dataset answers little of it.</summary>
    private const double PoorShare = 0.6;

    /// <summary>The number of words of a question that lacks too much when it lacks one.</summary>
    private const int ShortQuestion = 2;

    /// <summary>The least part of a question that a nearest entry has.</summary>
    private const double LeastShare = 0.4;

    /// <summary>The least part of a question that the nearest competence has.</summary>
    private const double LeastShareOfCompetence = 0.2;

    private const int MaxOfKind = 3;
    private const int MaxDatasets = 5;

    /// <summary>The territories that a national dataset covers: France, or the part of it that most of them have.</summary>
    private static readonly string[] France = ["country:FRA", "country-subset:metro-drom", "country-subset:metro"];

    private static readonly string[] Kinds = [EntryKind.Competence, EntryKind.Rule, EntryKind.Model];

    /// <summary>Returns what is nearest to a question; null when it has no words, or when datasets answer it.</summary>
    /// <param name="session">The state of the datasets.</param>
    /// <param name="book">The other entries.</param>
    /// <param name="question">The question.</param>
    /// <param name="hits">Its answers.</param>
    public NearestEntries? Of(SearchSession session, EntryBook book, Question question, SearchHits hits)
    {
        if (question.Text is not { } text || !IsPoor(hits))
        {
            return null;
        }

        if (question.Filters.Count > 0 && Count(session, text) is > 0 and var others)
        {
            return Elsewhere(text, others);
        }

        var words = TextQuery.Parse(KindCues.Read(text, out var without) is EntryKind.Dataset ? text : without, session.Synonyms);
        var ranked = book.Words.Rank(words);
        KnownEntry[] near =
        [
            .. Kinds.SelectMany(kind => ranked
                .Where(hit => string.Equals(hit.Entry.Kind, kind, StringComparison.Ordinal))
                .Where(hit => hit.Share >= (kind is EntryKind.Competence ? LeastShareOfCompetence : LeastShare))
                .Take(kind is EntryKind.Competence ? 1 : MaxOfKind)
                .Select(hit => hit.Entry)),
        ];
        var competence = Array.Find(near, entry => entry.Kind is EntryKind.Competence) ?? CompetenceOf(near, book);
        KnownEntry[] entries = competence is null || near.Contains(competence) ? near : [competence, .. near];
        return new NearestEntries(
            Comment(text, hits.IsRelaxed, competence),
            [
                .. entries.Select(entry => found.Of(entry, book.References)),
                .. competence is null ? [] : FoundEntries.Of(session, book, National(session, competence.Identifier)),
            ],
            competence is null
                ? iris.At("vocabularies/competences")
                : iris.At($"datasets?competence={Uri.EscapeDataString(competence.Identifier)}"));
    }

    /// <summary>Whether no dataset has the words, or the best one has little of the question.</summary>
    private static bool IsPoor(SearchHits hits) => hits.Total == 0
        || (hits.IsRelaxed && (hits.BestShare < PoorShare || hits.Words?.Parts.Count <= ShortQuestion));

    /// <summary>Counts the datasets that have the words, whatever the filters.</summary>
    private static int Count(SearchSession session, string text) =>
        SearchEngine.Find(session, new Question { Text = text, Order = null }) is var all && !IsPoor(all) ? all.Total : 0;

    /// <summary>Says that the words have datasets, which the filters exclude.</summary>
    private NearestEntries Elsewhere(string text, int others) => new(
        LanguageMap.Of(
            $"Aucun jeu de données sur « {text} » ne répond aux filtres de la demande ; sans eux, il y en a {others}.",
            $"No dataset about “{text}” passes the filters of the request; without them there are {others}."),
        [],
        iris.At($"datasets?q={Uri.EscapeDataString(text)}"));

    private static LanguageMap Comment(string text, bool isRelaxed, KnownEntry? competence)
    {
        var (french, english) = isRelaxed
            ? ($"qui ait tous les mots de « {text} »", $"with all words of “{text}”")
            : ($"sur « {text} »", $"about “{text}”");
        return competence is null
            ? LanguageMap.Of(
                $"Le catalogue ne recense aucun jeu de données {french} ; voir la liste des compétences.",
                $"The catalogue has no dataset {english}; see the list of competences.")
            : LanguageMap.Of(
                $"Le catalogue ne recense aucun jeu de données {french} ; la compétence la plus proche : {competence.Name["fr"]}.",
                $"The catalogue has no dataset {english}; the nearest competence: {competence.Name["en"] ?? competence.Name["fr"]}.");
    }

    /// <summary>Returns the competence of the nearest rule or model; null when it has none.</summary>
    private static KnownEntry? CompetenceOf(KnownEntry[] near, EntryBook book) => near
        .SelectMany(entry => entry.Record switch
        {
            LegalRule rule => rule.Scope.Competences,
            Model model => model.Competences,
            _ => [],
        })
        .Select(code => book.Find(EntryKind.Competence, code))
        .FirstOrDefault(entry => entry is not null);

    /// <summary>Lists the datasets of a competence that cover France, the best known first.</summary>
    private static IReadOnlyList<Row> National(SearchSession session, string competence)
    {
        var question = new Question
        {
            Order = RowOrder.Known,
            Filters = [RowFilter.OfCodes(Facet.Competence, [competence]), RowFilter.OnTerritories(France)],
        };
        return SearchEngine.Find(session, question).From(0, MaxDatasets, out _);
    }
}
