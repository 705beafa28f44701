using DataCatalog.Dcat.Records;

namespace DataCatalog.Territories;

/// <summary>
/// All living territories in memory: which there are, which lies in which, and which one people mean. It never changes. Places go by
/// numbers from 0, in the ordinal order of their ids; a number holds for one map only.
/// </summary>
internal sealed class TerritoryMap
{
    /// <summary>Fewer letters or digits behind no kind say nothing.</summary>
    private const int ShortestMeant = 2;

    /// <summary>No id and no name is as long: of a longer text nothing is near.</summary>
    private const int LongestMeant = 80;

    private readonly PlaceColumns _places;
    private readonly Containment _containment;
    private readonly PlaceFinder _finder;

    /// <summary>Maps territories.</summary>
    /// <param name="territories">All living ones, in the ordinal order of their ids.</param>
    public TerritoryMap(IEnumerable<PlaceRow> territories)
    {
        _places = new PlaceColumns(territories);
        _containment = new Containment(_places.Parents, _places.Kinds);
        _finder = new PlaceFinder(_places, _containment);
    }

    public int Count => _places.Count;

    public Place this[int number] => _places[number];

    /// <summary>The number of a place by its typed id, such as <c>commune:35238</c>; null when no living territory has it.</summary>
    public int? NumberOf(string id) => _places.NumberOf(id);

    /// <summary>The typed id of a place.</summary>
    public string IdOf(int number) => _places.Ids[number];

    /// <summary>Where a place lies; null where that is not known.</summary>
    public BoundingBox? BoxOf(int number) => _places.BoxOf(number);

    public string KindOf(int number) => _places.KindOf(number);

    /// <summary>In inhabitants; null where it is not known.</summary>
    public int? PopulationOf(int number) => _places.Populations[number] is >= 0 and var population ? population : null;

    /// <summary>The numbers of all places of a kind; they follow one another.</summary>
    public IEnumerable<int> OfKind(string kind) => _places.BeginningWith($"{kind}:");

    /// <summary>A place, then all that contain it, nearest first: commune, EPT, EPCI, département, collectivité, region, country. None twice.</summary>
    public IReadOnlyList<int> Above(int number) => _containment.Above(number);

    /// <summary>A place, then all within it in the order of their numbers. None twice.</summary>
    public IReadOnlyList<int> Below(int number) => _containment.Below(number);

    /// <summary>The communes of a grouping (EPCI, EPT): what is about each of them is about all of it. None for other places.</summary>
    public IReadOnlyList<int> Members(int number) => KindOf(number) is "epci" or "ept" ? [.. Below(number).Where(inner => KindOf(inner) is "commune")] : [];

    /// <summary>Whether a place lies in another, at whatever level; each lies in itself.</summary>
    public bool Contains(int outer, int inner) => _containment.Contains(outer, inner);

    /// <summary>The ids of the places that share ground with one: itself, those that contain it, those within it. In ordinal order.</summary>
    public IEnumerable<string> RelatedTo(int number) => Above(number).Union(Below(number)).Order().Select(IdOf);

    /// <summary>
    /// The places that a text may mean as it is typed, best first: those whose name or code it is, then those whose name or code it
    /// begins, then those where it begins an inner word of the name; among equals the more populous first. Former communes come last,
    /// unless the text is all of their name or code.
    /// </summary>
    public IReadOnlyList<Place> Find(string text, int limit) => [.. FindNumbers(text).Take(limit).Select(number => this[number])];

    /// <summary>All of them by their numbers.</summary>
    public IEnumerable<int> FindNumbers(string text) => _finder.Find(text);

    /// <summary>
    /// The present place behind an id with an old code: <c>commune:01018</c> is now part of <c>commune:01033</c>. Where several places have
    /// had the code, that one which the former commune belongs to now, or the most populous.
    /// </summary>
    public int? Resolve(string id)
    {
        var candidates = _places.OldIds[id].OrderByDescending(place => _places.Populations[place]).ToList();
        var former = NumberOf($"former-{id}") is { } number ? this[number].Parents : [];
        return former.Where(candidates.Contains).Concat(former).Concat(candidates).Select(place => (int?)place).FirstOrDefault();
    }

    /// <summary>The id of the present place behind an id with an old code; any other id as it is.</summary>
    public string Present(string id) => NumberOf(id) is null && Resolve(id) is { } number ? IdOf(number) : id;

    /// <summary>Places that an id which names none may have been meant for: another kind of the same code, a longer code, a name, the codes nearby.</summary>
    public IReadOnlyList<Place> Nearest(string id, int limit)
    {
        var text = id[(id.IndexOf(':', StringComparison.Ordinal) + 1)..];
        if (id.Length > LongestMeant || (text.Length < ShortestMeant && !Territory.Kinds.Any(kind => id.StartsWith($"{kind}:", StringComparison.Ordinal))))
        {
            return [];
        }

        var found = (IReadOnlyList<Place>)[.. FindNumbers(id).Concat(FindNumbers(text)).Distinct().Take(limit).Select(number => this[number])];
        while (found.Count == 0 && text.Length > 2 && text.All(char.IsAsciiLetterOrDigit) && char.IsAsciiDigit(text[0]))
        {
            text = text[..^1];
            found = Find(text, limit);
        }

        return found;
    }
}
