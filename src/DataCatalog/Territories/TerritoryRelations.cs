using Dapper;
using DataCatalog.Storage;

namespace DataCatalog.Territories;

/// <summary>Which of the territories that datasets name contain a territory, or lie in it.</summary>
internal sealed class TerritoryRelations(Database database, References references)
{
    private const string NamedSql = "select distinct territory_id from dataset_territory where field = 'territories' order by territory_id";

    private volatile Taken? _taken;

    /// <summary>The ids of the named territories that share ground with one: itself, those that contain it, those within it.</summary>
    public IReadOnlyList<string> RelatedTo(string id)
    {
        var known = references.Current;
        var above = WithParents(known, id);
        return [.. Named().Where(other => above.Contains(other) || WithParents(known, other).Contains(id))];
    }

    private static HashSet<string> WithParents(ReferenceSnapshot known, string id)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([id]);
        while (open.TryPop(out var next))
        {
            if (found.Add(next) && known.FindTerritory(next) is { } territory)
            {
                territory.Parents.ToList().ForEach(open.Push);
            }
        }

        return found;
    }

    private IReadOnlyList<string> Named()
    {
        var sequence = database.Sequence;
        if (_taken is { } taken && taken.Sequence == sequence)
        {
            return taken.Named;
        }

        using var connection = database.OpenRead();
        var named = connection.Query<string>(NamedSql).AsList();
        _taken = new Taken(sequence, named);
        return named;
    }

    private sealed record Taken(long Sequence, IReadOnlyList<string> Named);
}
