using System.Data.Common;
using System.Text.Json;
using Dapper;
using DataCatalog.Territories;

namespace DataCatalog.Harvesting;

/// <summary>
/// What a view of a territory has: the datasets on one of some territories, except those that divide territories, because they have
/// exceptions or do not know all, of which it has those that are kept. All are JSON arrays of ids.
/// </summary>
/// <param name="Territories">The territory, those that contain it and those within it.</param>
/// <param name="Dividing">The datasets with exceptions, or with territories of which nothing is known.</param>
/// <param name="Kept">Those of them that cover the territory or a part of it, or may cover it.</param>
internal sealed record RelatedTerritories(string Territories, string Dividing, string Kept)
{
    private const string Sql = """
        select dataset_id as Dataset, field as Field, territory_id as Territory from dataset_territory
        where field <> 'reuseExample.territory' and dataset_id in (
          select dataset_id from dataset_territory where field in ('territoriesExcept', 'territoriesUnknown'))
        order by dataset_id
        """;

    /// <summary>Reads what each dataset with exceptions states.</summary>
    public static IReadOnlyList<StatedArea> Read(DbConnection connection) =>
    [
        .. connection.Query<(string Dataset, string Field, string Territory)>(Sql)
            .GroupBy(link => link.Dataset, StringComparer.Ordinal)
            .Select(links =>
            {
                var byField = links.ToLookup(link => link.Field, link => link.Territory, StringComparer.Ordinal);
                return new StatedArea(
                    links.Key, [.. byField["territories"]], [.. byField["territoriesExcept"]], [.. byField["territoriesUnknown"]]);
            }),
    ];

    public static RelatedTerritories Of(TerritoryIndex places, int number, IReadOnlyList<StatedArea> stated)
    {
        var areas = new RecordAreas(places, number);
        return new RelatedTerritories(
            JsonSerializer.Serialize(places.RelatedTo(number)),
            JsonSerializer.Serialize(stated.Select(area => area.Dataset)),
            JsonSerializer.Serialize(stated.Where(areas.MayConcern).Select(area => area.Dataset)));
    }
}
