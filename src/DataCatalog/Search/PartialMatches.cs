using System.Buffers;
using DataCatalog.Index.Columns;
using DataCatalog.Index.Text;
using DataCatalog.Index.Words;
using DataCatalog.Search.Places;

namespace DataCatalog.Search;

/// <summary>
/// The datasets that have some of the words of a question. A word that few datasets have says more than one that many have: the score of a
/// dataset is the sum of the weights (idf) of the words that it has, and datasets far below the best one are no answers.
/// </summary>
internal sealed class PartialMatches
{
    /// <summary>
    /// The least score of an answer, as a share of the best one. Measured on sentences of clerks: with 0.5 the right datasets of some were
    /// left out, because a rare word beside the subject weighed more; with 0.3 hardly any dataset was.
    /// </summary>
    private const double LeastShare = 0.4;

    /// <summary>The part of its weight that a word has which is only in the description.</summary>
    private const float ShareOfDescription = 0.5f;

    /// <summary>The part of its weight that a pair of words has, beside those of its words.</summary>
    private const float ShareOfPair = 0.5f;

    /// <summary>The part of its weight that a single word of a phrase has where the phrase is not found.</summary>
    private const float ShareOfWord = 0.25f;

    /// <summary>What data on the territory itself add to the score of a dataset, which is at most 2.</summary>
    private const double WeightOfNearness = 0.6;

    /// <summary>The largest number of candidates that are ranked by relevance (bm25) too, and of answers that are put in order.</summary>
    private const int MaxRanked = 1_000;

    /// <summary>The largest number of words that are looked for: each asks the index.</summary>
    private const int MaxWords = 64;

    private readonly SearchSession _session;
    private readonly TextQuery _words;
    private readonly CandidateFilter _filter;
    private readonly float[] _scores;
    private readonly int _bound;
    private readonly RowSet _unwanted;

    private PartialMatches(SearchSession session, TextQuery words, CandidateFilter filter, float[] scores)
    {
        (_session, _words, _filter, _scores, _bound) = (session, words, filter, scores, session.Columns.Bound);
        _unwanted = RowSet.Union([.. words.Unwanted.Select(term => session.Words.Find(new TextCondition.Has(term)))]);
    }

    /// <summary>
    /// Lists the datasets that have some of the words; null for a question of one word or one compound, which has no part.
    /// </summary>
    /// <param name="session">The catalogue.</param>
    /// <param name="words">The words of the question.</param>
    /// <param name="filter">The filters of the question; no candidate has been tested yet.</param>
    /// <param name="order">The order of the answers; null for the best first.</param>
    /// <param name="nearness">How near the data are to the territory of the question; null when it has none.</param>
    public static SearchHits? Find(SearchSession session, TextQuery words, CandidateFilter filter, RowOrder? order, Nearness? nearness)
    {
        if (words.Parts is [{ Words.Count: 0 }])
        {
            return null;
        }

        var scores = ArrayPool<float>.Shared.Rent(session.Columns.Bound);
        try
        {
            Array.Clear(scores, 0, session.Columns.Bound);
            return new PartialMatches(session, words, filter, scores).Hits(order, nearness);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(scores);
        }
    }

    private SearchHits Hits(RowOrder? order, Nearness? nearness)
    {
        var wanted = _words.Parts.DistinctBy(part => part.Together.Expression, StringComparer.Ordinal).Take(MaxWords);
        WeighedPart[] parts = [.. wanted.Select(Read)];
        var most = parts.Sum(part => part.Weight) + _words.Pairs.Take(MaxWords).Sum(Read);
        var best = Best();
        var kept = new List<Row>();
        for (var number = 0; number < _bound; number++)
        {
            if (_scores[number] > 0 && _scores[number] >= best * LeastShare && _filter.Test(number, _session.Row(number)))
            {
                kept.Add(_session.Row(number));
            }
        }

        var hits = order is not null || kept.Count > MaxRanked ? _filter.InOrder(order ?? RowOrder.Known, _words)
            : _filter.Ranked(Ranked(kept, best, nearness), _words);
        return hits with
        {
            IsRelaxed = true,
            BestShare = best / most,
            LeftOut = [.. parts.Where(part => part.Found.Where(_filter.IsAnswer).Count == 0).Select(part => part.Part.Typed)],
        };
    }

    /// <summary>Adds the weight of a word or phrase to the datasets that have it.</summary>
    private WeighedPart Read(WantedPart part)
    {
        var found = Rows(part.Anywhere);
        var weight = WeightOf(found);
        Add(part.Anywhere, found, weight);
        foreach (var word in part.Words.Select(word => Rows(word)))
        {
            word.Except(found).AddTo(_scores, WeightOf(word) * ShareOfWord);
        }

        return new WeighedPart(part, found, weight);
    }

    /// <summary>Adds the weight of two words that follow one another, beside those of each; returns it.</summary>
    private float Read(SearchTerm pair)
    {
        var condition = new TextCondition.Has(pair);
        var found = Rows(condition);
        var weight = found.Count == 0 ? 0 : WeightOf(found) * ShareOfPair;
        Add(condition, found, weight);
        return weight;
    }

    /// <summary>
    /// Adds a weight to the datasets that meet a condition: all of it only to those that have it beside the description.
    /// </summary>
    private void Add(TextCondition condition, RowSet found, float weight)
    {
        if (found.Count > 0)
        {
            found.AddTo(_scores, weight * ShareOfDescription);
            Rows(condition, TextColumns.Short).AddTo(_scores, weight * (1 - ShareOfDescription));
        }
    }

    private RowSet Rows(TextCondition condition, TextColumns columns = TextColumns.All) =>
        _session.Words.Find(condition, columns).Except(_unwanted);

    private float WeightOf(RowSet found) => (float)Math.Log(1 + ((_session.Columns.Count - found.Count + 0.5) / (found.Count + 0.5)));

    /// <summary>Returns the best score of an answer; of a candidate, when the filters leave no answer.</summary>
    private float Best()
    {
        var (best, candidate) = (0f, 0f);
        for (var number = 0; number < _bound; number++)
        {
            candidate = Math.Max(candidate, _scores[number]);
            if (_scores[number] > best && _filter.Accepts(_session.Row(number)))
            {
                best = _scores[number];
            }
        }

        return best > 0 ? best : candidate;
    }

    /// <summary>
    /// Orders answers by score and relevance, each as a share of the best, and by nearness; without the relevance when there are very many
    /// candidates.
    /// </summary>
    private Row[] Ranked(List<Row> rows, float best, Nearness? nearness)
    {
        var isTooMany = _scores.AsSpan(0, _bound).Count(0f) < _bound - MaxRanked;
        var relevance = isTooMany ? [] : Relevance.Of(_session.Words, _words.Some);
        var most = relevance.Values.DefaultIfEmpty(1).Max();
        return [.. rows
            .OrderByDescending(row => (_scores[row.Number] / best) + (relevance.GetValueOrDefault(row.Number) / most)
                + (nearness is null ? 0 : WeightOfNearness * nearness.ShareOf(row)))
            .ThenBy(row => row, RowOrder.Known)];
    }

    /// <summary>A word or phrase of the question.</summary>
    /// <param name="Part">The word or phrase.</param>
    /// <param name="Found">The datasets that have it.</param>
    /// <param name="Weight">Its weight (idf).</param>
    private sealed record WeighedPart(WantedPart Part, RowSet Found, float Weight);
}
