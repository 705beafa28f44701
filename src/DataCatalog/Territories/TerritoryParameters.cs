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
    /// <param name="places">The territories.</param>
    /// <param name="numbers">The numbers of the territories; only valid when there is no fault.</param>
    /// <returns>The first fault, or null.</returns>
    public static ProblemHttpResult? Territories(
        this ParameterReader parameters, string name, IReadOnlyList<string>? ids, TerritoryIndex places, out IReadOnlyList<int> numbers)
    {
        string[]? present = ids is null ? null : [.. ids.Select(places.PresentId)];
        var fault = parameters.Values(name, present, id => places.NumberOf(id) is null ? Expected(places, id) : null);
        numbers = [.. (present ?? []).Select(places.NumberOf).OfType<int>().Distinct()];
        return fault;
    }

    /// <summary>Reads one typed code, as <see cref="Territories"/> does.</summary>
    public static ProblemHttpResult? Territory(
        this ParameterReader parameters, string name, string? id, TerritoryIndex places, out int? number)
    {
        var fault = parameters.Territories(name, id is null ? null : [id], places, out var numbers);
        number = numbers is [var only] ? only : null;
        return fault;
    }

    /// <summary>Names the territories nearest to an unknown id, in words; null when none is near.</summary>
    public static string? Nearest(TerritoryIndex places, string id) => places.Nearest(id, MaxSuggested) is { Count: > 0 } near
        ? string.Join(", ", near.Select(place => $"{place.Id} ({place.Name})"))
        : null;

    private static string Expected(TerritoryIndex places, string id) =>
        "a typed code of a territory, such as commune:35238 or region:53"
        + (Nearest(places, id) is { } near ? $"; the nearest are {near}" : "")
        + ". '/territories?q=' finds it by name or postcode";
}
