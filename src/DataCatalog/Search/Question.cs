using DataCatalog.Index.Columns;

namespace DataCatalog.Search;

/// <summary>What a request asks, read and found to make sense.</summary>
internal sealed record Question
{
    /// <summary>The parameters of a question in the order in which they stand in links, whatever the request's was: one question, one address.</summary>
    private static readonly string[] Names =
        ["q", .. Facet.All.Select(facet => facet.Name), "match", "bbox", "temporal", "modifiedSince", "hasApi", "licenceKnown", "overdue", "sort", "facets"];

    /// <summary>The list that is asked, as a path below the base URL.</summary>
    public string Path { get; init; } = "datasets";

    /// <summary>What is asked, name by name.</summary>
    public IReadOnlyList<(string Name, string Value)> Parameters { get; init; } = [];

    /// <summary>The whole of it as it stands in every link; empty when nothing is asked.</summary>
    public string Link => LinkOf(Parameters);

    /// <summary>The words as they were typed; null without any.</summary>
    public string? Text { get; init; }

    public IReadOnlyList<RowFilter> Filters { get; init; } = [];

    /// <summary>The order of the answer; null for the relevance of the words.</summary>
    public RowOrder? Order { get; init; } = RowOrder.Identifier;

    /// <summary>What is counted.</summary>
    public IReadOnlyList<Facet> Facets { get; init; } = [];

    /// <summary>The day on which the answer holds, where it depends on that; null otherwise.</summary>
    public DateOnly? Today { get; init; }

    /// <summary>The same question with one value of a parameter in place of all others of it.</summary>
    public string LinkWith(string name, string value) =>
        LinkOf(Parameters.Where(parameter => !string.Equals(parameter.Name, name, StringComparison.Ordinal)).Append((name, value)));

    private static string LinkOf(IEnumerable<(string Name, string Value)> parameters) => string.Join('&', parameters
        .OrderBy(parameter => Array.IndexOf(Names, parameter.Name)).ThenBy(parameter => parameter.Value, StringComparer.Ordinal)
        .Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value)}"));
}

/// <summary>Keeps some datasets.</summary>
/// <param name="Facet">Whose codes it asks for: its counts are taken without this filter. Null for another filter.</param>
/// <param name="Over">Makes the test for some columns, in which codes have numbers.</param>
internal sealed record RowFilter(Facet? Facet, Func<CatalogColumns, Predicate<Row>> Over)
{
    public static RowFilter When(Predicate<Row> test) => new(Facet: null, _ => test);

    /// <summary>Those that have any code of a facet, or none.</summary>
    public static RowFilter Having(Facet facet, bool any) => new(Facet: null, columns => row => columns.Codes(row, facet).IsEmpty != any);

    /// <summary>Those with one of some codes, or with any or none where these count too.</summary>
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

    /// <summary>Those with a territory of a set.</summary>
    public static RowFilter OnTerritories(IEnumerable<string> ids) => OfCodes(Facet.Territory, [.. ids]);

    /// <summary>Those that one of some filters keeps.</summary>
    public static RowFilter Any(Facet facet, IReadOnlyList<RowFilter> filters) => filters is [var only] ? only : new(facet, columns =>
    {
        Predicate<Row>[] tests = [.. filters.Select(filter => filter.Over(columns))];
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
