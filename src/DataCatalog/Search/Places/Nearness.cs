using System.Collections;
using DataCatalog.Index.Columns;
using DataCatalog.Index.Words;
using DataCatalog.Territories;

namespace DataCatalog.Search.Places;

/// <summary>
/// How near the data of a dataset are to a territory: on the territory itself, on its commune or grouping, or on a larger territory.
/// </summary>
internal sealed class Nearness
{
    /// <summary>The number of levels; level 0 is the nearest.</summary>
    private const int Levels = 3;

    private readonly CatalogColumns _columns;

    /// <summary>The level of each code of <see cref="Facet.Territory"/>.</summary>
    private readonly byte[] _levels;

    public Nearness(CatalogColumns columns, TerritoryIndex places, int territory)
    {
        _columns = columns;
        var codes = columns.Codes(Facet.Territory);
        _levels = new byte[codes.Count];
        Array.Fill(_levels, (byte)(Levels - 1));
        var local = places.Above(territory).Where(place => place == territory || places.KindOf(place) is "commune" or "ept" or "epci");
        foreach (var around in local)
        {
            if (codes.Find(places.IdOf(around)) is { } code)
            {
                _levels[code] = around == territory ? (byte)0 : (byte)1;
            }
        }
    }

    /// <summary>Lists answers by level, the nearest first; within a level they keep their order.</summary>
    /// <param name="hits">The answers.</param>
    /// <param name="about">
    /// Those whose own texts have the words: others only belong to a subject of that name, and do not come first for being near.
    /// </param>
    public SearchHits NearestFirst(SearchHits hits, RowSet about)
    {
        var levels = Enumerable.Range(0, Levels).Select(_ => new BitArray(_columns.Bound)).ToArray();
        foreach (var tier in hits.Tiers)
        {
            for (var place = 0; place < tier.Rows.Count; place++)
            {
                if (tier.HasAt(place) && tier.Rows[place] is var row)
                {
                    levels[about.Has(row.Number) ? LevelOf(row) : Levels - 1][row.Number] = true;
                }
            }
        }

        return hits with
        {
            Tiers =
            [
                .. levels.Where(level => level.HasAnySet())
                    .SelectMany(level => hits.Tiers, (level, tier) => tier with { Answers = tier.Among(level) }),
            ],
        };
    }

    /// <summary>Returns how near the data of a dataset are: 1 for those on the territory itself, 0 for those on a larger one.</summary>
    public double ShareOf(Row row) => 1 - ((double)LevelOf(row) / (Levels - 1));

    private int LevelOf(Row row)
    {
        var nearest = Levels - 1;
        foreach (var code in _columns.Codes(row, Facet.Territory))
        {
            nearest = Math.Min(nearest, _levels[code]);
        }

        return nearest;
    }
}
