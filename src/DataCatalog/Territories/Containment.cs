namespace DataCatalog.Territories;

/// <summary>Tells which territory contains which.</summary>
/// <param name="parents">
/// For each territory, the numbers of those that directly contain it. A parent is of a larger kind, so there are no circles.
/// </param>
/// <param name="kinds">The kind of each territory, as a number: larger kinds have smaller numbers.</param>
internal sealed class Containment(NumberLists parents, byte[] kinds)
{
    private readonly NumberLists _children = parents.Inverse();

    /// <summary>Lists a territory, then all that contain it, nearest first.</summary>
    public IReadOnlyList<int> Above(int number)
    {
        List<int> found = [number];
        for (var at = 0; at < found.Count; at++)
        {
            foreach (var parent in parents[found[at]])
            {
                if (!found.Contains(parent))
                {
                    found.Add(parent);
                }
            }
        }

        return [.. found.OrderByDescending(place => kinds[place])];
    }

    /// <summary>Lists a territory, then all within it, in the order of their numbers.</summary>
    public IReadOnlyList<int> Below(int number)
    {
        List<int> found = [number];
        var known = new HashSet<int>();
        for (var at = 0; at < found.Count; at++)
        {
            foreach (var child in _children[found[at]])
            {
                if (known.Add(child))
                {
                    found.Add(child);
                }
            }
        }

        found.Sort(1, found.Count - 1, comparer: null);
        return found;
    }

    /// <summary>Whether a territory is another or contains it, at whatever level.</summary>
    public bool Contains(int outer, int inner)
    {
        if (outer == inner)
        {
            return true;
        }

        foreach (var parent in parents[inner])
        {
            if (Contains(outer, parent))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether one of several territories is another or contains it, at whatever level.</summary>
    public bool ContainsAny(IReadOnlySet<int> outers, int inner)
    {
        if (outers.Contains(inner))
        {
            return true;
        }

        foreach (var parent in parents[inner])
        {
            if (ContainsAny(outers, parent))
            {
                return true;
            }
        }

        return false;
    }
}
