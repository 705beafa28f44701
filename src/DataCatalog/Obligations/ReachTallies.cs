using DataCatalog.Index.Columns;
using DataCatalog.Search;
using DataCatalog.Territories;

namespace DataCatalog.Obligations;

/// <summary>
/// Counts the datasets within reach of a territory, in one pass over the columns: its own (local authorities produce them, and they name
/// the territory), and the others that cover it.
/// </summary>
internal sealed class ReachTallies
{
    /// <summary>How a dataset, or one of its territories, relates to the territory; closer relations are greater.</summary>
    private enum Reach : byte
    {
        None,
        Other,
        Own,
    }

    /// <summary>The code of the relation of data that local authorities produce.</summary>
    public const string ProducedLocally = "produced-by-local-authorities";

    /// <summary>The kinds of publisher that publish their own data, not a collection of the data of others.</summary>
    private static readonly string[] LocalKinds = ["commune", "epci", "departement", "region", "syndicat", "delegataire"];

    private readonly CatalogColumns _columns;
    private readonly TerritoryIndex _places;
    private readonly int _place;
    private readonly Reach[] _reach;
    private readonly MemberCoverage _members;
    private readonly int?[] _numbers;
    private readonly bool[] _isLocal;
    private readonly int? _producedLocally;
    private readonly Tally?[] _tallies;
    private readonly SchemaUse?[] _uses;

    private ReachTallies(CatalogColumns columns, TerritoryIndex places, int place, IEnumerable<string> schemas)
    {
        (_columns, _places, _place) = (columns, places, place);
        var territories = columns.Codes(Facet.Territory);
        _reach = new Reach[territories.Count];
        _numbers = new int?[territories.Count];
        _isLocal = FlagsOf(columns.Codes(Facet.PublisherKind), LocalKinds);
        _producedLocally = columns.Codes(Facet.Relation).Find(ProducedLocally);
        _tallies = new Tally?[columns.Codes(Facet.Competence).Count];
        _uses = new SchemaUse?[columns.Codes(Facet.ConformsTo).Count];
        foreach (var number in places.Above(place))
        {
            if (territories.Find(places.IdOf(number)) is { } code)
            {
                _reach[code] = number == place ? Reach.Own : Reach.Other;
            }
        }

        _members = new MemberCoverage(places, place, territories);
        foreach (var schema in schemas)
        {
            if (columns.Codes(Facet.ConformsTo).Find(schema) is { } code)
            {
                _uses[code] ??= new SchemaUse();
            }
        }
    }

    /// <summary>The counts of all datasets within reach.</summary>
    public Tally All { get; } = new();

    /// <summary>Counts all datasets within reach.</summary>
    /// <param name="columns">The datasets.</param>
    /// <param name="places">The territories.</param>
    /// <param name="place">The number of the territory.</param>
    /// <param name="schemas">The schemas whose use is counted.</param>
    public static ReachTallies Count(CatalogColumns columns, TerritoryIndex places, int place, IEnumerable<string> schemas)
    {
        var tallies = new ReachTallies(columns, places, place, schemas);
        for (var number = 0; number < columns.Bound; number++)
        {
            if (columns[number] is { } row)
            {
                tallies.Add(row);
            }
        }

        return tallies;
    }

    /// <summary>Returns the counts of the datasets of a competence, or of a group of competences.</summary>
    public Tally OfCompetence(string competence) =>
        _columns.Codes(Facet.Competence).Find(competence) is { } code && _tallies[code] is { } tally ? tally : new Tally();

    /// <summary>Returns the use of a schema; an empty one when there is no schema.</summary>
    public SchemaUse OfSchema(string? schema) =>
        schema is not null && _columns.Codes(Facet.ConformsTo).Find(schema) is { } code && _uses[code] is { } use ? use : new SchemaUse();

    private void Add(Row row)
    {
        var reach = ReachOf(row);
        var schemas = _columns.Codes(row, Facet.ConformsTo);
        if (reach != Reach.None)
        {
            All.Add(row, reach == Reach.Own, !schemas.IsEmpty);
            foreach (var code in _columns.Codes(row, Facet.Competence))
            {
                (_tallies[code] ??= new Tally()).Add(row, reach == Reach.Own, !schemas.IsEmpty);
            }
        }

        foreach (var code in schemas)
        {
            if (_uses[code] is { } use)
            {
                Add(use, row, reach);
            }
        }
    }

    private Reach ReachOf(Row row)
    {
        var reach = Reach.None;
        var territories = _columns.Codes(row, Facet.Territory);
        foreach (var code in territories)
        {
            reach = _reach[code] > reach ? _reach[code] : reach;
        }

        return reach == Reach.Own && !IsProducedLocally(row) ? Reach.Other
            : reach == Reach.None && _members.Includes(territories) ? Reach.Other
            : reach;
    }

    private void Add(SchemaUse use, Row row, Reach reach)
    {
        var isNational = IsNational(row);
        if (reach != Reach.None)
        {
            use.Tally.Add(row, reach == Reach.Own, hasSchema: true);
        }

        if (reach == Reach.Other && isNational)
        {
            use.AddNational(row);
        }

        if (!isNational)
        {
            OfferExamples(use, row);
        }
    }

    private void OfferExamples(SchemaUse use, Row row)
    {
        foreach (var code in _columns.Codes(row, Facet.Territory))
        {
            if (NumberOf(code) is var number && number != _place && _places.KindOf(number) is "commune")
            {
                use.Offer(row, number, Distance(number));
            }
        }
    }

    /// <summary>
    /// Whether a dataset collects the data of several authorities: its publisher is known not to be a local authority, and local
    /// authorities do not produce it.
    /// </summary>
    private bool IsNational(Row row)
    {
        var kinds = _columns.Codes(row, Facet.PublisherKind);
        return !kinds.IsEmpty && !_isLocal[kinds[0]] && !IsProducedLocally(row);
    }

    private bool IsProducedLocally(Row row) => _columns.Codes(row, Facet.Relation)[0] == _producedLocally;

    /// <summary>
    /// Returns the place of a code of the columns; the territory itself for a code without a place, so that it is no example.
    /// </summary>
    private int NumberOf(int code) => _numbers[code] ??= _places.NumberOf(_columns.Codes(Facet.Territory)[code]) ?? _place;

    /// <summary>Returns the difference in population between the territory and another.</summary>
    private int Distance(int other) =>
        _places.PopulationOf(_place) is { } own && _places.PopulationOf(other) is { } theirs ? Math.Abs(own - theirs) : int.MaxValue;

    private static bool[] FlagsOf(CodeList list, string[] codes)
    {
        var chosen = new bool[list.Count];
        foreach (var number in codes.Select(list.Find).OfType<int>())
        {
            chosen[number] = true;
        }

        return chosen;
    }
}
