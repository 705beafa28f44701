namespace DataCatalog.Territories;

/// <summary>
/// Finds places by the text that people type: a name, a code, a postcode, a SIREN number, or a name with its département.
/// </summary>
internal sealed class PlaceFinder
{
    private const int MinHeadLength = 2;

    private static readonly string[] NarrowingKinds = ["departement", "collectivite", "region"];

    private readonly PlaceColumns _places;
    private readonly Containment _containment;
    private readonly PlaceOrder _order;
    private readonly NameIndex _names;
    private readonly CodeIndex _codes;
    private readonly Outer[] _outers;

    public PlaceFinder(PlaceColumns places, Containment containment)
    {
        _places = places;
        _containment = containment;
        _order = new PlaceOrder(places.Populations, place => places.KindOf(place) is "former-commune" or "country-subset");
        _names = new NameIndex([.. places.Names.Select((name, place) => places.Nameless.Contains(place) ? "" : PlaceNames.Fold(name))]);
        _codes = new CodeIndex(places);
        _outers = [.. NarrowingKinds.SelectMany(kind => places.BeginningWith($"{kind}:")).Select(OuterOf)];
    }

    /// <summary>Lists the numbers of the places that a text may mean, best first.</summary>
    public IEnumerable<int> Find(string text)
    {
        var matches = new PlaceMatches(_order);
        _codes.Find(text, matches.Add);
        foreach (var name in PlaceNames.Readings(text))
        {
            AddNames(matches, name);
        }

        var narrowed = Narrowed(text)
            .Where(reading => reading.Head.Length >= MinHeadLength)
            .ToLookup(reading => reading.Head, reading => reading.Outer, StringComparer.Ordinal);
        foreach (var outers in narrowed)
        {
            AddNames(matches, outers.Key, outers.ToHashSet());
        }

        return matches.InOrder();
    }

    private void AddNames(PlaceMatches matches, string name)
    {
        if (name.Length > 0)
        {
            _names.Find(name, matches.Add);
        }
    }

    /// <summary>
    /// Adds the places of a name that lie within others. Names that only begin with it come after those that begin with the whole text.
    /// </summary>
    private void AddNames(PlaceMatches matches, string name, HashSet<int> outers) => _names.Find(name, (place, match) =>
    {
        if (_containment.ContainsAny(outers, place))
        {
            matches.Add(place, match is NameMatch.Exact ? match : NameMatch.InnerWord);
        }
    });

    /// <summary>
    /// Splits a text into a name and a larger territory, in all possible ways: <c>Saint-Denis (La Réunion)</c>, <c>saint-denis 974</c>.
    /// </summary>
    private IEnumerable<(string Head, int Outer)> Narrowed(string text)
    {
        if (text.Split('(', 2) is [var before, var inside])
        {
            var head = PlaceNames.Fold(before);
            var tail = PlaceNames.Fold(inside);
            return _outers.Where(outer => outer.BeginsWith(tail)).Select(outer => (head, outer.Place));
        }

        var folded = PlaceNames.Fold(text);
        return _outers.SelectMany(outer => outer.HeadsIn(folded).Select(head => (head, outer.Place)));
    }

    private Outer OuterOf(int place) => new(
        place,
        PlaceNames.Fold(_places.Names[place]),
        PlaceNames.Fold(_places.CodeOf(place)),
        _places.KindOf(place) is not "region");

    /// <summary>
    /// A territory whose name or code people may add to the name of a smaller one. For a region this is only the name: its code may also be
    /// that of a département.
    /// </summary>
    private sealed record Outer(int Place, string Name, string Code, bool HasOwnCode)
    {
        /// <summary>
        /// Whether a word of its name, or its code, begins with a text. Any word counts, since people leave out the article of La Réunion.
        /// </summary>
        public bool BeginsWith(string text) =>
            Name.StartsWith(text, StringComparison.Ordinal)
            || Name.Contains($" {text}", StringComparison.Ordinal)
            || (HasOwnCode && Code.StartsWith(text, StringComparison.Ordinal));

        /// <summary>
        /// Returns the part of a text before the name or the code of this territory at its end; the code may be unfinished.
        /// </summary>
        public IEnumerable<string> HeadsIn(string text)
        {
            if (text.EndsWith($" {Name}", StringComparison.Ordinal))
            {
                yield return text[..^(Name.Length + 1)];
            }

            var space = text.LastIndexOf(' ');
            if (HasOwnCode && space > 0 && Code.AsSpan().StartsWith(text.AsSpan(space + 1), StringComparison.Ordinal))
            {
                yield return text[..space];
            }
        }
    }
}
