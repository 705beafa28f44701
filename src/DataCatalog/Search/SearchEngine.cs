using System.Collections;
using Dapper;
using DataCatalog.Index.Columns;
using DataCatalog.Index.Text;
using DataCatalog.Search.Places;
using DataCatalog.Storage;

namespace DataCatalog.Search;

/// <summary>
/// Finds the datasets that answer a question. FTS5 finds row numbers by words; one pass over the columns in memory then filters and counts.
/// Ranking by relevance (bm25) costs ten times as much as finding: among many answers, only those with the words in their titles are
/// ranked; among very many, none is.
/// </summary>
internal sealed class SearchEngine(Database database, ColumnsStore columns, SynonymBook synonyms, KnownRows rows)
{
    /// <summary>The largest number of datasets that are ranked by relevance.</summary>
    private const int MaxRanked = 100;

    /// <summary>The largest number of candidates among which those with the words in their titles come first.</summary>
    private const int MaxTitlesFirst = 20_000;

    /// <summary>
    /// The largest number of datasets among which suggestions are chosen: each key stroke asks again, so the work must be small.
    /// </summary>
    private const int MaxSuggested = 1_000;

    /// <summary>The columns of the index with a dataset's own texts, without the names of its subjects, publisher and places.</summary>
    private const string OwnTexts = "{title keywords description}";

    /// <summary>The weights of bm25: the title counts most, then the keywords, then publisher, competences and places.</summary>
    private const string RankSql = "select rowid, bm25(search, 8.0, 5.0, 3.0, 1.0) from search where search match @expression";

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
                    var session = new SearchSession(snapshot, current, known, rows);
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
        var hits = FindInOrder(session, question);
        return question.Order is null
            && hits is { IsRelaxed: false, Words: { IsEmpty: false } words }
            && NearnessOf(session, question) is { } near
            ? near.NearestFirst(hits, session.Rows.Of(session.Snapshot, $"{OwnTexts} : ({words.AllApart ?? words.All})"))
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
    private static SearchHits FindApart(SearchSession session, Question question, TextQuery words, string apart)
    {
        var filter = new CandidateFilter(session.Columns, question);
        var candidates = Test(session, filter, apart);
        if (filter.Total == 0 && FindSome(session, question, words) is { } some)
        {
            return some;
        }

        var first = question.Order is null && candidates > 0 ? Ranked(session, words.All)! : [];
        return question.Order is { } order ? filter.InOrder(order, words)
            : candidates <= MaxRanked ? filter.Ranked([.. first.Union(Ranked(session, apart)!)], words)
            : filter.Tiered(first, Marked(session, first.Select(row => row.Number)), RowOrder.Known, words);
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

    private static BitArray Marked(SearchSession session, IEnumerable<int> numbers)
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

    private static List<Row> FindByTitle(SearchSession session, string words, int limit)
    {
        var expression = $"title : ({words})";
        return Ranked(session, expression) is { } ranked
            ? [.. ranked.Take(limit)]
            :
            [
                .. new RowNumbers(session.Snapshot.Connection, expression)
                    .Take(MaxSuggested).Select(session.Row).Order(RowOrder.Known).Take(limit),
            ];
    }

    /// <summary>Lists the answers with the words in their titles first, then the others, best known first.</summary>
    private static SearchHits TitlesFirst(SearchSession session, CandidateFilter filter, TextQuery words)
    {
        var expression = $"title : ({words.All})";
        var ranked = Ranked(session, expression);
        var isFirst = Marked(session, ranked?.Select(row => row.Number) ?? new RowNumbers(session.Snapshot.Connection, expression));
        return filter.Tiered(ranked ?? session.Columns.In(RowOrder.Known), isFirst, RowOrder.Known, words);
    }

    /// <summary>Tests the datasets that match an expression; returns their number.</summary>
    private static int Test(SearchSession session, CandidateFilter filter, string expression)
    {
        var count = 0;
        foreach (var number in new RowNumbers(session.Snapshot.Connection, expression))
        {
            filter.Test(number, session.Row(number));
            count++;
        }

        return count;
    }

    /// <summary>Ranks the rows that match an expression, best first; equal ones by identifier. Null when there are too many.</summary>
    private static Row[]? Ranked(SearchSession session, string expression)
    {
        return new RowNumbers(session.Snapshot.Connection, expression).Take(MaxRanked + 1).Count() > MaxRanked ? null
            : [.. RelevanceOf(session, expression)
                .Select(hit => (hit.Value, Row: session.Row(hit.Key)))
                .OrderByDescending(hit => hit.Value).ThenBy(hit => hit.Row.Id, StringComparer.Ordinal)
                .Select(hit => hit.Row)];
    }

    /// <summary>Returns the relevance of the rows that match an expression, which is positive, by their numbers.</summary>
    public static Dictionary<int, double> RelevanceOf(SearchSession session, string expression) =>
        session.Snapshot.Connection.Query<(long Number, double Rank)>(RankSql, new { expression })
            .ToDictionary(hit => (int)hit.Number, hit => -hit.Rank);
}

/// <summary>The catalogue in the state in which a question is answered: database, columns and synonyms belong to the same change.</summary>
internal sealed record SearchSession(Snapshot Snapshot, CatalogColumns Columns, Synonyms Synonyms, KnownRows Rows) : IDisposable
{
    /// <summary>The row of a number from the search index.</summary>
    /// <exception cref="InvalidOperationException">
    /// The index and the columns differ: the file is damaged, and <c>reindex</c> repairs it.
    /// </exception>
    public Row Row(int number) =>
        Columns[number] ?? throw new InvalidOperationException("The search index has a row that belongs to no dataset; run 'reindex'.");

    public void Dispose() => Snapshot.Dispose();
}
