using System.Collections;
using DataCatalog.Index.Columns;
using DataCatalog.Index.Text;

namespace DataCatalog.Search;

/// <summary>
/// Tests candidates in one pass: finds which of them are answers, and counts the answers by code. The counts of a facet ignore the filter
/// on that facet, so that they show what its other values would find: a candidate that fails only this filter is counted too.
/// </summary>
internal sealed class CandidateFilter(CatalogColumns columns, Question question)
{
    private readonly (Predicate<Row> Test, int FacetIndex)[] _filters =
        [.. question.Filters.Select(filter => (filter.TestFor(columns), IndexOf(question.Facets, filter.Facet)))];

    private readonly int[][] _counts = [.. question.Facets.Select(facet => new int[columns.Codes(facet).Count])];
    private readonly Facet[] _facets = [.. question.Facets];
    private readonly BitArray _isAnswer = new(columns.Bound);
    private int _total;

    /// <summary>The number of answers.</summary>
    public int Total => _total;

    /// <summary>Whether a candidate is an answer.</summary>
    public bool IsAnswer(int number) => _isAnswer[number];

    /// <summary>Tests all datasets, in the order of their numbers, which is also their order in memory.</summary>
    public void TestAll()
    {
        for (var number = 0; number < columns.Bound; number++)
        {
            if (columns[number] is { } row)
            {
                Test(number, row);
            }
        }
    }

    /// <summary>Lists the answers in an order.</summary>
    public SearchHits InOrder(RowOrder order, TextQuery? words) =>
        HitsOf([new Tier(columns.In(order), _total == columns.Count ? null : _isAnswer)], words);

    /// <summary>Lists the answers among some rows, in the order of these rows.</summary>
    public SearchHits Ranked(Row[] rows, TextQuery words) => HitsOf([new Tier(new RowList(rows), _isAnswer)], words);

    /// <summary>Lists the answers among some rows first, then all other answers.</summary>
    /// <param name="first">The rows of the first answers, in order; some may not be answers.</param>
    /// <param name="isFirst">The numbers of those rows.</param>
    /// <param name="order">The order of the other answers.</param>
    /// <param name="words">The words of the question.</param>
    public SearchHits Tiered(RowList first, BitArray isFirst, RowOrder order, TextQuery words)
    {
        var both = new BitArray(_isAnswer).And(isFirst);
        var others = new BitArray(both).Xor(_isAnswer);
        return HitsOf([new Tier(first, both), new Tier(columns.In(order), others)], words);
    }

    private SearchHits HitsOf(Tier[] tiers, TextQuery? words) => new(tiers, _total, words, _counts);

    /// <summary>Whether a dataset passes all filters; it is not counted.</summary>
    public bool Accepts(Row row) => Array.TrueForAll(_filters, filter => filter.Test(row));

    /// <summary>Tests a candidate, and counts its codes.</summary>
    /// <returns>Whether it is an answer.</returns>
    public bool Test(int number, Row row)
    {
        var failed = -1;
        for (var index = 0; index < _filters.Length; index++)
        {
            if (_filters[index].Test(row))
            {
                continue;
            }

            if (failed >= 0 || _filters[index].FacetIndex < 0)
            {
                return false;
            }

            failed = index;
        }

        if (failed >= 0)
        {
            Count(number, _filters[failed].FacetIndex);
            return false;
        }

        _isAnswer[number] = true;
        _total++;
        for (var facet = 0; facet < _facets.Length; facet++)
        {
            Count(number, facet);
        }

        return true;
    }

    private void Count(int number, int facet) => columns.AddTo(_counts[facet], number, _facets[facet]);

    private static int IndexOf(IReadOnlyList<Facet> facets, Facet? facet)
    {
        for (var index = 0; index < facets.Count; index++)
        {
            if (facets[index] == facet)
            {
                return index;
            }
        }

        return -1;
    }
}
