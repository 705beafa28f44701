using System.Globalization;
using System.Text.RegularExpressions;
using DataCatalog.Dcat.Records;

namespace DataCatalog.Dcat.Mapping;

/// <summary>Says in words by when a rule must be followed.</summary>
public static partial class DeadlineWords
{
    private static readonly Dictionary<char, (string French, string English)> Units = new()
    {
        ['Y'] = ("an", "year"),
        ['M'] = ("mois", "month"),
        ['W'] = ("semaine", "week"),
        ['D'] = ("jour", "day"),
        ['H'] = ("heure", "hour"),
    };

    /// <summary>Says the deadline; null when there is none.</summary>
    public static LanguageMap? Of(RuleDeadline deadline) => deadline switch
    {
        { Kind: "after-event", Value: { } time, Event: { } @event } => LanguageMap.Of(
            $"{Time(time).French} après {LowerFirst(@event["fr"]!)}",
            $"{Time(time).English} after {LowerFirst(@event["en"] ?? @event["fr"]!)}"),
        { Kind: "yearly-day", Value: { } day } => LanguageMap.Of(
            $"chaque année, au plus tard le {DayWords.French(DayOf(day))}", $"each year, by {DayWords.English(DayOf(day))} at the latest"),
        { Kind: "yearly" } => LanguageMap.Of("chaque année", "each year"),
        { Kind: "permanent" } => LanguageMap.Of("en permanence", "at all times"),
        _ => null,
    };

    private static (string French, string English) Time(string duration)
    {
        var parts = Part.Matches(duration)
            .Select(part => (Count: int.Parse(part.Groups["count"].Value, CultureInfo.InvariantCulture), part.Groups["unit"].Value[0]))
            .Select(part => (part.Count, Words: Units[part.Item2]))
            .ToList();
        return (
            string.Join(" et ", parts.Select(part => $"{part.Count} {Plural(part.Words.French, part.Count)}")),
            string.Join(" and ", parts.Select(part => $"{part.Count} {Plural(part.Words.English, part.Count)}")));
    }

    private static string Plural(string word, int count) => count > 1 && word is not "mois" ? $"{word}s" : word;

    /// <summary>Returns a day of the year, without a year that means anything.</summary>
    private static DateOnly DayOf(string monthAndDay) => DateOnly.ParseExact(monthAndDay, "--MM-dd", CultureInfo.InvariantCulture);

    private static string LowerFirst(string text) => $"{char.ToLowerInvariant(text[0])}{text[1..]}";

    [GeneratedRegex("(?<count>[0-9]+)(?<unit>[YMWDH])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Part { get; }
}
