using DataCatalog.Dcat;
using DataCatalog.Index.Columns;
using DataCatalog.Territories;

namespace DataCatalog.Obligations.Seeing;

/// <summary>Tells how datasets relate to a territory, by their places and by their publishers. An instance serves one thread.</summary>
internal sealed class Reaches
{
    /// <summary>The code of the relation of data that local authorities produce.</summary>
    public const string ProducedLocally = "produced-by-local-authorities";

    private readonly CatalogColumns _columns;
    private readonly ColumnAreas _areas;
    private readonly int? _own;
    private readonly int?[] _groupings;
    private readonly bool[] _publishes;
    private readonly bool[][] _publishesForGrouping;
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
        _areas = new ColumnAreas(columns, places, place);
        int[] groupings = [.. GroupingsOf(places, place)];
        Groupings = [.. groupings.Select(places.IdOf)];
        _own = territories.Find(places.IdOf(place));
        _groupings = [.. Groupings.Select(territories.Find)];
        _publishes = PublishersOf(places[place].Siren, references);
        _publishesForGrouping = [.. groupings.Select(grouping => PublishersOf(places[grouping].Siren, references))];
        _producedLocally = columns.Codes(Facet.Relation).Find(ProducedLocally);
    }

    /// <summary>The ids of the groupings in which a commune or an EPT lies, the nearest first: at most an EPT and an EPCI.</summary>
    public IReadOnlyList<string> Groupings { get; }

    /// <summary>Lists the ids of the publishers that are the territory's own authority.</summary>
    public IEnumerable<string> Publishers => Enumerable.Range(0, _publishes.Length)
        .Where(code => _publishes[code]).Select(code => _columns.Codes(Facet.Publisher)[code]);

    public Reach Of(Row row)
    {
        var names = false;
        byte named = 0;
        foreach (var code in _columns.Codes(row, Facet.Territory))
        {
            names |= code == _own;
            named |= BitsOf(position => code == _groupings[position]);
        }

        var isLocal = IsProducedLocally(row);
        var publisher = _columns.Codes(row, Facet.Publisher)[0];
        return new Reach(
            _areas.Of(row),
            isLocal && names,
            isLocal && _publishes[publisher],
            isLocal ? named : (byte)0,
            isLocal ? BitsOf(position => _publishesForGrouping[position][publisher]) : (byte)0);
    }

    public bool IsProducedLocally(Row row) => _columns.Codes(row, Facet.Relation)[0] == _producedLocally;

    private byte BitsOf(Func<int, bool> isSet)
    {
        byte bits = 0;
        for (var position = 0; position < _groupings.Length; position++)
        {
            bits |= (byte)(isSet(position) ? 1 << position : 0);
        }

        return bits;
    }

    private static IEnumerable<int> GroupingsOf(TerritoryIndex places, int place) => places.KindOf(place) is "commune" or "ept"
        ? places.Above(place).Skip(1).Where(number => places.KindOf(number) is "ept" or "epci")
        : [];

    /// <summary>Marks the publishers with a SIREN.</summary>
    private bool[] PublishersOf(string? siren, IReferences references)
    {
        var publishers = _columns.Codes(Facet.Publisher);
        return [.. Enumerable.Range(0, publishers.Count).Select(code =>
            siren is not null && string.Equals(references.FindAgent(publishers[code])?.Siren, siren, StringComparison.Ordinal))];
    }
}
