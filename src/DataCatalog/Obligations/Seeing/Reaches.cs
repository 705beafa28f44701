using DataCatalog.Dcat;
using DataCatalog.Index.Columns;
using DataCatalog.Search;
using DataCatalog.Territories;

namespace DataCatalog.Obligations.Seeing;

/// <summary>Tells how datasets relate to a territory, by their places and by their publishers. An instance serves one thread.</summary>
internal sealed class Reaches
{
    /// <summary>The code of the relation of data that local authorities produce.</summary>
    public const string ProducedLocally = "produced-by-local-authorities";

    private readonly CatalogColumns _columns;
    private readonly MemberCoverage _members;
    private readonly bool[] _isAround;
    private readonly int? _own;
    private readonly int? _grouping;
    private readonly bool[] _publishes;
    private readonly bool[] _publishesForGrouping;
    private readonly int? _producedLocally;

    /// <summary>Prepares for one territory.</summary>
    /// <param name="columns">The datasets.</param>
    /// <param name="places">The territories.</param>
    /// <param name="place">The number of the territory.</param>
    /// <param name="references">The publishers.</param>
    public Reaches(CatalogColumns columns, TerritoryIndex places, int place, IReferences references)
    {
        _columns = columns;
        var territories = columns.Codes(Facet.Territory);
        _members = new MemberCoverage(places, place, territories);
        _isAround = new bool[territories.Count];
        foreach (var code in places.Above(place).Select(number => territories.Find(places.IdOf(number))).OfType<int>())
        {
            _isAround[code] = true;
        }

        Grouping = GroupingOf(places, place);
        _own = territories.Find(places.IdOf(place));
        _grouping = Grouping is { } grouping ? territories.Find(places.IdOf(grouping)) : null;
        _publishes = PublishersOf(places[place].Siren, references);
        _publishesForGrouping = PublishersOf(Grouping is { } around ? places[around].Siren : null, references);
        _producedLocally = columns.Codes(Facet.Relation).Find(ProducedLocally);
    }

    /// <summary>The number of the grouping in which a commune lies, its EPT before its EPCI; null for other territories.</summary>
    public int? Grouping { get; }

    /// <summary>Lists the ids of the publishers that are the territory's own authority.</summary>
    public IEnumerable<string> Publishers => Enumerable.Range(0, _publishes.Length)
        .Where(code => _publishes[code]).Select(code => _columns.Codes(Facet.Publisher)[code]);

    public Reach Of(Row row)
    {
        var territories = _columns.Codes(row, Facet.Territory);
        var (covers, names, namesGrouping) = (false, false, false);
        foreach (var code in territories)
        {
            covers |= _isAround[code];
            names |= code == _own;
            namesGrouping |= code == _grouping;
        }

        var isLocal = IsProducedLocally(row);
        var publisher = _columns.Codes(row, Facet.Publisher)[0];
        return new Reach(
            covers || _members.Includes(territories),
            isLocal && names,
            isLocal && _publishes[publisher],
            isLocal && namesGrouping,
            isLocal && _publishesForGrouping[publisher]);
    }

    public bool IsProducedLocally(Row row) => _columns.Codes(row, Facet.Relation)[0] == _producedLocally;

    private static int? GroupingOf(TerritoryIndex places, int place) => places.KindOf(place) is not "commune" ? null
        : places.Above(place).Where(number => places.KindOf(number) is "ept" or "epci").Select(number => (int?)number).FirstOrDefault();

    /// <summary>Marks the publishers with a SIREN.</summary>
    private bool[] PublishersOf(string? siren, IReferences references)
    {
        var publishers = _columns.Codes(Facet.Publisher);
        return [.. Enumerable.Range(0, publishers.Count).Select(code =>
            siren is not null && string.Equals(references.FindAgent(publishers[code])?.Siren, siren, StringComparison.Ordinal))];
    }
}
