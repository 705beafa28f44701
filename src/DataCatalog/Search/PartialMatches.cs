using DataCatalog.Index.Columns;
using DataCatalog.Index.Text;

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

    /// <summary>The part of its weight that a single word of a phrase has where the phrase is not found.</summary>
    private const float ShareOfWord = 0.25f;

    /// <summary>The largest number of candidates that are ranked by relevance (bm25) too, and of answers that are put in order.</summary>
    private const int MaxRanked = 1_000;

    /// <summary>The largest number of words that are looked for: each has a bit.</summary>
    private const int MaxWords = 64;

    private readonly SearchSession _session;
    private readonly TextQuery _words;
    private readonly WantedPart[] _parts;
    private readonly float[] _scores;
    private readonly ulong[] _matched;

    /// <summary>The score of a dataset that has all of the words.</summary>
    private float _most;

    private PartialMatches(SearchSession session, TextQuery words)
    {
        var bound = session.Columns.Bound;
        (_session, _words, _scores, _matched) = (session, words, new float[bound], new ulong[bound]);
        _parts = [.. words.Parts.DistinctBy(part => part.Together, StringComparer.Ordinal).Take(MaxWords)];
        for (var index = 0; index < _parts.Length; index++)
        {
            Add(_parts[index], 1UL << index);
        }
    }

    /// <summary>Finds the datasets; null for a question of one word or one compound, which has no part.</summary>
    public static PartialMatches? Of(SearchSession session, TextQuery words) =>
        words.Parts is [{ Words.Count: 0 }] ? null : new PartialMatches(session, words);

    /// <summary>Lists the answers.</summary>
    /// <param name="filter">The filters of the question; no candidate has been tested yet.</param>
    /// <param name="order">The order of the answers; null for the best first.</param>
    public SearchHits Hits(CandidateFilter filter, RowOrder? order)
    {
        var best = Best(filter);
        var (kept, matched) = (new List<Row>(), 0UL);
        for (var number = 0; number < _scores.Length; number++)
        {
            if (_scores[number] > 0 && _scores[number] >= best * LeastShare && filter.Test(number, _session.Row(number)))
            {
                matched |= _matched[number];
                kept.Add(_session.Row(number));
            }
        }

        var hits = order is not null || kept.Count > MaxRanked ? filter.InOrder(order ?? RowOrder.Known, _words)
            : filter.Ranked(Ranked(kept, best), _words);
        return hits with
        {
            IsRelaxed = true,
            BestShare = best / _most,
            LeftOut = [.. _parts.Where((_, index) => (matched & (1UL << index)) == 0).Select(part => part.Typed)],
        };
    }

    /// <summary>Returns the best score of an answer; of a candidate, when the filters leave no answer.</summary>
    private float Best(CandidateFilter filter)
    {
        var (best, candidate) = (0f, 0f);
        for (var number = 0; number < _scores.Length; number++)
        {
            candidate = Math.Max(candidate, _scores[number]);
            if (_scores[number] > best && filter.Accepts(_session.Row(number)))
            {
                best = _scores[number];
            }
        }

        return best > 0 ? best : candidate;
    }

    /// <summary>
    /// Orders answers by score and relevance, each as a share of the best; by score alone when there are very many candidates.
    /// </summary>
    private Row[] Ranked(List<Row> rows, float best)
    {
        var relevance = _scores.Count(score => score > 0) > MaxRanked ? [] : SearchEngine.RelevanceOf(_session, _words.Some);
        var most = relevance.Values.DefaultIfEmpty(1).Max();
        return [.. rows
            .OrderByDescending(row => (_scores[row.Number] / best) + (relevance.GetValueOrDefault(row.Number) / most))
            .ThenBy(row => row, RowOrder.Known)];
    }

    private void Add(WantedPart part, ulong bit)
    {
        var found = Find(part.Anywhere);
        var weight = WeightOf(found.Count);
        _most += weight;
        foreach (var number in found)
        {
            _scores[number] += weight * ShareOfDescription;
            _matched[number] |= bit;
        }

        foreach (var number in found.Count == 0 ? [] : Find($"{{title keywords subjects}} : {part.Anywhere}"))
        {
            _scores[number] += weight * (1 - ShareOfDescription);
        }

        foreach (var word in part.Words)
        {
            var others = Find(word);
            foreach (var number in others.Where(number => (_matched[number] & bit) == 0))
            {
                _scores[number] += WeightOf(others.Count) * ShareOfWord;
            }
        }
    }

    private List<int> Find(string expression) => [.. new RowNumbers(_session.Snapshot.Connection, _words.Excluding(expression))];

    private float WeightOf(int datasets) => (float)Math.Log(1 + ((_session.Columns.Count - datasets + 0.5) / (datasets + 0.5)));
}
