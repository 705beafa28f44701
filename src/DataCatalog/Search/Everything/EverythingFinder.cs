using DataCatalog.Index;
using DataCatalog.Index.Columns;
using DataCatalog.Index.Text;
using DataCatalog.Search.Identifiers;
using DataCatalog.Search.Places;

namespace DataCatalog.Search.Everything;

/// <summary>Finds entries of all kinds by the words of a question.</summary>
internal sealed class EverythingFinder(IdentifierReader identifiers, PlacedSearch search)
{
    /// <summary>
    /// The least share of an answer with some of the words, as a part of that of the best one of its kind that has not all of them either.
    /// </summary>
    private const double LeastShare = 0.6;

    /// <summary>The least share of the question that an answer with some of the words has.</summary>
    private const double LeastOfQuestion = 0.25;

    /// <summary>The number of datasets below which those with some of the words follow.</summary>
    private const int FewAnswers = 10;

    /// <summary>The number of words from which a question may have a word too many.</summary>
    private const int LongQuestion = 3;

    /// <summary>Finds the answers.</summary>
    /// <param name="session">The state of the datasets.</param>
    /// <param name="book">The other entries in the same state.</param>
    /// <param name="question">The question, which filters the datasets.</param>
    /// <param name="asked">The text of the request, of which the question may have only a part.</param>
    /// <param name="kinds">The kinds that are wanted; empty for all.</param>
    public Found Find(SearchSession session, EntryBook book, Question question, string asked, IReadOnlyList<string> kinds)
    {
        var filter = new CandidateFilter(session.Columns, question);
        Row[] named = [.. identifiers.DatasetsOf(session, asked).Where(filter.Accepts)];
        var identified = identifiers.EntriesOf(book, asked);
        var isAddress = named.Length + identified.Count > 0 && asked.Contains('/', StringComparison.Ordinal);
        var isName = !isAddress && book.Words.Rank(TextQuery.Parse(question.Text ?? "", session.Synonyms)) is [{ Fit: WordFit.Name }, ..];
        var hits = search.Find(
            session,
            isAddress ? question with { Text = "" } : question with { MayNamePlace = question.MayNamePlace && !isName },
            out var understood);
        var (others, lead) = isAddress ? ([], EntryKind.Dataset) : Others(book, understood.Text ?? "", session.Synonyms);
        MixedEntry[] known =
        [
            .. identified.Select(entry => new MixedEntry(MixRank.Identified, Dataset: null, entry)),
            .. others.Where(entry => !identified.Contains(entry.Entry!)),
        ];
        var datasets = new DatasetPart(hits, named, isAddress ? [] : SomeBeside(session, understood, hits))
        {
            IsOfPlace = understood.Understood is not null,
        };
        var counts = known.CountBy(entry => entry.Kind, StringComparer.Ordinal).Append(new(EntryKind.Dataset, datasets.Total));
        return new Found(
            MixedHits.Of(IsWanted(EntryKind.Dataset) ? datasets : null, known.Where(entry => IsWanted(entry.Kind)), lead),
            hits,
            understood,
            named.Length + identified.Count > 0,
            counts.Where(count => count.Value > 0).ToDictionary(StringComparer.Ordinal));

        bool IsWanted(string kind) => kinds.Count == 0 || kinds.Contains(kind, StringComparer.Ordinal);
    }

    /// <summary>
    /// Finds the entries that are no datasets, best first. Those of the kind that the question asks for need not have the words that ask
    /// for it.
    /// </summary>
    private static (IReadOnlyList<MixedEntry> Entries, string Lead) Others(EntryBook book, string text, Synonyms synonyms)
    {
        var lead = KindCues.Read(text, out var without);
        var all = Telling(book.Words.Rank(TextQuery.Parse(text, synonyms)), lead);
        var leading = lead is EntryKind.Dataset
            ? all
            : Telling(book.Words.Rank(TextQuery.Parse(without, synonyms, keepsCarriers: true), [.. FrenchText.Terms(text)]), lead);
        MixedEntry[] entries =
        [
            .. leading.Where(hit => IsOf(hit, lead))
                .Select(hit => new MixedEntry(Preferred(lead, MixedHits.RankOf(hit)), Dataset: null, hit.Entry)),
            .. all.Where(hit => !IsOf(hit, lead)).Select(hit => new MixedEntry(MixedHits.RankOf(hit), Dataset: null, hit.Entry)),
        ];
        return (entries, lead);
    }

    /// <summary>
    /// Returns the rank of an entry of the kind that the question asks for, by its rank among all. Who asks for a duty or for an authority
    /// gets the nearest first.
    /// </summary>
    private static MixRank Preferred(string lead, MixRank rank) =>
        rank is MixRank.All or MixRank.Most || (rank is MixRank.Some && lead is EntryKind.Rule or EntryKind.Publisher)
            ? MixRank.Title
            : rank;

    /// <summary>Finds datasets with some of the words, where few have all words of a longer question.</summary>
    private static IReadOnlyList<Row> SomeBeside(SearchSession session, Question question, SearchHits hits) =>
        !hits.IsRelaxed && hits.Total < FewAnswers && hits.Words is { Parts.Count: >= LongQuestion } words
        && SearchEngine.FindSome(session, question, words) is { } some
            ? some.From(0, FewAnswers, out _)
            : [];

    /// <summary>
    /// Leaves out answers with some of the words, of each kind that has better ones, and those that have little of the question; of the
    /// kind that the question asks for, only those far below the best one.
    /// </summary>
    private static IEnumerable<WordHit<KnownEntry>> Telling(IReadOnlyList<WordHit<KnownEntry>> ranked, string lead) => ranked
        .GroupBy(hit => hit.Entry.Kind, StringComparer.Ordinal)
        .SelectMany(kind => kind.Where(hit => hit.Fit != WordFit.Some || IsTelling(hit, kind.First(), IsOf(hit, lead))));

    private static bool IsTelling(WordHit<KnownEntry> hit, WordHit<KnownEntry> best, bool isLeading) =>
        hit.Share >= best.Share * LeastShare && (isLeading || (best.Fit == WordFit.Some && hit.Share >= LeastOfQuestion));

    private static bool IsOf(WordHit<KnownEntry> hit, string kind) => string.Equals(hit.Entry.Kind, kind, StringComparison.Ordinal);
}

/// <summary>What was found of all kinds.</summary>
/// <param name="Hits">The answers in order.</param>
/// <param name="Datasets">The datasets, whether or not they are wanted.</param>
/// <param name="Understood">The question for datasets as it was answered.</param>
/// <param name="IsIdentified">Whether the question is an identifier or address.</param>
/// <param name="Counts">The number of answers by kind, whether or not the kind is wanted.</param>
internal sealed record Found(
    MixedHits Hits, SearchHits Datasets, Question Understood, bool IsIdentified, IReadOnlyDictionary<string, int> Counts);
