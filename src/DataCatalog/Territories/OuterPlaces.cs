namespace DataCatalog.Territories;

/// <summary>The territories whose name, code or alias people add to the name of a smaller one.</summary>
internal sealed class OuterPlaces
{
    private const int MaxWords = 6;

    private static readonly string[] KindsWithCodes = ["departement", "collectivite"];

    private readonly Dictionary<string, HashSet<int>> _byKey = new(StringComparer.Ordinal);
    private readonly (int Place, string Name, string? Code)[] _all;

    public OuterPlaces(PlaceColumns places)
    {
        _all =
        [
            .. KindsWithCodes.SelectMany(kind => places.BeginningWith($"{kind}:"))
                .Select(place => (place, PlaceNames.Fold(places.Names[place]), (string?)PlaceNames.Fold(places.CodeOf(place)))),
            .. places.BeginningWith("region:").Select(place => (place, PlaceNames.Fold(places.Names[place]), (string?)null)),
        ];
        foreach (var (place, name, code) in _all)
        {
            Add(PlaceNames.Compact(name), place);
            Add(PlaceNames.Compact(PlaceNames.WithoutArticle(name)), place);
            if (code is not null)
            {
                Add(code, place);
            }
        }

        foreach (var (name, ids) in PlaceAliases.All)
        {
            foreach (var place in ids.Split(' ').Select(places.NumberOf).OfType<int>())
            {
                Add(PlaceNames.Compact(name), place);
            }
        }
    }

    /// <summary>Splits a text into a name and a larger territory, after or before it, in all possible ways.</summary>
    public IEnumerable<PlaceReading> Narrowed(PlaceReading reading)
    {
        var words = reading.Words;
        for (var split = Math.Max(1, words.Length - MaxWords); split < words.Length; split++)
        {
            if (_byKey.TryGetValue(string.Concat(words[split..]), out var outers))
            {
                yield return reading with { Words = WithoutPreposition(words[..split]), Outers = outers };
            }
        }

        for (var split = 1; split < words.Length && split <= MaxWords; split++)
        {
            if (_byKey.TryGetValue(string.Concat(words[..split]), out var outers))
            {
                yield return reading with { Words = words[split..], Outers = outers };
            }
        }
    }

    /// <summary>Reads a text whose last word may become the code of a département: <c>saint-denis 97</c>.</summary>
    public PlaceReading? Unfinished(PlaceReading reading)
    {
        var outers = reading.Words.Length < 2
            ? []
            : _all.Where(outer => outer.Code?.StartsWith(reading.Words[^1], StringComparison.Ordinal) is true)
                .Select(outer => outer.Place).ToHashSet();
        return outers.Count == 0 ? null : reading with { Words = reading.Words[..^1], Outers = outers, IsUncertain = true };
    }

    /// <summary>
    /// Reads a text with a parenthesis, which may still be open: <c>Saint-Denis (La Réunion)</c>. Any word of the larger name counts, since
    /// people leave out the article of La Réunion.
    /// </summary>
    public PlaceReading? InParenthesis(string text)
    {
        if (text.Split('(', 2) is not [var before, var inside] || PlaceNames.Fold(before) is not { Length: > 1 } head)
        {
            return null;
        }

        var tail = PlaceNames.Fold(inside);
        var outers = _all.Where(outer =>
            outer.Name.StartsWith(tail, StringComparison.Ordinal)
            || outer.Name.Contains($" {tail}", StringComparison.Ordinal)
            || outer.Code?.StartsWith(tail, StringComparison.Ordinal) is true);
        return new PlaceReading(head.Split(' ')) { Outers = outers.Select(outer => outer.Place).ToHashSet() };
    }

    /// <summary>Returns the département or collectivité of a postcode, or both départements of Corse.</summary>
    public IReadOnlySet<int> OfPostcode(int postcode)
    {
        var department = postcode / 1000;
        string[] codes = department is 20 ? ["2a", "2b"] : department is 97 or 98 ? [$"{postcode / 100}"] : [$"{department:D2}"];
        return codes.SelectMany(code => _byKey.GetValueOrDefault(code, [])).ToHashSet();
    }

    private static string[] WithoutPreposition(string[] words)
    {
        var length = words.Length;
        while (length > 1 && PlaceNames.IsSmallWord(words[length - 1]))
        {
            length--;
        }

        return words[..length];
    }

    private void Add(string key, int place)
    {
        if (!_byKey.TryGetValue(key, out var places))
        {
            _byKey.Add(key, places = []);
        }

        places.Add(place);
    }
}
