using DataCatalog.Dcat.Records;
using DataCatalog.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Territories;

/// <summary>The territories that match a request.</summary>
/// <param name="Numbers">The numbers of the territories, in the order of the answer.</param>
/// <param name="Query">The filters as a query string, which every link repeats; empty for the whole list.</param>
internal sealed record TerritorySelection(IEnumerable<int> Numbers, string Query)
{
    /// <summary>The territories that the text means; null when the request has no text.</summary>
    public PlaceMatches? Matches { get; init; }

    /// <summary>The maximal length of <c>q</c>, in characters.</summary>
    public const int MaxTextLength = 200;

    /// <summary>Reads the filters of a request; each is applied or refused.</summary>
    /// <param name="places">The territories.</param>
    /// <param name="query">The query parameters of the request.</param>
    /// <param name="selection">The selection; only valid when there is no fault.</param>
    /// <returns>The first fault, or null.</returns>
    public static ProblemHttpResult? Read(TerritoryIndex places, TerritoryQuery query, out TerritorySelection selection)
    {
        var parameters = new ParameterReader();
        int? outer = null;
        var fault = parameters.Text("q", query.Q, MaxTextLength)
            ?? parameters.Territory("within", query.Within, places, out outer)
            ?? parameters.Choice("kind", query.Kind, Territory.Kinds);
        var matches = fault is null && query.Q is not null ? places.FindMatches(query.Q) : null;
        var numbers = fault is null ? Select(places, query, outer, matches) : [];
        selection = new TerritorySelection(numbers, parameters.Query) { Matches = matches };
        return fault;
    }

    private static IEnumerable<int> Select(TerritoryIndex places, TerritoryQuery query, int? outer, PlaceMatches? matches)
    {
        if (matches is not null)
        {
            return matches.InOrder().Select(hit => hit.Place).Where(number =>
                IsOfKind(places, query.Kind, number) && (outer is not { } place || IsInside(places, place, number)));
        }

        return outer is { } container ? places.Below(container).Skip(1).Where(number => IsOfKind(places, query.Kind, number))
            : query.Kind is not null ? places.OfKind(query.Kind)
            : Enumerable.Range(0, places.Count);
    }

    private static bool IsOfKind(TerritoryIndex places, string? kind, int number) =>
        kind is null || string.Equals(places.KindOf(number), kind, StringComparison.Ordinal);

    private static bool IsInside(TerritoryIndex places, int outer, int number) => number != outer && places.Contains(outer, number);
}
