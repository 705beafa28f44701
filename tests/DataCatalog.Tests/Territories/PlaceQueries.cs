using System.Globalization;
using DataCatalog.Territories;
using F23.StringSimilarity;

namespace DataCatalog.Tests.Territories;

/// <summary>Texts made by rule from the names and codes of places that are drawn from a fixed seed, with what they mean.</summary>
internal sealed class PlaceQueries
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz";

    /// <summary>The length of the shortest name that is misspelt here.</summary>
    private const int MinMisspeltLength = 5;

    /// <summary>The length up to which a name keeps its first letter: a wrong one is not corrected there.</summary>
    private const int MaxShortLength = 7;

    private static readonly string[] Typos = ["deletion", "insertion", "substitution", "transposition"];
    private static readonly string[] Omissions = ["no spaces", "no apostrophes", "no article"];
    private static readonly OptimalStringAlignment Distance = new();

    private static readonly string[] Roman =
    [
        "Ier", "IIe", "IIIe", "IVe", "Ve", "VIe", "VIIe", "VIIIe", "IXe", "Xe",
        "XIe", "XIIe", "XIIIe", "XIVe", "XVe", "XVIe", "XVIIe", "XVIIIe", "XIXe", "XXe",
    ];

    private readonly TerritoryIndex _places;
    private readonly int[] _communes;
    private readonly int[] _arrondissements;
    private readonly HashSet<string> _folded;
    private readonly HashSet<string> _compact;

    public PlaceQueries(TerritoryIndex places)
    {
        _places = places;
        _communes = [.. places.OfKind("commune")];
        _arrondissements = [.. places.OfKind("arrondissement-municipal")];
        _folded = [.. Enumerable.Range(0, places.Count).Select(place => PlaceNames.Fold(places[place].Name))];
        _compact = [.. _folded.Select(PlaceNames.Compact)];
    }

    public static IReadOnlyList<string> Rules { get; } =
    [
        .. Typos, .. Omissions, "no hyphens", "saint", "beginning and postcode", "postcode", "code", "siren", "arrondissement",
        "name and postcode", "postcode and name", "name and cedex", "mairie", "name and département", "name and its code",
        "name and region",
    ];

    /// <summary>Asks for texts of a rule, always the same.</summary>
    public PlaceScore Ask(string rule, int count)
    {
        var random = new Random(35238);
        var score = new PlaceScore(count);
        for (var asked = 0; asked < count;)
        {
            var drawn = Drawn(rule is "arrondissement" ? _arrondissements : _communes, random);
            if (Text(rule, drawn, random) is { } text && !IsAnothersName(rule, text, drawn))
            {
                asked++;
                score.Add(drawn, text, _places, hit => IsNamesake(drawn, hit, rule), hit => IsMeant(rule, drawn, hit, text));
            }
        }

        return score;
    }

    private static T Drawn<T>(IReadOnlyList<T> values, Random random) => values[random.Next(values.Count)];

    private static string Bare(string name) => PlaceNames.Compact(PlaceNames.Fold(name));

    /// <summary>Makes a text of a rule from a place; null when the rule does not apply to it.</summary>
    private string? Text(string rule, Place place, Random random) => rule switch
    {
        _ when Typos.Contains(rule) => Misspelt(rule, place.Name, random),
        "no hyphens" => place.Name.Contains('-', StringComparison.Ordinal) ? place.Name.Replace('-', ' ') : null,
        "no spaces" => Bare(place.Name) is var bare && bare != PlaceNames.Fold(place.Name) ? bare : null,
        "no apostrophes" => place.Name.Replace("'", "", StringComparison.Ordinal) is var name && name != place.Name ? name : null,
        "no article" => place.Name.Split([' ', '\''], 2) is ["Le" or "La" or "Les" or "L", var rest] ? rest : null,
        "saint" => Saint(place.Name, random),
        "code" => place.Code,
        "siren" => place.Siren is { } siren && random.Next(2) == 0 ? $"{siren}00015" : place.Siren,
        "arrondissement" => Arrondissement(place.Name.Split(' '), random),
        "mairie" => $"{Drawn(["Mairie", "Ville", "Commune", "Village"], random)} {Of(place.Name)}",
        "name and département" => Around(place, "departement") is { } outer ? $"{place.Name}, {outer.Name}" : null,
        "name and its code" => Around(place, "departement") is { } outer ? $"{place.Name} ({outer.Code})" : null,
        "name and region" => Around(place, "region") is { } outer ? $"{place.Name} {outer.Name}" : null,
        _ => place.Postcodes.Count == 0 ? null : WithPostcode(rule, place.Name, Drawn(place.Postcodes, random), random),
    };

    private static string? WithPostcode(string rule, string name, string postcode, Random random) => rule switch
    {
        "postcode" => postcode,
        "name and postcode" => $"{name} {postcode}",
        "postcode and name" => $"{postcode} {name.ToUpperInvariant()}",
        "name and cedex" => $"{postcode[..3]}99 {name} CEDEX {random.Next(1, 10)}",
        _ => name.Length < 4 ? null : $"{name[..random.Next(3, name.Length)].Trim()} {postcode}",
    };

    /// <summary>Changes one letter of a name; null when it becomes another name, which is then meant.</summary>
    private string? Misspelt(string rule, string name, Random random)
    {
        var text = PlaceNames.Fold(name);
        var length = PlaceNames.Compact(text).Length;
        var at = random.Next(length <= MaxShortLength ? 1 : 0, text.Length);
        var letter = Drawn([.. Letters], random).ToString();
        var isLast = at == text.Length - 1 || text[at + 1] == ' ';
        if (length < MinMisspeltLength || text[at] == ' ' || (rule is "transposition" && isLast))
        {
            return null;
        }

        var misspelt = rule switch
        {
            "deletion" => text.Remove(at, 1),
            "insertion" => text.Insert(at, letter),
            "substitution" => text.Remove(at, 1).Insert(at, letter),
            _ => text.Remove(at, 1).Insert(at + 1, text[at].ToString()),
        };
        return _compact.Contains(Bare(misspelt)) ? null : misspelt;
    }

    private static string? Saint(string name, Random random)
    {
        var point = Drawn(["", "."], random);
        var text = name.Replace("Sainte-", $"Ste{point}-", StringComparison.Ordinal)
            .Replace("Saint-", $"St{point} ", StringComparison.Ordinal);
        return text == name ? null : text;
    }

    private static string Arrondissement(string[] name, Random random)
    {
        var number = int.Parse(name[1].TrimEnd('e', 'r'), CultureInfo.InvariantCulture);
        return random.Next(6) switch
        {
            0 => $"{name[0]} {number}",
            1 => $"{name[0]} {name[1]}",
            2 => $"{name[0]} {number}ème arrondissement",
            3 => $"{name[0].ToUpperInvariant()} {name[1]} arr.",
            4 => $"{name[1]} arrondissement de {name[0]}",
            _ => $"{name[0]} {Roman[number - 1]}",
        };
    }

    /// <summary>Adds the preposition before a name: <c>du Havre</c>, <c>des Sables-d'Olonne</c>, <c>d'Angers</c>.</summary>
    private static string Of(string name) => name.Split(' ', 2) switch
    {
        ["Le", var rest] => $"du {rest}",
        ["Les", var rest] => $"des {rest}",
        _ => PlaceNames.Fold(name)[0] is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' ? $"d'{name}" : $"de {name}",
    };

    /// <summary>Whether a text that leaves out parts of a name is the exact name of another place, which it then means.</summary>
    private bool IsAnothersName(string rule, string text, Place drawn) =>
        Omissions.Contains(rule) && _folded.Contains(PlaceNames.Fold(text)) && PlaceNames.Fold(text) != PlaceNames.Fold(drawn.Name);

    /// <summary>Whether a hit has the drawn name, and lies in the département or region that the text adds to it.</summary>
    private bool IsNamesake(Place drawn, Place hit, string rule) => PlaceNames.Fold(drawn.Name) == PlaceNames.Fold(hit.Name) && rule switch
    {
        "name and département" or "name and its code" => Around(drawn, "departement")?.Id == Around(hit, "departement")?.Id,
        "name and region" => Around(drawn, "region")?.Id == Around(hit, "region")?.Id,
        _ => true,
    };

    /// <summary>
    /// Whether a text means a hit as much as the drawn place: a misspelt text is as near to its name, or begins both; several communes have
    /// a postcode, or names there that begin alike; a number is a code as well as a postcode.
    /// </summary>
    private static bool IsMeant(string rule, Place drawn, Place hit, string text) => rule switch
    {
        _ when Typos.Contains(rule) => Names(hit).Any(name => Distance.Distance(PlaceNames.Compact(name), Bare(text)) <= 1)
            || (PlaceNames.Fold(drawn.Name).StartsWith(text, StringComparison.Ordinal) && Names(hit).Any(name =>
                name.StartsWith(text, StringComparison.Ordinal))),
        "postcode" => hit.Postcodes.Contains(text) || hit.Code == text,
        "code" => hit.Postcodes.Contains(text),
        "beginning and postcode" => hit.Postcodes.Contains(text[^5..])
            && Names(hit).Any(name => name.StartsWith(PlaceNames.Fold(text[..^6]), StringComparison.Ordinal)),
        _ => false,
    };

    private static string[] Names(Place place) =>
        [PlaceNames.Fold(place.Name), PlaceNames.WithoutArticle(PlaceNames.Fold(place.Name))];

    private Place? Around(Place place, string kind) => _places.Above(_places.NumberOf(place.Id)!.Value)
        .Where(number => _places.KindOf(number) == kind).Select(number => _places[number]).FirstOrDefault();

    private Place Drawn(int[] numbers, Random random) => _places[numbers[random.Next(numbers.Length)]];
}
