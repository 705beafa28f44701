using DataCatalog.Index.Columns;
using DataCatalog.Territories;

namespace DataCatalog.Search;

/// <summary>
/// Finds the datasets that cover a grouping through its member communes: they name neither the grouping nor a territory that contains it,
/// but all its communes, or the départements over which it extends. An instance serves one thread.
/// </summary>
/// <param name="places">The territories.</param>
/// <param name="place">The number of the grouping. Any other place has no members, so no dataset covers it in this way.</param>
/// <param name="codes">The codes of the territories that datasets name.</param>
internal sealed class MemberCoverage(TerritoryIndex places, int place, CodeList codes)
{
    private readonly int[] _lastCallOf = new int[places.Members(place).Count];
    private readonly ILookup<int, int> _membersOf = places.Members(place)
        .SelectMany((commune, member) => places.Above(commune).Select(above => (Code: codes.Find(places.IdOf(above)), member)))
        .Where(pair => pair.Code is not null)
        .ToLookup(pair => pair.Code!.Value, pair => pair.member);

    private int _call;

    /// <summary>Whether each member is, or lies in, at least one of the territories.</summary>
    public bool Includes(ReadOnlySpan<int> territories)
    {
        if (_lastCallOf.Length == 0)
        {
            return false;
        }

        _call++;
        var covered = 0;
        foreach (var code in territories)
        {
            foreach (var member in _membersOf[code])
            {
                covered += _lastCallOf[member] == _call ? 0 : 1;
                _lastCallOf[member] = _call;
            }
        }

        return covered == _lastCallOf.Length;
    }
}
