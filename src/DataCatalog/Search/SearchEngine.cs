using System.Collections;
using Dapper;
using DataCatalog.Index.Columns;
using DataCatalog.Search.Text;
using DataCatalog.Storage;

namespace DataCatalog.Search;

/// <summary>
/// Finds the datasets that answer a question. FTS5 finds row numbers by words; one pass over the columns in memory then filters and counts.
/// Ranking by relevance (bm25) costs ten times as much as finding: among many answers, only those with the words in their titles are
/// ranked; among very many, none is.
/// </summary>
internal sealed class SearchEngine(Database database, ColumnsStore columns)
{
    /// <summary>The largest number of datasets that are ranked by relevance.</summary>
    private const int MaxRanked = 100;

    /// <summary>The largest number of candidates among which those with the words in their titles come first.</summary>
    private const int MaxTitlesFirst = 20_000;

    /// <summary>
    /// The largest number of datasets among which suggestions are chosen: each key stroke asks again, so the work must be small.
    /// </summary>
    private const int MaxSuggested = 1_000;

    /// <summary>The weights of bm25: the title counts most, then the keywords, then publisher, competences and places.</summary>
    private const string RankSql = "select rowid, bm25(search, 8.0, 5.0, 3.0, 1.0) from search where search match @expression";

    private readonly Derived<Synonyms> _synonyms = new();

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
                if (columns.At(snapshot) is { } current && SynonymsAt(snapshot) is { } synonyms)
                {
                    var session = new SearchSession(snapshot, current, synonyms);
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

    /// <summary>Finds the answers to a question.</summary>
    public static SearchHits Find(SearchSession session, Question question)
    {
        if (question.Text is not { } text)
        {
            var all = new CandidateFilter(session.Columns, question);
            all.TestAll();
            return all.InOrder(question.Order!, words: null, isRelaxed: false);
        }

        var words = TextQuery.Parse(text, session.Synonyms);
        var filter = new CandidateFilter(session.Columns, question);
        var candidates = words.IsEmpty ? 0 : Test(session, filter, words.All);
        var isRelaxed = false;
        if (filter.Total == 0 && !words.IsEmpty)
        {
            var wider = new CandidateFilter(session.Columns, question);
            var more = Test(session, wider, words.Some);
            isRelaxed = wider.Total > 0;
            (filter, candidates) = isRelaxed ? (wider, more) : (filter, candidates);
        }

        return question.Order is { } order ? filter.InOrder(order, words, isRelaxed)
            : candidates == 0 ? filter.InOrder(RowOrder.Known, words, isRelaxed)
            : candidates <= MaxRanked ? filter.Ranked(Ranked(session, words.ExpressionFor(isRelaxed))!, words, isRelaxed)
            : candidates <= MaxTitlesFirst ? TitlesFirst(session, filter, words, isRelaxed)
            : filter.InOrder(RowOrder.Known, words, isRelaxed);
    }

    /// <summary>Returns the synonyms of a snapshot; null when newer ones have been read already.</summary>
    private Synonyms? SynonymsAt(Snapshot snapshot) =>
        _synonyms.At(snapshot.Counters.SynonymRevision, _ => Synonyms.Read(snapshot.Connection));

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
    private static SearchHits TitlesFirst(SearchSession session, CandidateFilter filter, TextQuery words, bool isRelaxed)
    {
        var expression = $"title : ({words.ExpressionFor(isRelaxed)})";
        var ranked = Ranked(session, expression);
        var isFirst = new BitArray(session.Columns.Bound);
        foreach (var number in ranked?.Select(row => row.Number) ?? new RowNumbers(session.Snapshot.Connection, expression))
        {
            isFirst[number] = true;
        }

        return filter.Tiered(ranked ?? session.Columns.In(RowOrder.Known), isFirst, RowOrder.Known, words, isRelaxed);
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
        var connection = session.Snapshot.Connection;
        return new RowNumbers(connection, expression).Take(MaxRanked + 1).Count() > MaxRanked ? null
            : [.. connection.Query<(long Number, double Rank)>(RankSql, new { expression })
                .Select(hit => (hit.Rank, Row: session.Row((int)hit.Number)))
                .OrderBy(hit => hit.Rank).ThenBy(hit => hit.Row.Id, StringComparer.Ordinal)
                .Select(hit => hit.Row)];
    }
}

/// <summary>The catalogue in the state in which a question is answered: database, columns and synonyms belong to the same change.</summary>
internal sealed record SearchSession(Snapshot Snapshot, CatalogColumns Columns, Synonyms Synonyms) : IDisposable
{
    /// <summary>The row of a number from the search index.</summary>
    /// <exception cref="InvalidOperationException">
    /// The index and the columns differ: the file is damaged, and <c>reindex</c> repairs it.
    /// </exception>
    public Row Row(int number) =>
        Columns[number] ?? throw new InvalidOperationException("The search index has a row that belongs to no dataset; run 'reindex'.");

    public void Dispose() => Snapshot.Dispose();
}
