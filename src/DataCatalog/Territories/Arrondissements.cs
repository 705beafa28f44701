using System.Globalization;
using System.Text.RegularExpressions;

namespace DataCatalog.Territories;

/// <summary>Reads the arrondissements of Paris, Lyon and Marseille as people number them: <c>Paris 15</c>, <c>3ème arr. Lyon</c>.</summary>
internal sealed partial class Arrondissements
{
    private const int MaxWords = 6;

    private static readonly string[] Roman =
    [
        "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx",
    ];

    private static readonly string[] RomanEndings = ["", "e", "eme"];

    private static readonly string[] Ordinals =
    [
        "premier", "deuxieme", "troisieme", "quatrieme", "cinquieme", "sixieme", "septieme", "huitieme", "neuvieme", "dixieme", "onzieme",
        "douzieme", "treizieme", "quatorzieme", "quinzieme", "seizieme", "dix septieme", "dix huitieme", "dix neuvieme", "vingtieme",
    ];

    private readonly Dictionary<(string City, int Number), int> _places = [];

    public Arrondissements(PlaceColumns places)
    {
        foreach (var place in places.BeginningWith("arrondissement-municipal:"))
        {
            if (Read(PlaceNames.Fold(places.Names[place]).Split(' ')) is { } key)
            {
                _places.Add(key, place);
            }
        }
    }

    /// <summary>Returns the arrondissement that words name; null when they name none.</summary>
    public int? Find(string[] words) =>
        words.Length is >= 2 and <= MaxWords && Read(words) is { } key && _places.TryGetValue(key, out var place) ? place : null;

    private static (string City, int Number)? Read(string[] words)
    {
        if (Array.FindIndex(words, word => word is "paris" or "lyon" or "marseille") is not (>= 0 and var city))
        {
            return null;
        }

        var text = string.Join(' ', words[..city].Concat(words[(city + 1)..]));
        return NumberOf(Noise().Replace(text, "").Trim()) is { } number ? (words[city], number) : null;
    }

    private static int? NumberOf(string text)
    {
        if (Ordinal().Match(text) is { Success: true } match)
        {
            return int.Parse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        }

        var numeral = text.Split(' ') is [var first, "e" or "eme"] ? first : text;
        var number = Math.Max(
            Array.FindIndex(Roman, roman => RomanEndings.Any(ending => string.Equals(numeral, roman + ending, StringComparison.Ordinal))),
            Array.IndexOf(Ordinals, numeral));
        return number < 0 ? text is "ier" ? 1 : null : number + 1;
    }

    /// <summary>The words around a number that say nothing of it.</summary>
    [GeneratedRegex(
        @"\b(arrondissement|arrondt|arrdt|ardt|arr|municipal|de|du|le)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        10_000)]
    private static partial Regex Noise();

    /// <summary>A number in digits, with or without its ending.</summary>
    [GeneratedRegex(
        @"^0?(?<number>[0-9]{1,2}) ?(er|ere|e|eme|ieme|em|nd|nde|ᵉ)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        10_000)]
    private static partial Regex Ordinal();
}
