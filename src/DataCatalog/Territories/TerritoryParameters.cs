using DataCatalog.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Territories;

/// <summary>Reads the query parameters that name territories.</summary>
internal static class TerritoryParameters
{
    private const int MaxSuggested = 3;

    /// <summary>Reads typed codes. An old code stands for the present territory, also in the links of the answer.</summary>
    /// <param name="parameters">The reader of the request's parameters.</param>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="ids">The values; null when the parameter was not given.</param>
    /// <param name="map">The territories.</param>
    /// <param name="numbers">The numbers of the territories; only valid when there is no fault.</param>
    /// <returns>The first fault, or null.</returns>
    public static ProblemHttpResult? Territories(
        this ParameterReader parameters, string name, IReadOnlyList<string>? ids, TerritoryMap map, out IReadOnlyList<int> numbers)
    {
        string[]? present = ids is null ? null : [.. ids.Select(map.PresentId)];
        var fault = parameters.Values(name, present, id => map.NumberOf(id) is null ? Expected(map, id) : null);
        numbers = [.. (present ?? []).Select(map.NumberOf).OfType<int>().Distinct()];
        return fault;
    }

    /// <summary>Reads one typed code, as <see cref="Territories"/> does.</summary>
    public static ProblemHttpResult? Territory(this ParameterReader parameters, string name, string? id, TerritoryMap map, out int? number)
    {
        var fault = parameters.Territories(name, id is null ? null : [id], map, out var numbers);
        number = numbers is [var only] ? only : null;
        return fault;
    }

    /// <summary>Names the territories nearest to an unknown id, in words; null when none is near.</summary>
    public static string? Nearest(TerritoryMap map, string id) => map.Nearest(id, MaxSuggested) is { Count: > 0 } places
        ? string.Join(", ", places.Select(place => $"{place.Id} ({place.Name})"))
        : null;

    private static string Expected(TerritoryMap map, string id) =>
        "a typed code of a territory, such as commune:35238 or region:53"
        + (Nearest(map, id) is { } near ? $"; the nearest are {near}" : "")
        + ". '/territories?q=' finds it by name or postcode";
}
