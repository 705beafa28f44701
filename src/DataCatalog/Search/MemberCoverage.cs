using DataCatalog.Index.Columns;
using DataCatalog.Territories;

namespace DataCatalog.Search;

/// <summary>
/// Tells which datasets are about every commune of a grouping without naming it or what contains it: they list the communes, or the
/// départements across which it lies. One pass at a time.
/// </summary>
/// <param name="map">The territories.</param>
/// <param name="place">The number of the grouping; any other place has no members, and nothing covers it in this way.</param>
/// <param name="codes">The territories that datasets name.</param>
internal sealed class MemberCoverage(TerritoryMap map, int place, CodeList codes)
{
    private readonly int[] _metIn = new int[map.Members(place).Count];
    private readonly ILookup<int, int> _membersOf = map.Members(place)
        .SelectMany((commune, member) => map.Above(commune).Select(above => (Code: codes.Find(map.IdOf(above)), member)))
        .Where(covered => covered.Code is not null)
        .ToLookup(covered => covered.Code!.Value, covered => covered.member);

    private int _asked;

    /// <summary>Whether territories have each member between them.</summary>
    public bool Includes(ReadOnlySpan<int> territories)
    {
        if (_metIn.Length == 0)
        {
            return false;
        }

        _asked++;
        var met = 0;
        foreach (var code in territories)
        {
            foreach (var member in _membersOf[code])
            {
                met += _metIn[member] == _asked ? 0 : 1;
                _metIn[member] = _asked;
            }
        }

        return met == _metIn.Length;
    }
}
