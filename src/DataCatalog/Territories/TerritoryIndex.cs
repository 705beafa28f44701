using DataCatalog.Dcat;
using DataCatalog.Dcat.Records;

namespace DataCatalog.Territories;

/// <summary>
/// An immutable map of all present territories, in memory: their facts, which contains which, and a search by what people type. Places have
/// numbers from 0, in the ordinal order of their ids; a number is valid for one map only.
/// </summary>
internal sealed class TerritoryIndex
{
    /// <summary>The length from which a code without a kind has nearest places: a shorter one would match too many.</summary>
    private const int MinNearestLength = 2;

    /// <summary>The length up to which an id has nearest places: no id and no name is longer.</summary>
    private const int MaxNearestLength = 80;

    private readonly PlaceColumns _places;
    private readonly Containment _containment;
    private readonly PlaceFinder _finder;
    private readonly PlaceSpans _spans;
    private readonly TerritoryKeys _keys;

    /// <summary>Creates the index.</summary>
    /// <param name="territories">All present territories, in the ordinal order of their ids.</param>
    /// <param name="iris">The addresses of this catalogue; null where no address is read.</param>
    public TerritoryIndex(IEnumerable<PlaceRow> territories, CatalogIris? iris = null)
    {
        _places = new PlaceColumns(territories);
        _containment = new Containment(_places.Parents, _places.Kinds);
        _finder = new PlaceFinder(_places, _containment);
        _spans = new PlaceSpans(_places, _containment, _finder);
        _keys = new TerritoryKeys(_places, _finder.Codes, iris);
    }

    public int Count => _places.Count;

    public Place this[int number] => _places[number];

    /// <summary>
    /// Returns the number of a place by its typed id, such as <c>commune:35238</c>; null when no present territory has it.
    /// </summary>
    public int? NumberOf(string id) => _places.NumberOf(id);

    /// <summary>Returns the typed id of a place.</summary>
    public string IdOf(int number) => _places.Ids[number];

    /// <summary>
    /// Returns the name of a place with its département, region or collectivité, which tells it from others of the same name.
    /// </summary>
    public string FullNameOf(int number) =>
        Around(number) is { Count: > 0 } around ? $"{this[number].Name} ({around[0]})" : this[number].Name;

    /// <summary>Lists the names of the département, region or collectivité that contain a place, the smallest first.</summary>
    public IReadOnlyList<string> Around(int number) =>
    [
        .. Above(number).Skip(1).Where(above => KindOf(above) is "departement" or "collectivite" or "region")
            .Select(above => this[above].Name).Distinct(StringComparer.Ordinal),
    ];

    /// <summary>Returns the bounding box of a place; null when it is unknown.</summary>
    public BoundingBox? BoxOf(int number) => _places.BoxOf(number);

    public string KindOf(int number) => _places.KindOf(number);

    /// <summary>Returns which kind of EPCI a place is (<see cref="Territory.LegalForms"/>); null when it is none or unknown.</summary>
    public string? LegalFormOf(int number) => _places.LegalFormOf(number);

    /// <summary>Returns the number of inhabitants of a place; null when it is unknown.</summary>
    public int? PopulationOf(int number) => _places.Populations[number] is >= 0 and var population ? population : null;

    /// <summary>Lists the numbers of all places of a kind; they are consecutive.</summary>
    public IEnumerable<int> OfKind(string kind) => _places.BeginningWith($"{kind}:");

    /// <summary>
    /// Lists a place, then all that contain it, nearest first: commune, EPT, EPCI, département, collectivité, region, country subset,
    /// country. None is repeated.
    /// </summary>
    public IReadOnlyList<int> Above(int number) => _containment.Above(number);

    /// <summary>Lists a place, then all within it in the order of their numbers. None is repeated.</summary>
    public IReadOnlyList<int> Below(int number) => _containment.Below(number);

    /// <summary>Lists the communes of a grouping (EPCI, EPT): data on all of them cover the grouping. None for other places.</summary>
    public IReadOnlyList<int> Members(int number) =>
        KindOf(number) is "epci" or "ept" ? [.. Below(number).Where(inner => KindOf(inner) is "commune")] : [];

    /// <summary>
    /// Lists the parts of a place of which datasets may state different things: the communes of a grouping, the départements of a region,
    /// the regions and overseas collectivities of France or a part of it. None for other places.
    /// </summary>
    public IReadOnlyList<int> Parts(int number) => KindOf(number) switch
    {
        "country" or "country-subset" => [.. Below(number).Where(inner => KindOf(inner) is "region" or "collectivite")],
        "region" => [.. Below(number).Where(inner => KindOf(inner) is "departement")],
        _ => Members(number),
    };

