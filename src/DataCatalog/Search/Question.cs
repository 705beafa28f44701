using DataCatalog.Index.Columns;
using DataCatalog.Search.Places;
using DataCatalog.Territories;
using DataCatalog.Territories.Links;

namespace DataCatalog.Search;

/// <summary>A request for datasets whose parameters have been read and accepted.</summary>
internal sealed record Question
{
    /// <summary>
    /// The parameters in the order in which links have them, whatever their order in the request: a question has one address.
    /// </summary>
    private static readonly string[] Names =
    [
        "q", "identifier", .. Facet.All.Select(facet => facet.Name),
        "match", "bbox", "temporal", "modifiedSince", "hasApi", "licenceKnown", "overdue", "literal", "sort", "facets",
    ];

    /// <summary>The path of the list below the base URL.</summary>
    public string Path { get; init; } = "datasets";

    /// <summary>The parameters with their values.</summary>
    public IReadOnlyList<(string Name, string Value)> Parameters { get; init; } = [];

    /// <summary>The parameters as a query string, which every link repeats; empty without parameters.</summary>
    public string Query => QueryOf(Parameters);

    /// <summary>The words as the user typed them; null when there are none.</summary>
    public string? Text { get; init; }

    public IReadOnlyList<RowFilter> Filters { get; init; } = [];

    /// <summary>The order of the answers; null for the order by relevance.</summary>
    public RowOrder? Order { get; init; } = RowOrder.Identifier;

    /// <summary>The facets whose values are counted.</summary>
    public IReadOnlyList<Facet> Facets { get; init; } = [];

    /// <summary>Fills address templates for the territory that is asked for; null when there is none, or several.</summary>
    public TerritoryLinks? TerritoryLinks { get; init; }

    /// <summary>
    /// The territory of which the nearest data come first, where the order is by relevance; null when there is none, or several.
    /// </summary>
    public (TerritoryIndex Places, int Number)? Near { get; init; }

    /// <summary>
    /// Whether a place may be read out of the words: there is no filter by territory, and nobody asked for the words as they stand.
    /// </summary>
    public bool MayNamePlace { get; init; }

    /// <summary>The place that was read out of the words; null when none was.</summary>
    public PlaceInQuestion? Understood { get; init; }

    /// <summary>The day for which the answer holds, when a filter depends on the day; null otherwise.</summary>
    public DateOnly? Today { get; init; }

    /// <summary>The query string with further parameters, each in place of all its values.</summary>
    public string QueryWith(params (string Name, string Value)[] others) =>
        QueryOf(Parameters
            .Where(parameter => !Array.Exists(others, other => string.Equals(parameter.Name, other.Name, StringComparison.Ordinal)))
            .Concat(others));

    /// <summary>The query string with one value in place of all values of a parameter.</summary>
    public string QueryWith(string name, string value) => QueryWith((name, value));

    private static string QueryOf(IEnumerable<(string Name, string Value)> parameters) => string.Join('&', parameters
        .OrderBy(parameter => Array.IndexOf(Names, parameter.Name)).ThenBy(parameter => parameter.Value, StringComparer.Ordinal)
        .Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value)}"));
}

/// <summary>A filter on datasets.</summary>
/// <param name="Facet">
/// The facet whose codes the filter tests: the counts of this facet ignore the filter. Null for any other filter.
/// </param>
/// <param name="TestFor">Makes the test for given columns, since each set of columns numbers the codes anew.</param>
internal sealed record RowFilter(Facet? Facet, Func<CatalogColumns, Predicate<Row>> TestFor)
{
    /// <summary>Keeps the datasets that pass a test.</summary>
    public static RowFilter When(Predicate<Row> test) => new(Facet: null, _ => test);

    /// <summary>Keeps the datasets that have a code of a facet, or those that have none.</summary>
    public static RowFilter Having(Facet facet, bool any) => new(Facet: null, columns => row => columns.Codes(row, facet).IsEmpty != any);

    /// <summary>
    /// Keeps the datasets that have one of some codes; also those with any code, or those without a code, where the caller says so.
    /// </summary>
    public static RowFilter OfCodes(Facet facet, IReadOnlyList<string> codes, bool orAny = false, bool orNone = false) => new(
        facet,
        columns =>
        {
            var accepted = Accepted(columns.Codes(facet), codes);
            return row =>
            {
                var own = columns.Codes(row, facet);
                return own.IsEmpty ? orNone : orAny || HasOne(own, accepted);
            };
        });

    /// <summary>
    /// Keeps the datasets that cover one of some territories by its name; also those that do not know it of one, where the caller says so.
    /// </summary>
    public static RowFilter OnTerritories(IEnumerable<string> ids, bool orNotKnown = false)
    {
        string[] codes = [.. ids];
        return orNotKnown
            ? Any(Facet.Territory, [OfCodes(Facet.Territory, codes), OfCodes(Facet.TerritoryUnknown, codes)])
            : OfCodes(Facet.Territory, codes);
    }

    /// <summary>Keeps the datasets that cover a territory, and those of which this is not known.</summary>
    public static RowFilter Covering(TerritoryIndex places, int number) =>
        new(Facet.Territory, columns => new ColumnAreas(columns, places, number).MayCover);

    /// <summary>Keeps the datasets that at least one of some filters keeps.</summary>
    public static RowFilter Any(Facet facet, IReadOnlyList<RowFilter> filters) => filters is [var only] ? only : new(facet, columns =>
    {
        Predicate<Row>[] tests = [.. filters.Select(filter => filter.TestFor(columns))];
        return row => Array.Exists(tests, test => test(row));
    });

    private static bool[] Accepted(CodeList list, IReadOnlyList<string> codes)
    {
        var accepted = new bool[list.Count];
        foreach (var number in codes.Select(list.Find).OfType<int>())
        {
            accepted[number] = true;
        }

        return accepted;
    }

    private static bool HasOne(ReadOnlySpan<int> codes, bool[] accepted)
    {
        foreach (var code in codes)
        {
            if (accepted[code])
            {
                return true;
            }
        }

        return false;
    }
}
