using System.Collections;
using DataCatalog.Index.Columns;
using DataCatalog.Index.Text;
using DataCatalog.Index.Words;
using DataCatalog.Measuring;
using DataCatalog.Search.Places;
using DataCatalog.Storage;

namespace DataCatalog.Search;

/// <summary>
/// Finds the datasets that answer a question, in memory: their words give row numbers, and one pass over the columns filters and counts.
/// Ranking by relevance (bm25) costs ten times as much as finding: among many answers, only those with the words in their titles are
/// ranked; among very many, none is.
/// </summary>
internal sealed class SearchEngine(Database database, ColumnsStore columns, SynonymBook synonyms)
{
    /// <summary>The largest number of datasets that are ranked by relevance.</summary>
    private const int MaxRanked = 100;

    /// <summary>The largest number of candidates among which those with the words in their titles come first.</summary>
    private const int MaxTitlesFirst = 20_000;

    /// <summary>
    /// The largest number of datasets among which suggestions are chosen: each key stroke asks again, so the work must be small.
    /// </summary>
    private const int MaxSuggested = 1_000;

    /// <summary>
    /// Opens the catalogue in its present state, for one question and its answer. The first call reads the columns and the synonyms.
    /// </summary>
    public SearchSession Open()
    {
        while (true)
        {
            var snapshot = database.OpenSnapshot();
            try
            {
                if (columns.At(snapshot) is { } current && synonyms.At(snapshot) is { } known)
                {
                    var session = new SearchSession(snapshot, current, known);
                    snapshot = null;
                    return session;
                }
            }
            finally
            {
                snapshot?.Dispose();
            }
        }
    }

    /// <summary>Finds the answers to a question; those nearest to its territory first, where they are ranked by relevance.</summary>
    public static SearchHits Find(SearchSession session, Question question)
    {
        using var operation = Operation.Begin(Operation.Search);
        var hits = FindInOrder(session, question);
        return question.Order is null
            && hits is { IsRelaxed: false, Words: { IsEmpty: false } words }
            && NearnessOf(session, question) is { } near
            ? near.NearestFirst(hits, session.Words.Find(words.AllApart ?? words.All, TextColumns.Own))
            : hits;
    }

    private static SearchHits FindInOrder(SearchSession session, Question question)
    {
        if (question.Text is not { } text)
        {
            var all = new CandidateFilter(session.Columns, question);
            all.TestAll();
            return all.InOrder(question.Order!, words: null);
        }

        var words = TextQuery.Parse(text, session.Synonyms);
        var filter = new CandidateFilter(session.Columns, question);
        var candidates = words.IsEmpty ? 0 : Test(session, filter, words.All);
        if (candidates <= MaxRanked && words.AllApart is { } apart)
        {
            return FindApart(session, question, words, apart);
        }

        return filter.Total == 0 && FindSome(session, question, words) is { } some ? some
            : question.Order is { } order ? filter.InOrder(order, words)
            : candidates == 0 ? filter.InOrder(RowOrder.Known, words)
            : candidates <= MaxRanked ? filter.Ranked(Ranked(session, words.All)!, words)
            : candidates <= MaxTitlesFirst ? TitlesFirst(session, filter, words)
            : filter.InOrder(RowOrder.Known, words);
    }

    /// <summary>
    /// Finds the datasets that have all words, where those of a compound or a synonym may stand apart: <c>eau du robinet</c> in a text
    /// about the water and its taps. Only few datasets have the words together, and these come first.
    /// </summary>
    private static SearchHits FindApart(SearchSession session, Question question, TextQuery words, TextCondition apart)
    {
        var filter = new CandidateFilter(session.Columns, question);
        var candidates = Test(session, filter, apart);
        if (filter.Total == 0 && FindSome(session, question, words) is { } some)
        {
            return some;
        }

        var isRanked = question.Order is null && candidates > 0;
        var first = isRanked ? Ranked(session, words.All)! : [];
        var isFirst = Marked(session, isRanked ? session.Words.Find(words.All) : RowSet.None);
        return question.Order is { } order ? filter.InOrder(order, words)
            : candidates <= MaxRanked ? filter.Ranked([.. first.Union(Ranked(session, apart)!)], words)
            : filter.Tiered(new RowList(first), isFirst, RowOrder.Known, words);
    }

