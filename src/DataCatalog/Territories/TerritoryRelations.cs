using Dapper;
using DataCatalog.Storage;

namespace DataCatalog.Territories;

/// <summary>Which territories contain a territory, or lie in it.</summary>
internal sealed class TerritoryRelations(Database database)
{
    private const string RelatedSql = """
        with recursive
          above (id) as (
            select @id
            union
            select l.other_id from above join territory_territory l on l.territory_id = above.id and l.field = 'parents'),
          below (id) as (
            select @id
            union
            select l.territory_id from below join territory_territory l on l.other_id = below.id and l.field = 'parents')
        select id from above union select id from below order by id
        """;

    /// <summary>The ids of the territories that share ground with one: itself, those that contain it, those within it.</summary>
    public IReadOnlyList<string> RelatedTo(string id)
    {
        using var connection = database.OpenRead();
        return connection.Query<string>(RelatedSql, new { id }).AsList();
    }
}
