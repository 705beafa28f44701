namespace DataCatalog.Territories;

/// <summary>Finds places by a whole name, and checks what else a text says about them.</summary>
internal sealed class WholeNames
{
    /// <summary>The length from which words that make a name without their spaces do so hardly by chance.</summary>
    private const int MinSureLength = 8;

    private readonly PlaceColumns _places;
    private readonly Containment _containment;
    private readonly IReadOnlyList<string> _names;

    /// <summary>Indexes the names.</summary>
    /// <param name="places">The places.</param>
    /// <param name="containment">Which contains which.</param>
    /// <param name="names">The folded name of each place; an empty one is never found.</param>
    public WholeNames(PlaceColumns places, Containment containment, IReadOnlyList<string> names)
    {
        (_places, _containment, _names) = (places, containment, names);
        Keys = new NameKeys(NamesOf(places, names));
    }

    public NameKeys Keys { get; }

    /// <summary>Adds the places whose whole name is that of a reading, if they are as the reading says.</summary>
    /// <returns>Whether there are any.</returns>
    public bool Find(PlaceReading reading, PlaceMatches found) =>
        Find(reading, PlaceNames.Compact(reading.Head), isSkeleton: false, found);

    /// <summary>
    /// Adds the places whose whole name is that of a reading, word by word; only a long name, or one word, may have other spaces than the
    /// official name: the words of a sentence meet by chance.
    /// </summary>
    /// <returns>Whether there are any.</returns>
    public bool FindAsTyped(PlaceReading reading, PlaceMatches found)
    {
        var head = reading.Head;
        var mayDiffer = reading.Words is [_] || (head.Length >= MinSureLength && !PlaceNames.IsSmallWord(reading.Words[0]));
        return Find(reading, PlaceNames.Compact(head), isSkeleton: false, found, mayDiffer ? null : place =>
            string.Equals(_names[place], head, StringComparison.Ordinal)
            || string.Equals(PlaceNames.WithoutArticle(_names[place]), head, StringComparison.Ordinal));
    }

    /// <summary>Adds the places whose whole name is that of a reading but for articles and prepositions.</summary>
    public void FindBySkeleton(PlaceReading reading, PlaceMatches found) =>
        Find(reading, PlaceNames.Skeleton(reading.Head), isSkeleton: true, found);

    /// <summary>Whether a place is of the kind, and within the territories, that a reading asks for.</summary>
    public bool Accepts(PlaceReading reading, int place) =>
        (reading.Kinds is null || reading.Kinds.Contains(_places.KindOf(place), StringComparer.Ordinal))
        && (reading.LegalForms is null || reading.LegalForms.Contains(_places.LegalFormOf(place), StringComparer.Ordinal))
        && (reading.Postcode is not { } postcode || _places.Postcodes[place].Contains(postcode))
        && (reading.Outers is null || _containment.ContainsAny(reading.Outers, place));

    /// <summary>Whether a key has a place that a reading may mean.</summary>
    public bool AcceptsAny(PlaceReading reading, int key)
    {
        foreach (var entry in Keys.PlacesOf(key))
        {
            if (Accepts(reading, entry.Place))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Returns what the name of a place is.</summary>
    public MatchedOn NameKindOf(int place) => _places.KindOf(place) is "former-commune" ? MatchedOn.FormerName : MatchedOn.Name;

    private bool Find(PlaceReading reading, string key, bool isSkeleton, PlaceMatches found, Func<int, bool>? isTyped = null)
    {
        var head = reading.Head;
        var any = false;
        foreach (var (place, kind, hasSkeleton) in Keys.PlacesOf(key))
        {
            if ((isSkeleton || !hasSkeleton) && Accepts(reading, place) && isTyped?.Invoke(place) is not false)
            {
                found.Add(place, MatchOf(reading, head, place, kind), kind);
                any = true;
            }
        }

        return any;
    }

    /// <summary>
    /// Returns how well a name that has a key of a reading matches it. The name of a grouping without its legal form comes after the names
    /// of communes, unless the text has the form.
    /// </summary>
    private NameMatch MatchOf(PlaceReading reading, string head, int place, MatchedOn kind)
    {
        var isExact = kind is MatchedOn.Alias || string.Equals(_names[place], head, StringComparison.Ordinal);
        var isBare = reading.LegalForms is null && !isExact && _places.KindOf(place) is "epci";
        return (reading.IsUncertain || isBare, isExact) switch
        {
            (false, true) => NameMatch.Exact,
            (false, false) => NameMatch.Loose,
            (true, true) => NameMatch.Beginning,
            (true, false) => isBare ? NameMatch.Beginning : NameMatch.InnerWord,
        };
    }

    private IEnumerable<PlaceName> NamesOf(PlaceColumns places, IReadOnlyList<string> names) =>
        names.Select((name, place) => new PlaceName(name, place, NameKindOf(place)))
            .Concat(places.BeginningWith("epci:").Select(place => new PlaceName(WithoutForm(names[place]), place, MatchedOn.Name)))
            .Concat(PlaceAliases.All.SelectMany(alias => alias.Ids.Split(' ').Select(places.NumberOf).OfType<int>()
                .Select(place => new PlaceName(alias.Name, place, MatchedOn.Alias))));

    /// <summary>Returns the folded name of a grouping without the legal form: <c>cc du pays de pontchateau</c>.</summary>
    private static string WithoutForm(string name) => name.Split(' ', 2) is ["cc" or "ca" or "cu", var rest] ? rest : "";
}
