using System.Collections;
using DataCatalog.Index.Columns;
using DataCatalog.Search.Text;

namespace DataCatalog.Search;

/// <summary>
/// Tests candidates in one pass: which of them are answers, and how many have each code. A facet's counts leave out its own filter, as shops
/// do: a candidate that fails that one only is counted there.
/// </summary>
internal sealed class CandidateFilter(CatalogColumns columns, Question question)
{
    private readonly (Predicate<Row> Test, int Counted)[] _filters =
        [.. question.Filters.Select(filter => (filter.Over(columns), IndexOf(question.Facets, filter.Facet)))];

    private readonly int[][] _counts = [.. question.Facets.Select(facet => new int[columns.Codes(facet).Count])];
    private readonly Facet[] _facets = [.. question.Facets];
    private readonly BitArray _isAnswer = new(columns.Bound);
    private int _total;

    /// <summary>How many answers there are.</summary>
    public int Total => _total;

    /// <summary>Tests all datasets, in the order of their numbers: memory is then read from one end to the other.</summary>
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

    /// <summary>The answers in an order.</summary>
    public SearchHits Ordered(RowOrder order, TextQuery? words, bool isRelaxed) => Of([new Tier(columns.In(order), _total == columns.Count ? null : _isAnswer)], words, isRelaxed);

    /// <summary>The answers among some rows that are in order already.</summary>
    public SearchHits Ranked(Row[] rows, TextQuery words, bool isRelaxed) => Of([new Tier(rows, _isAnswer)], words, isRelaxed);

    /// <summary>Some answers first, then the others.</summary>
    /// <param name="first">Rows in order, some of which may be no answers.</param>
    /// <param name="isFirst">The numbers of those rows.</param>
    /// <param name="order">The order of the others.</param>
    /// <param name="words">What was looked for.</param>
    /// <param name="isRelaxed">Whether these have some of the words only.</param>
    public SearchHits Tiered(ReadOnlyMemory<Row> first, BitArray isFirst, RowOrder order, TextQuery words, bool isRelaxed)
    {
        var both = new BitArray(_isAnswer).And(isFirst);
        var others = new BitArray(both).Xor(_isAnswer);
        return Of([new Tier(first, both), new Tier(columns.In(order), others)], words, isRelaxed);
    }

    private SearchHits Of(Tier[] tiers, TextQuery? words, bool isRelaxed) => new(tiers, _total, isRelaxed, words, _counts);

    /// <summary>Tests a candidate. Without filters, only its codes are read.</summary>
    public void Test(int number, Row row)
    {
        var failed = -1;
        for (var index = 0; index < _filters.Length; index++)
        {
            if (_filters[index].Test(row))
            {
                continue;
            }

            if (failed >= 0 || _filters[index].Counted < 0)
            {
                return;
            }

            failed = index;
        }

        if (failed >= 0)
        {
            Count(number, _filters[failed].Counted);
            return;
        }

        _isAnswer[number] = true;
        _total++;
        for (var facet = 0; facet < _facets.Length; facet++)
        {
            Count(number, facet);
        }
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
