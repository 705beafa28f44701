using System.Buffers;
using DataCatalog.Index.Columns;
using DataCatalog.Index.Text;
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

    /// <summary>
    /// The largest number of candidates that are ranked by relevance (bm25) too, and of answers that are put in order. The datasets of a
    /// word that more have need not be read where other words decide.
    /// </summary>
    private const int MaxRanked = 1_000;

    /// <summary>
    /// How many times as many datasets as candidates a word must have before only the candidates are asked for it: to find the candidates
    /// again costs as much as to read them.
    /// </summary>
    private const int FewCandidates = 4;

    /// <summary>The largest number of words that are looked for: each asks the index.</summary>
    private const int MaxWords = 64;

    private readonly SearchSession _session;
    private readonly TextQuery _words;
    private readonly CandidateFilter _filter;
    private readonly float[] _scores;
    private readonly int _bound;

    /// <summary>The expression for the candidates, once no other dataset can be an answer; null before.</summary>
    private string? _candidates;

    private PartialMatches(SearchSession session, TextQuery words, CandidateFilter filter, float[] scores) =>
        (_session, _words, _filter, _scores, _bound) = (session, words, filter, scores, session.Columns.Bound);

    /// <summary>Lists the datasets that have some of the words; null for a question of one word or one compound, which has no part.</summary>
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
        WeighedPart[] parts = [.. _words.Parts.DistinctBy(part => part.Together, StringComparer.Ordinal).Take(MaxWords).Select(Weigh)];
        WeighedPair[] pairs = [.. _words.Pairs.Take(MaxWords).Select(Weigh).Where(pair => pair.Datasets > 0)];
        ReadRarestFirst(parts, pairs.Sum(pair => pair.Most));
        Array.ForEach(pairs, Read);
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
            BestShare = best / (parts.Sum(part => part.Whole.Weight) + pairs.Sum(pair => pair.Most)),
            LeftOut = [.. parts.Where(part => !part.Found.Exists(_filter.IsAnswer)).Select(part => part.Part.Typed)],
        };
    }

    /// <summary>
    /// Reads which datasets have the words, rare words first. Once the words that are left cannot make an answer by themselves, only the
    /// candidates are asked for them, where these are few.
    /// </summary>
    /// <param name="parts">The words.</param>
    /// <param name="mostOfPairs">The most that pairs of words add to the score of a dataset.</param>
    private void ReadRarestFirst(WeighedPart[] parts, float mostOfPairs)
    {
        WeighedPart[] ordered = [.. parts.OrderByDescending(part => part.Most)];
        var (rest, read) = (ordered.Sum(part => part.Most) + mostOfPairs, 0L);
        for (var index = 0; index < ordered.Length; index++)
        {
            var part = ordered[index];
            var isFrequent = part.Whole.Datasets > Math.Max(MaxRanked, FewCandidates * read);
            if (_candidates is null && isFrequent && rest < LeastShare * BestAnswer().Score)
            {
                _candidates = string.Join(" OR ", ordered[..index].SelectMany(known => known.Part.Words.Prepend(known.Part.Anywhere)));
            }

            Read(part);
            rest -= part.Most;
            read += part.Whole.Datasets + part.Words.Sum(word => (long)word.Datasets);
        }
    }

    private void Read(WeighedPart part)
    {
        var (anywhere, weight) = (part.Part.Anywhere, part.Whole.Weight);
        part.Found = part.Whole.Datasets == 0 ? [] : Rows(anywhere);
        Add(part.Found, weight * ShareOfDescription);
        if (part.Found.Count > 0)
        {
            Add(Rows($"{{title keywords subjects}} : {anywhere}"), weight * (1 - ShareOfDescription));
        }

        var found = part.Words.Count == 0 ? [] : part.Found.ToHashSet();
        foreach (var word in part.Words)
        {
            Add(Rows(word.Expression).Where(number => !found.Contains(number)), word.Weight * ShareOfWord);
        }
    }

    private void Read(WeighedPair pair)
    {
        Add(Rows(pair.Expression), pair.Most * ShareOfDescription);
        Add(Rows($"{{title keywords subjects}} : {pair.Expression}"), pair.Most * (1 - ShareOfDescription));
    }

    private void Add(IEnumerable<int> numbers, float weight)
    {
        foreach (var number in numbers)
        {
            _scores[number] += weight;
        }
    }

    /// <summary>Returns the best score of an answer; of a candidate, when the filters leave no answer.</summary>
    private float Best()
    {
        var (answer, candidate) = BestAnswer();
        return answer > 0 ? answer : candidate;
    }

    /// <summary>Returns the best score of an answer so far, 0 when there is none, and that of a candidate.</summary>
    private (float Score, float OfCandidate) BestAnswer()
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

        return (best, candidate);
    }

    /// <summary>
    /// Orders answers by score and relevance, each as a share of the best, and by nearness; without the relevance when there are very many
    /// candidates.
    /// </summary>
    private Row[] Ranked(List<Row> rows, float best, Nearness? nearness)
    {
        var isTooMany = _candidates is not null || _scores.AsSpan(0, _bound).Count(0f) < _bound - MaxRanked;
        var relevance = isTooMany ? [] : SearchEngine.RelevanceOf(_session, _words.Some);
        var most = relevance.Values.DefaultIfEmpty(1).Max();
        return [.. rows
            .OrderByDescending(row => (_scores[row.Number] / best) + (relevance.GetValueOrDefault(row.Number) / most)
                + (nearness is null ? 0 : WeightOfNearness * nearness.ShareOf(row)))
            .ThenBy(row => row, RowOrder.Known)];
    }

    private WeighedPart Weigh(WantedPart part) => new(part, Weigh(part.Anywhere), [.. part.Words.Select(Weigh)]);

    private WeighedPair Weigh(SearchTerm pair)
    {
        var word = Weigh(pair.Expression);
        return new WeighedPair(word.Expression, word.Weight * ShareOfPair, word.Datasets);
    }

    private WeighedWord Weigh(string expression)
    {
        var datasets = RowNumbers.Count(_session.Snapshot.Connection, _words.Excluding(expression));
        var weight = Math.Log(1 + ((_session.Columns.Count - datasets + 0.5) / (datasets + 0.5)));
        return new WeighedWord(expression, (float)weight, datasets);
    }

    private List<int> Rows(string expression) => RowNumbers.All(
        _session.Snapshot.Connection,
        _words.Excluding(_candidates is null ? expression : $"({_candidates}) AND {expression}"));

    /// <summary>A word or phrase of the question with its weight.</summary>
    /// <param name="Part">The word or phrase.</param>
    /// <param name="Whole">Its weight where it is found.</param>
    /// <param name="Words">The weights of its single words, a share of which counts where it is not found.</param>
    private sealed record WeighedPart(WantedPart Part, WeighedWord Whole, IReadOnlyList<WeighedWord> Words)
    {
        /// <summary>The most that it adds to the score of a dataset.</summary>
        public float Most { get; } = Math.Max(Whole.Weight, Words.Sum(word => word.Weight) * ShareOfWord);

        /// <summary>The datasets that have it; among the candidates only, once these are known.</summary>
        public List<int> Found { get; set; } = [];
    }

    /// <summary>An expression with its weight.</summary>
    /// <param name="Expression">The expression.</param>
    /// <param name="Weight">The weight (idf).</param>
    /// <param name="Datasets">The number of datasets that match.</param>
    private sealed record WeighedWord(string Expression, float Weight, int Datasets);

    /// <summary>Two words that follow one another.</summary>
    /// <param name="Expression">The expression for both.</param>
    /// <param name="Most">What they add to the score of a dataset that has them together in its title.</param>
    /// <param name="Datasets">The number of datasets that have them together.</param>
    private sealed record WeighedPair(string Expression, float Most, int Datasets);
}
