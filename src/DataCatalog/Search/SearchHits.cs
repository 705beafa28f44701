using System.Collections;
using DataCatalog.Index.Columns;
using DataCatalog.Search.Text;

namespace DataCatalog.Search;

/// <summary>What a question finds.</summary>
/// <param name="Tiers">The answers, better ones first. A place is a number among the rows of all tiers, answers or not.</param>
/// <param name="Total">How many answers there are.</param>
/// <param name="IsRelaxed">Whether no dataset had all of the words, and these have some.</param>
/// <param name="Words">The words that were looked for; null without any.</param>
/// <param name="Counts">How many answers have each code, a list a facet, in the order of the facets that were asked.</param>
internal sealed record SearchHits(IReadOnlyList<Tier> Tiers, int Total, bool IsRelaxed, TextQuery? Words, IReadOnlyList<int[]> Counts)
{
    /// <summary>The place behind all answers.</summary>
    public int End { get; } = Tiers.Sum(tier => tier.Rows.Length);

    /// <summary>The row at a place.</summary>
    public Row At(int place)
    {
        var index = 0;
        for (; place >= Tiers[index].Rows.Length; index++)
        {
            place -= Tiers[index].Rows.Length;
        }

        return Tiers[index].Rows.Span[place];
    }

    /// <summary>The answers from a place on, at most so many, and the place after the last of them.</summary>
    public IReadOnlyList<Row> From(int place, int limit, out int after)
    {
        var taken = new List<Row>(Math.Min(limit, Total));
        var start = 0;
        after = place;
        foreach (var tier in Tiers)
        {
            var rows = tier.Rows.Span;
            for (; after - start < rows.Length && taken.Count < limit; after++)
            {
                if (tier.Has(rows[after - start]))
                {
                    taken.Add(rows[after - start]);
                }
            }

            start += rows.Length;
        }

        return taken;
    }

    /// <summary>The place of the answer that is so many answers before a place; 0 when there are fewer.</summary>
    public int Before(int place, int count)
    {
        while (place > 0 && count > 0)
        {
            place--;
            count -= Has(place) ? 1 : 0;
        }

        return place;
    }

    /// <summary>The place of an answer by its number among the answers, from 0.</summary>
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
            if (place < tier.Rows.Length)
            {
                return tier.Has(tier.Rows.Span[place]);
            }

            place -= tier.Rows.Length;
        }

        return false;
    }
}

/// <summary>Rows in the order of an answer.</summary>
/// <param name="Rows">The rows, some of which may be no answers.</param>
/// <param name="Answers">The numbers of those that are; null where all are.</param>
internal readonly record struct Tier(ReadOnlyMemory<Row> Rows, BitArray? Answers)
{
    public bool Has(Row row) => Answers is null || Answers[row.Number];
}
