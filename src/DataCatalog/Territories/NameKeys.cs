using System.Runtime.InteropServices;

namespace DataCatalog.Territories;

/// <summary>
/// The names of places as keys that forgive how they are written: compact, so that spaces, hyphens and apostrophes do not matter; also
/// without the article at the beginning, and without small words. Keys have numbers from 0; shorter keys come first, equally long ones in
/// ordinal order.
/// </summary>
internal sealed class NameKeys
{
    private readonly string[] _keys;
    private readonly Entry[] _entries;
    private readonly int[] _firstEntries;

    /// <summary>Indexes names.</summary>
    /// <param name="names">Folded names, each with its place and what it is.</param>
    public NameKeys(IEnumerable<PlaceName> names)
    {
        var pairs = names.SelectMany(name => KeysOf(name))
            .Distinct()
            .OrderBy(pair => pair.Key.Length).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .ToList();
        _keys = [.. pairs.Select(pair => pair.Key).Distinct(StringComparer.Ordinal)];
        _entries = [.. pairs.Select(pair => pair.Entry)];
        _firstEntries = new int[_keys.Length + 1];
        var at = 0;
        for (var key = 0; key < _keys.Length; key++)
        {
            _firstEntries[key] = at;
            while (at < pairs.Count && string.Equals(pairs[at].Key, _keys[key], StringComparison.Ordinal))
            {
                at++;
            }
        }

        _firstEntries[^1] = at;
    }

    public int Count => _keys.Length;

    public string this[int key] => _keys[key];

    /// <summary>Lists the places of a key.</summary>
    public ReadOnlySpan<Entry> PlacesOf(int key) => _entries.AsSpan(_firstEntries[key].._firstEntries[key + 1]);

    /// <summary>Lists the places with a key; none when there is no such key.</summary>
    public ReadOnlySpan<Entry> PlacesOf(string key)
    {
        var at = First(key);
        return at < _keys.Length && string.Equals(_keys[at], key, StringComparison.Ordinal) ? PlacesOf(at) : [];
    }

    /// <summary>Returns the number of the first key that is not shorter than a length.</summary>
    public int FirstOfLength(int length) => First(new string('\0', Math.Max(0, length)));

    /// <summary>Lists the keys that begin with a text, which are together among those of each length.</summary>
    public IEnumerable<int> BeginningWith(string text)
    {
        for (var length = text.Length; length <= _keys.LastOrDefault()?.Length; length++)
        {
            var start = text.PadRight(length, '\0');
            for (var key = First(start); key < Count && IsBeginning(key, length); key++)
            {
                yield return key;
            }
        }

        bool IsBeginning(int key, int length) =>
            _keys[key].Length == length && _keys[key].StartsWith(text, StringComparison.Ordinal);
    }

    /// <summary>Lists the keys of a name. Saint is the beginning of thousands of names, rather than Le Saint without its article.</summary>
    private static IEnumerable<(string Key, Entry Entry)> KeysOf(PlaceName name)
    {
        var compact = PlaceNames.Compact(name.Folded);
        var bare = PlaceNames.Compact(PlaceNames.WithoutArticle(name.Folded));
        return new[] { compact, bare, PlaceNames.Skeleton(name.Folded) }
            .Distinct(StringComparer.Ordinal)
            .Where(key => key.Length > 0 && (key is not "saint" || Same(key, compact)))
            .Select(key => (key, new Entry(name.Place, name.Kind, IsSkeleton: !Same(key, compact) && !Same(key, bare))));

        static bool Same(string first, string second) => string.Equals(first, second, StringComparison.Ordinal);
    }

    private int First(string key)
    {
        var (low, high) = (0, _keys.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var order = _keys[middle].Length != key.Length
                ? _keys[middle].Length - key.Length
                : string.CompareOrdinal(_keys[middle], key);
            (low, high) = order < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>A place with a key.</summary>
    /// <param name="Place">The number of the place.</param>
    /// <param name="Kind">What the name is that has the key.</param>
    /// <param name="IsSkeleton">Whether the key is the name without articles and prepositions within it.</param>
    [StructLayout(LayoutKind.Auto)]
    public readonly record struct Entry(int Place, MatchedOn Kind, bool IsSkeleton);
}

/// <summary>A name of a place.</summary>
/// <param name="Folded">The name, folded.</param>
/// <param name="Place">The number of the place.</param>
/// <param name="Kind">A name, the name of a former commune, or an alias.</param>
internal sealed record PlaceName(string Folded, int Place, MatchedOn Kind);