    /// <summary>Finds the datasets that have some of the words; null when there are none.</summary>
    public static SearchHits? FindSome(SearchSession session, Question question, TextQuery words)
    {
        var filter = new CandidateFilter(session.Columns, question);
        return words.IsEmpty ? null
            : PartialMatches.Find(session, words, filter, question.Order, NearnessOf(session, question)) is { Total: > 0 } hits ? hits
            : null;
    }

    private static Nearness? NearnessOf(SearchSession session, Question question) =>
        question.Near is var (places, number) ? new Nearness(session.Columns, places, number) : null;

    private static BitArray Marked(SearchSession session, RowSet numbers)
    {
        var marked = new BitArray(session.Columns.Bound);
        foreach (var number in numbers)
        {
            marked[number] = true;
        }

        return marked;
    }

    /// <summary>
    /// Finds a few datasets whose titles have words that a user is still typing, best first: titles with all of the words, or, when there
    /// are none, with some. When very many titles match, it chooses the best known among the first <see cref="MaxSuggested"/>.
    /// </summary>
    public static IReadOnlyList<Row> FindBeginnings(SearchSession session, string text, int limit)
    {
        var words = TextQuery.Parse(text, session.Synonyms);
        return words.IsEmpty ? []
            : FindByTitle(session, words.All, limit) is { Count: > 0 } all ? all
            : FindByTitle(session, words.Some, limit);
    }

    private static List<Row> FindByTitle(SearchSession session, TextCondition words, int limit) =>
        Ranked(session, words, TextColumns.Title) is { } ranked
            ? [.. ranked.Take(limit)]
            :
            [
                .. session.Words.Find(words, TextColumns.Title).First(MaxSuggested)
                    .Select(session.Row).Order(RowOrder.Known).Take(limit),
            ];

    /// <summary>Lists the answers with the words in their titles first, then the others, best known first.</summary>
    private static SearchHits TitlesFirst(SearchSession session, CandidateFilter filter, TextQuery words)
    {
        var ranked = Ranked(session, words.All, TextColumns.Title);
        var isFirst = Marked(session, session.Words.Find(words.All, TextColumns.Title));
        return filter.Tiered(ranked is null ? session.Columns.In(RowOrder.Known) : new RowList(ranked), isFirst, RowOrder.Known, words);
    }

    /// <summary>Tests the datasets that meet a condition; returns their number.</summary>
    private static int Test(SearchSession session, CandidateFilter filter, TextCondition condition)
    {
        var rows = session.Words.Find(condition);
        foreach (var number in rows)
        {
            filter.Test(number, session.Row(number));
        }

        return rows.Count;
    }

    /// <summary>Ranks the rows that meet a condition, best first; equal ones by identifier. Null when there are too many.</summary>
    private static Row[]? Ranked(SearchSession session, TextCondition condition, TextColumns columns = TextColumns.All) =>
        session.Words.Find(condition, columns).Count > MaxRanked ? null
            : [.. Relevance.Of(session.Words, condition, columns)
                .Select(hit => (hit.Value, Row: session.Row(hit.Key)))
                .OrderByDescending(hit => hit.Value).ThenBy(hit => hit.Row.Id, StringComparer.Ordinal)
                .Select(hit => hit.Row)];
}

/// <summary>The catalogue in the state in which a question is answered: database, columns and synonyms belong to the same change.</summary>
internal sealed record SearchSession(Snapshot Snapshot, CatalogColumns Columns, Synonyms Synonyms) : IDisposable
{
    /// <summary>Finds datasets by their words.</summary>
    public WordFinder Words { get; } = new(Columns.Words);

    /// <summary>The row of a number from the search index.</summary>
    /// <exception cref="InvalidOperationException">
    /// The index and the columns differ: the file is damaged, and <c>reindex</c> repairs it.
    /// </exception>
    public Row Row(int number) =>
        Columns[number] ?? throw new InvalidOperationException("The search index has a row that belongs to no dataset; run 'reindex'.");

    public void Dispose() => Snapshot.Dispose();
}
