using System.Globalization;
using DataCatalog.Dcat.Records;
using DataCatalog.Dcat.Rules;
using DataCatalog.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Territories;

/// <summary>The territories that a request asks for.</summary>
/// <param name="Numbers">In the order of the answer.</param>
/// <param name="Filter">What narrows the list, as it stands in every link; empty for the whole list.</param>
internal sealed record TerritorySelection(IEnumerable<int> Numbers, string Filter)
{
    /// <summary>Characters of a name that is looked for.</summary>
    public const int LongestText = 200;

    private const int Suggestions = 3;

    /// <summary>Reads the filters of a request: each is applied, or refused.</summary>
    /// <param name="map">The territories.</param>
    /// <param name="query">The request's query.</param>
    /// <param name="selection">What it asks for; of use when there is no fault.</param>
    /// <returns>The first fault, or null.</returns>
    public static ProblemHttpResult? Read(TerritoryMap map, TerritoryQuery query, out TerritorySelection selection)
    {
        query = query.Within is null ? query : query with { Within = map.Present(query.Within) };
        var outer = query.Within is null ? null : map.NumberOf(query.Within);
        var fault = FirstFault(map, query, outer);
        selection = new TerritorySelection(fault is null ? Select(map, query, outer) : [], FilterOf(query));
        return fault;
    }

    /// <summary>The places nearest to an id which names none, in words; null when there are none.</summary>
    public static string? Nearest(TerritoryMap map, string id) =>
        map.Nearest(id, Suggestions) is { Count: > 0 } places ? string.Join(", ", places.Select(place => $"{place.Id} ({place.Name})")) : null;

    private static ProblemHttpResult? FirstFault(TerritoryMap map, TerritoryQuery query, int? outer) =>
        query.Q?.Length > LongestText ? TooLong(query.Q.Length)
            : query.Within is not null && outer is null ? NotWithin(map, query.Within)
            : query.Kind is not null && !Territory.Kinds.Contains(query.Kind, StringComparer.Ordinal) ? UnknownKind(query.Kind)
            : null;

    private static IEnumerable<int> Select(TerritoryMap map, TerritoryQuery query, int? outer)
    {
        if (query.Q is not null)
        {
            return map.FindNumbers(query.Q).Where(number => IsOfKind(map, query.Kind, number) && (outer is not { } place || IsInside(map, place, number)));
        }

        return outer is { } container ? map.Below(container).Skip(1).Where(number => IsOfKind(map, query.Kind, number))
            : query.Kind is not null ? map.OfKind(query.Kind)
            : Enumerable.Range(0, map.Count);
    }

    private static bool IsOfKind(TerritoryMap map, string? kind, int number) => kind is null || string.Equals(map.KindOf(number), kind, StringComparison.Ordinal);

    private static bool IsInside(TerritoryMap map, int outer, int number) => number != outer && map.Contains(outer, number);

    private static string FilterOf(TerritoryQuery query)
    {
        (string Name, string? Value)[] filters = [("q", query.Q), ("within", query.Within), ("kind", query.Kind)];
        return string.Join('&', filters.Where(filter => filter.Value is not null).Select(filter => $"{filter.Name}={Uri.EscapeDataString(filter.Value!)}"));
    }

    private static ProblemHttpResult TooLong(int length) =>
        Problems.BadQuery("q", string.Create(CultureInfo.InvariantCulture, $"'q' has {length} characters; expected at most {LongestText}."));

    private static ProblemHttpResult NotWithin(TerritoryMap map, string id) => Problems.BadQuery(
        "within", $"'within' is '{Shown.Of(id)}'; expected a typed code of a territory, such as departement:35{(Nearest(map, id) is { } near ? $"; the nearest are {near}" : "")}.");

    private static ProblemHttpResult UnknownKind(string kind) => Problems.BadQuery(
        "kind", $"'kind' is '{Shown.Of(kind)}'.{EditDistance.DidYouMean(kind, Territory.Kinds)} Allowed: {string.Join(", ", Territory.Kinds)}.");
}
