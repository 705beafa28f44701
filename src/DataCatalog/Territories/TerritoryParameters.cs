using DataCatalog.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Territories;

/// <summary>Reads the query parameters that name territories.</summary>
internal static class TerritoryParameters
{
    private const int MaxSuggested = 3;

    /// <summary>
    /// Reads typed codes. What answers publish for a territory stands for its code, and an old code for the present territory, also in the
    /// links of the answer.
    /// </summary>
    /// <param name="parameters">The reader of the request's parameters.</param>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="values">The values; null when the parameter was not given.</param>
    /// <param name="places">The territories.</param>
    /// <param name="numbers">The numbers of the territories; only valid when there is no fault.</param>
    /// <returns>The first fault, or null.</returns>
    public static ProblemHttpResult? Territories(
        this ParameterReader parameters, string name, IReadOnlyList<string>? values, TerritoryIndex places, out IReadOnlyList<int> numbers)
    {
        var fault = parameters.Meant(name, values, value => Present(places, value), value => Expected(places, value), out var ids);
        numbers = [.. ids.Select(places.NumberOf).OfType<int>().Distinct()];
        return fault;
    }

    /// <summary>Reads one typed code, as <see cref="Territories"/> does.</summary>
    public static ProblemHttpResult? Territory(
        this ParameterReader parameters, string name, string? value, TerritoryIndex places, out int? number)
    {
        var fault = parameters.Territories(name, value is null ? null : [value], places, out var numbers);
        number = numbers is [var only] ? only : null;
        return fault;
    }

    /// <summary>
    /// Reads one typed code, as <see cref="Territories"/> does. Without a value nothing waits for the territories, which take the longest
    /// to read after a start.
    /// </summary>
    /// <param name="parameters">The reader of the request's parameters.</param>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="value">The value; null when the parameter was not given.</param>
    /// <param name="indexes">The territories.</param>
    /// <param name="place">The territory and the map in which it has its number; null for none, or when there is a fault.</param>
    /// <returns>The fault, or null.</returns>
    public static ProblemHttpResult? Territory(
        this ParameterReader parameters,
        string name,
        string? value,
        TerritoryIndexes indexes,
        out (TerritoryIndex Places, int Number)? place)
    {
        place = null;
        if (value is null)
        {
            return null;
        }

        var places = indexes.Current;
        var fault = parameters.Territory(name, value, places, out var number);
        place = number is { } only ? (places, only) : null;
        return fault;
    }

    /// <summary>Lists the present territories that a value may mean.</summary>
    private static string[] Present(TerritoryIndex places, string value) =>
    [
        .. places.IdsMeant(value).Select(places.PresentId).Where(id => places.NumberOf(id) is not null).Distinct(StringComparer.Ordinal),
    ];

    /// <summary>Names the territories nearest to an unknown id, in words; null when none is near.</summary>
    public static string? Nearest(TerritoryIndex places, string id) => places.Nearest(id, MaxSuggested) is { Count: > 0 } near
        ? string.Join(", ", near.Select(place => $"{place.Id} ({place.Name})"))
        : null;

    private static string Expected(TerritoryIndex places, string id) =>
        "a typed code of a territory, such as commune:35238 or region:53, or its IRI"
        + (Nearest(places, id) is { } near ? $"; the nearest are {near}" : "")
        + ". '/territories?q=' finds it by name or postcode";
}
