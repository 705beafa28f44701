using System.Data.Common;
using Dapper;

namespace DataCatalog.Storage;

/// <summary>Links to withdrawn records. Foreign keys check that a row exists, not whether its record was withdrawn.</summary>
internal static class Dangling
{
    private const string Sql = """
        select kind || ' ''' || id || ''' (' || field || ') needs ' || target_kind || ' ''' || target_id || ''''
        from dangling
        order by kind, id, field, target_id
        limit 20
        """;

    /// <summary>Throws when a write leaves a link to a withdrawn record; the exception rolls the transaction back.</summary>
    /// <exception cref="RefusedException">A living record points to a withdrawn one.</exception>
    public static void Refuse(DbConnection connection)
    {
        var links = connection.Query<string>(Sql).AsList();
        if (links.Count > 0)
        {
            throw new RefusedException(
                $"Nothing was written: records in use cannot be withdrawn.{Environment.NewLine}{string.Join(Environment.NewLine, links)}");
        }
    }
}
