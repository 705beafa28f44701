using System.Collections;
using Dapper;
using DataCatalog.Index.Columns;
using DataCatalog.Search.Text;
using DataCatalog.Storage;

namespace DataCatalog.Search;

/// <summary>
/// Answers questions. FTS5 finds the numbers of rows by words; filters and counts go over the columns in memory, in one pass. Ranking by the
/// words (bm25) costs ten times finding, so of many answers only those are ranked that have the words in their titles, and of very many none.
/// </summary>
internal sealed class SearchEngine(Database database, ColumnsStore columns)
{
    /// <summary>Up to so many datasets are ranked by the words.</summary>
    public const int MostRanked = 100;

    /// <summary>Up to so many datasets, those with the words in their titles come first.</summary>
    private const int MostTitled = 20_000;

    /// <summary>Suggestions are looked for among so many: nobody reads more of them, and each key stroke asks anew.</summary>
    private const int MostMet = 1_000;

    /// <summary>A word in the title counts most, then keywords, then publisher, competences and places.</summary>
    private const string RankSql = "select rowid, bm25(search, 8.0, 5.0, 3.0, 1.0) from search where search match @expression";

    private readonly Derived<Synonyms> _synonyms = new();

    /// <summary>
    /// Takes the catalogue as it is now, for one question and all that its answer shows. The first time reads the columns and the synonyms.
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

    public static SearchHits Find(SearchSession session, Question question)
    {
        if (question.Text is not { } text)
        {
            var all = new CandidateFilter(session.Columns, question);
            all.TestAll();
            return all.Ordered(question.Order!, words: null, isRelaxed: false);
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

        return question.Order is { } order ? filter.Ordered(order, words, isRelaxed)
            : candidates == 0 ? filter.Ordered(RowOrder.Known, words, isRelaxed)
            : candidates <= MostRanked ? filter.Ranked(Ranked(session, words.ExpressionFor(isRelaxed))!, words, isRelaxed)
            : candidates <= MostTitled ? TitlesFirst(session, filter, words, isRelaxed)
            : filter.Ordered(RowOrder.Known, words, isRelaxed);
    }

    /// <summary>Those of the state that a snapshot has; null when newer ones are kept already.</summary>
    private Synonyms? SynonymsAt(Snapshot snapshot) =>
        _synonyms.At(snapshot.Counters.SynonymRevision, _ => Synonyms.Read(snapshot.Connection));

    /// <summary>
    /// A few datasets whose titles have words that are still being typed, all of them or else some, best first; of very many, the best known among
    /// the first that are met.
    /// </summary>
    public static IReadOnlyList<Row> FindBeginnings(SearchSession session, string text, int limit)
    {
        var words = TextQuery.Parse(text, session.Synonyms);
        return words.IsEmpty ? [] : Titled(session, words.All, limit) is { Count: > 0 } all ? all : Titled(session, words.Some, limit);
    }

    private static List<Row> Titled(SearchSession session, string words, int limit)
    {
        var expression = $"title : ({words})";
        return Ranked(session, expression) is { } ranked
            ? [.. ranked.Take(limit)]
            : [.. new RowNumbers(session.Snapshot.Connection, expression).Take(MostMet).Select(session.Row).Order(RowOrder.Known).Take(limit)];
    }

    /// <summary>Those with the words in their titles come first, and the others by what is known of them.</summary>
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

    /// <summary>Tests the datasets with an expression; returns how many there are.</summary>
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

    /// <summary>The rows with an expression, best first; equals in the order of their identifiers. Null when there are too many.</summary>
    private static Row[]? Ranked(SearchSession session, string expression)
    {
        var connection = session.Snapshot.Connection;
        return new RowNumbers(connection, expression).Take(MostRanked + 1).Count() > MostRanked ? null
            : [.. connection.Query<(long Number, double Rank)>(RankSql, new { expression })
                .Select(hit => (hit.Rank, Row: session.Row((int)hit.Number)))
                .OrderBy(hit => hit.Rank).ThenBy(hit => hit.Row.Id, StringComparer.Ordinal)
                .Select(hit => hit.Row)];
    }
}

/// <summary>The catalogue as it was when a question was asked: the database, the columns and the synonyms of the same change.</summary>
internal sealed record SearchSession(Snapshot Snapshot, CatalogColumns Columns, Synonyms Synonyms) : IDisposable
{
    /// <summary>The row that the index names.</summary>
    /// <exception cref="InvalidOperationException">The index and the columns differ: a broken file, which <c>reindex</c> mends.</exception>
    public Row Row(int number) =>
        Columns[number] ?? throw new InvalidOperationException("The search index has a row of no dataset; run 'reindex'.");

    public void Dispose() => Snapshot.Dispose();
}
