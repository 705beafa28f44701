using DataCatalog.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Territories;

/// <summary>Reads the territories that a request names, wherever it may name some.</summary>
internal static class TerritoryParameters
{
    private const int MostSuggested = 3;

    /// <summary>Reads typed codes; an old one stands for the present territory, in the links too.</summary>
    /// <param name="parameters">The request's parameters.</param>
    /// <param name="name">The parameter.</param>
    /// <param name="ids">Its values; null when it was not given.</param>
    /// <param name="map">The territories.</param>
    /// <param name="numbers">The territories that are meant; of use when there is no fault.</param>
    /// <returns>The first fault, or null.</returns>
    public static ProblemHttpResult? Territories(
        this ParameterReader parameters, string name, IReadOnlyList<string>? ids, TerritoryMap map, out IReadOnlyList<int> numbers)
    {
        string[]? present = ids is null ? null : [.. ids.Select(map.Present)];
        var fault = parameters.Values(name, present, id => map.NumberOf(id) is null ? Expected(map, id) : null);
        numbers = [.. (present ?? []).Select(map.NumberOf).OfType<int>().Distinct()];
        return fault;
    }

    /// <summary>Reads one typed code.</summary>
    public static ProblemHttpResult? Territory(this ParameterReader parameters, string name, string? id, TerritoryMap map, out int? number)
    {
        var fault = parameters.Territories(name, id is null ? null : [id], map, out var numbers);
        number = numbers is [var only] ? only : null;
        return fault;
    }

    /// <summary>The territories nearest to an id which names none, in words; null when there are none.</summary>
    public static string? Nearest(TerritoryMap map, string id) => map.Nearest(id, MostSuggested) is { Count: > 0 } places
        ? string.Join(", ", places.Select(place => $"{place.Id} ({place.Name})"))
        : null;

    private static string Expected(TerritoryMap map, string id) =>
        $"a typed code of a territory, such as commune:35238 or region:53{(Nearest(map, id) is { } near ? $"; the nearest are {near}" : "")}."
        + " '/territories?q=' finds it by name or postcode";
}
