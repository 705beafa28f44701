using DataCatalog.Dcat.Records;
using DataCatalog.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Territories;

/// <summary>The territories that match a request.</summary>
/// <param name="Numbers">The numbers of the territories, in the order of the answer.</param>
/// <param name="Query">The filters as a query string, which every link repeats; empty for the whole list.</param>
internal sealed record TerritorySelection(IEnumerable<int> Numbers, string Query)
{
    /// <summary>The maximal length of <c>q</c>, in characters.</summary>
    public const int MaxTextLength = 200;

    /// <summary>Reads the filters of a request; each is applied or refused.</summary>
    /// <param name="map">The territories.</param>
    /// <param name="query">The query parameters of the request.</param>
    /// <param name="selection">The selection; only valid when there is no fault.</param>
    /// <returns>The first fault, or null.</returns>
    public static ProblemHttpResult? Read(TerritoryMap map, TerritoryQuery query, out TerritorySelection selection)
    {
        var parameters = new ParameterReader();
        int? outer = null;
        var fault = parameters.Text("q", query.Q, MaxTextLength)
            ?? parameters.Territory("within", query.Within, map, out outer)
            ?? parameters.Choice("kind", query.Kind, Territory.Kinds);
        selection = new TerritorySelection(fault is null ? Select(map, query, outer) : [], parameters.Query);
        return fault;
    }

    private static IEnumerable<int> Select(TerritoryMap map, TerritoryQuery query, int? outer)
    {
        if (query.Q is not null)
        {
            return map.FindNumbers(query.Q).Where(number =>
                IsOfKind(map, query.Kind, number) && (outer is not { } place || IsInside(map, place, number)));
        }

        return outer is { } container ? map.Below(container).Skip(1).Where(number => IsOfKind(map, query.Kind, number))
            : query.Kind is not null ? map.OfKind(query.Kind)
            : Enumerable.Range(0, map.Count);
    }

    private static bool IsOfKind(TerritoryMap map, string? kind, int number) =>
        kind is null || string.Equals(map.KindOf(number), kind, StringComparison.Ordinal);

    private static bool IsInside(TerritoryMap map, int outer, int number) => number != outer && map.Contains(outer, number);
}
