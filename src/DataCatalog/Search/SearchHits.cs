using System.Collections;
using DataCatalog.Index.Columns;
using DataCatalog.Index.Text;

namespace DataCatalog.Search;

/// <summary>The answers to a question.</summary>
/// <param name="Tiers">
/// The rows in groups, better groups first. A place is a number that counts the rows of all tiers, answers or not.
/// </param>
/// <param name="Total">The number of answers.</param>
/// <param name="Words">The words of the question; null when it has none.</param>
/// <param name="Counts">The number of answers by code: one list per facet, in the order of the question's facets.</param>
internal sealed record SearchHits(IReadOnlyList<Tier> Tiers, int Total, TextQuery? Words, IReadOnlyList<int[]> Counts)
{
    /// <summary>Whether the answers have only some of the words, because no dataset has all of them.</summary>
    public bool IsRelaxed { get; init; }

    /// <summary>The part of the question that the best answer has, from 0 to 1; rare words count more.</summary>
    public double BestShare { get; init; } = 1;

    /// <summary>The words that none of these answers has, as they were typed.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>The place after all rows.</summary>
    public int End => Tiers.Sum(tier => tier.Rows.Count);

    /// <summary>The row at a place.</summary>
    public Row At(int place)
    {
        var index = 0;
        for (; place >= Tiers[index].Rows.Count; index++)
        {
            place -= Tiers[index].Rows.Count;
        }

        return Tiers[index].Rows[place];
    }

    /// <summary>Returns the answers from a place on, and the place after the last of them.</summary>
    public IReadOnlyList<Row> From(int place, int limit, out int after)
    {
        var taken = new List<Row>(Math.Min(limit, Total));
        var start = 0;
        after = place;
        foreach (var tier in Tiers)
        {
            for (; after - start < tier.Rows.Count && taken.Count < limit; after++)
            {
                if (tier.HasAt(after - start))
                {
                    taken.Add(tier.Rows[after - start]);
                }
            }

            start += tier.Rows.Count;
        }

        return taken;
    }

    /// <summary>Returns the place of the answer that comes a number of answers before a place; 0 when there are fewer.</summary>
    public int Before(int place, int count)
    {
        while (place > 0 && count > 0)
        {
            place--;
            count -= Has(place) ? 1 : 0;
        }

        return place;
    }

    /// <summary>Returns the place of an answer by its number among the answers, from 0.</summary>
    public int PlaceOf(int answer)
    {
        From(0, answer, out var place);
        return place;
    }

    /// <summary>Whether there is an answer from a place on.</summary>
    public bool HasFrom(int place) => From(place, 1, out _).Count > 0;

    /// <summary>Whether there is an answer before a place.</summary>
    public bool HasBefore(int place)
    {
        while (place > 0)
        {
            if (Has(--place))
            {
                return true;
            }
        }

        return false;
    }

    private bool Has(int place)
    {
        foreach (var tier in Tiers)
        {
            if (place < tier.Rows.Count)
            {
                return tier.HasAt(place);
            }

            place -= tier.Rows.Count;
        }

        return false;
    }
}

/// <summary>A group of rows in order.</summary>
/// <param name="Rows">The rows; some may not be answers.</param>
/// <param name="Answers">The numbers of the rows that are answers; null when all are.</param>
internal readonly record struct Tier(RowList Rows, BitArray? Answers)
{
    /// <summary>Whether the row at a place is an answer.</summary>
    public bool HasAt(int place) => Answers is null || Answers[Rows.NumberAt(place)];

    /// <summary>Returns the numbers of the rows that are answers and are in a set.</summary>
    public BitArray Among(BitArray set) => Answers is null ? set : new BitArray(Answers).And(set);
}
