using System.Text.RegularExpressions;
using DataCatalog.Dcat.Records;
using DataCatalog.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Territories;

/// <summary>
/// Reads one territory as people write it in a field: the code of a commune, its name, or both (<c>35238 Rennes</c>), or a typed code of
/// any territory.
/// </summary>
internal static partial class WrittenTerritory
{
    /// <summary>What a field shows as an example.</summary>
    public const string Example = "35238 Rennes";

    private const int MaxLength = 200;

    /// <summary>The most communes that an error names.</summary>
    private const int MostNamed = 8;

    /// <summary>The places among which those with exactly the name are looked for: they come first.</summary>
    private const int MostRead = 50;

    /// <summary>
    /// Reads the text. Without one nothing waits for the territories, which take the longest to read after a start.
    /// </summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="text">Its value; null or blank when nothing is asked for.</param>
    /// <param name="indexes">The territories.</param>
    /// <param name="place">
    /// The territory and the map in which it has its number; null when nothing is asked for, or when there is a fault.
    /// </param>
    /// <returns>The fault, or null.</returns>
    public static ProblemHttpResult? Read(
        string name, string? text, TerritoryIndexes indexes, out (TerritoryIndex Places, int Number)? place)
    {
        place = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (text.Length > MaxLength)
        {
            return Problems.BadQuery(name, $"'{name}' has {text.Length} characters; at most {MaxLength} are read.");
        }

        var places = indexes.Current;
        var meant = Meant(places, text.Trim());
        place = meant is [var only] ? (places, only) : null;
        return place is null ? Problems.BadQuery(name, $"'{name}' is '{Shown.Of(text)}'{Advice(places, text, meant)}") : null;
    }

    /// <summary>Writes a territory as people write it; the text is read as the same territory.</summary>
    public static string Of(TerritoryIndex places, int number) =>
        AddressTemplate.IsMunicipal(places.KindOf(number)) ? $"{places[number].Code} {places[number].Name}" : places.IdOf(number);

    /// <summary>Lists the territories that a text may mean; a code counts more than a name.</summary>
    private static List<int> Meant(TerritoryIndex places, string text) =>
        Code.Match(text) is { Success: true } match
            && Present(places, [$"commune:{match.Value.ToUpperInvariant()}"]) is { Count: > 0 } commune ? commune
        : Present(places, places.IdsMeant(text)) is { Count: > 0 } typed ? typed
        : Named(places, text);

    private static List<int> Present(TerritoryIndex places, IEnumerable<string> ids) =>
        [.. ids.Select(places.PresentId).Select(places.NumberOf).OfType<int>().Distinct()];

    /// <summary>Finds the communes of a name; where none has just that name, those that the text may mean otherwise.</summary>
    private static List<int> Named(TerritoryIndex places, string text)
    {
        var found = places.FindHits(text).Select(hit => hit.Place)
            .Where(place => places.KindOf(place) is "commune" or "arrondissement-municipal").Take(MostRead).ToList();
        var folded = PlaceNames.Fold(text);
        var whole = found.FindAll(place => string.Equals(PlaceNames.Fold(places[place].Name), folded, StringComparison.Ordinal));
        return whole.Count > 0 ? whole : found;
    }

    private static string Advice(TerritoryIndex places, string text, List<int> meant) => meant.Count > 0
        ? $", which may be several communes: {string.Join(", ", meant.Take(MostNamed).Select(place => Of(places, place)))}. Give the code."
        : "; expected the code or the name of a commune, or a typed code of a territory, such as commune:35238 or region:53"
            + (TerritoryParameters.Nearest(places, text) is { } near ? $"; the nearest are {near}." : ".");

    /// <summary>The official code of a commune at the beginning of a text; those of Corsica have a letter.</summary>
    [GeneratedRegex(@"^\d[\dAaBb]\d{3}\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Code { get; }
}