    /// <summary>Whether a place is another or contains it, at whatever level.</summary>
    public bool Contains(int outer, int inner) => _containment.Contains(outer, inner);

    /// <summary>Lists the ids of a place, of those that contain it and of those within it, in ordinal order.</summary>
    public IEnumerable<string> RelatedTo(int number) => Above(number).Union(Below(number)).Order().Select(IdOf);

    /// <summary>
    /// Finds the places that a text may mean, best first: those whose whole name or code is the text, then those whose name or code begins
    /// with it, then those with a further word that begins with it; among equals the more populous first. Former communes and country
    /// subsets come last, unless the text is their whole name or code.
    /// </summary>
    public IReadOnlyList<Place> Find(string text, int limit) => [.. FindNumbers(text).Take(limit).Select(number => this[number])];

    /// <summary>Finds all places that a text may mean, as <see cref="Find"/> does, and lists their numbers.</summary>
    public IEnumerable<int> FindNumbers(string text) => FindHits(text).Select(hit => hit.Place);

    /// <summary>Finds all places that a text may mean, as <see cref="Find"/> does, and says why.</summary>
    public IEnumerable<PlaceHit> FindHits(string text) => FindMatches(text).InOrder();

    /// <summary>Finds all places that a text may mean, as <see cref="Find"/> does.</summary>
    /// <param name="text">The text.</param>
    /// <param name="corrects">Whether a text that is nobody's name is corrected, which costs most of the time.</param>
    public PlaceMatches FindMatches(string text, bool corrects = true) => _finder.Find(text, corrects);

    /// <summary>
    /// Returns the longest span of a sentence that names a place exactly, one that is surely a place before a doubtful one; null when none
    /// does.
    /// </summary>
    /// <param name="tokens">The words of the sentence, as they were typed.</param>
    /// <param name="isOrdinary">Whether a folded name (<see cref="PlaceNames.Fold"/>) is also a word of the catalogue.</param>
    public PlaceSpan? LongestIn(IReadOnlyList<string> tokens, Func<string, bool> isOrdinary) => _spans.Longest(tokens, isOrdinary);

    /// <summary>
    /// Returns the present place of an old id: <c>commune:01018</c> is now part of <c>commune:01033</c>. When several places have had the
    /// code, it is the one that now contains the former commune, or else the most populous. Null when no place has had it.
    /// </summary>
    public int? Resolve(string id)
    {
        var candidates = _places.OldIds[id].OrderByDescending(place => _places.Populations[place]).ToList();
        var former = NumberOf($"former-{id}") is { } number ? this[number].Parents : [];
        return former.Where(candidates.Contains).Concat(former).Concat(candidates).Select(place => (int?)place).FirstOrDefault();
    }

    /// <summary>
    /// Lists the typed ids that a value of a filter may mean: a typed id, or what answers publish for a territory
    /// (<see cref="TerritoryKeys"/>). An id need not exist.
    /// </summary>
    public IReadOnlyList<string> IdsMeant(string text) => _keys.IdsOf(text);

    /// <summary>Returns the id of the present place of an old id; any other id unchanged.</summary>
    public string PresentId(string id) => NumberOf(id) is null && Resolve(id) is { } number ? IdOf(number) : id;

    /// <summary>
    /// Finds the places that an unknown id may mean: those with the same code of another kind, with a longer code, with the text as their
    /// name, or with a similar code.
    /// </summary>
    public IReadOnlyList<Place> Nearest(string id, int limit)
    {
        var text = id[(id.IndexOf(':', StringComparison.Ordinal) + 1)..];
        var hasKind = Territory.Kinds.Any(kind => id.StartsWith($"{kind}:", StringComparison.Ordinal));
        if (id.Length > MaxNearestLength || (text.Length < MinNearestLength && !hasKind))
        {
            return [];
        }

        var isCode = text.Any(char.IsAsciiDigit);
        var numbers = FindHits(id)
            .Where(hit => !isCode || hit.On is MatchedOn.Code or MatchedOn.FormerCode or MatchedOn.Postcode or MatchedOn.Siren)
            .Select(hit => hit.Place)
            .Concat(FindNumbers(text));
        var found = (IReadOnlyList<Place>)[.. numbers.Distinct().Take(limit).Select(number => this[number])];
        while (found.Count == 0 && text.Length > 2 && text.All(char.IsAsciiLetterOrDigit) && char.IsAsciiDigit(text[0]))
        {
            text = text[..^1];
            found = Find(text, limit);
        }

        return found;
    }
}
