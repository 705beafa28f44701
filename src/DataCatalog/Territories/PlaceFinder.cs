namespace DataCatalog.Territories;

/// <summary>Finds places by what people type of them: a name, a code, a postcode, a SIREN number, a name with its département.</summary>
internal sealed class PlaceFinder
{
    private const int ShortestHead = 2;

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
        _order = new PlaceOrder(places.Populations, place => places.KindOf(place) is "former-commune");
        _names = new NameIndex([.. places.Names.Select((name, place) => places.Nameless.Contains(place) ? "" : PlaceNames.Fold(name))]);
        _codes = new CodeIndex(places);
        _outers = [.. NarrowingKinds.SelectMany(kind => places.BeginningWith($"{kind}:")).Select(OuterOf)];
    }

    /// <summary>The numbers of the places that a text may mean, best first.</summary>
    public IEnumerable<int> Find(string text)
    {
        var matches = new PlaceMatches(_order);
        _codes.Find(text, matches.Add);
        foreach (var name in PlaceNames.Readings(text))
        {
            AddNames(matches, name);
        }

        foreach (var narrowed in Narrowed(text).Where(narrowed => narrowed.Head.Length >= ShortestHead).ToLookup(narrowed => narrowed.Head, narrowed => narrowed.Outer, StringComparer.Ordinal))
        {
            AddNames(matches, narrowed.Key, narrowed.ToHashSet());
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

    /// <summary>Adds the places within others; names that go on come after those that the whole text begins.</summary>
    private void AddNames(PlaceMatches matches, string name, HashSet<int> outers) => _names.Find(name, (place, match) =>
    {
        if (_containment.ContainsAny(outers, place))
        {
            matches.Add(place, match is NameMatch.Exact ? match : NameMatch.InnerWord);
        }
    });

    /// <summary>What stands before the name or code of a larger territory: <c>Saint-Denis (La Réunion)</c>, <c>saint-denis 974</c>.</summary>
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

    private Outer OuterOf(int place) => new(place, PlaceNames.Fold(_places.Names[place]), PlaceNames.Fold(_places.CodeOf(place)), _places.KindOf(place) is not "region");

    /// <summary>A territory whose name or code may stand behind that of a smaller one; of a region, only the name: its code is also that of a département.</summary>
    private sealed record Outer(int Place, string Name, string Code, bool HasOwnCode)
    {
        /// <summary>Whether a word of its name, or its code, begins so: people leave out the article of La Réunion.</summary>
        public bool BeginsWith(string text) =>
            Name.StartsWith(text, StringComparison.Ordinal) || Name.Contains($" {text}", StringComparison.Ordinal) || (HasOwnCode && Code.StartsWith(text, StringComparison.Ordinal));

        /// <summary>What stands before this at the end of a text; a code may be unfinished.</summary>
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
