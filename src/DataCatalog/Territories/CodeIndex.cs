using System.Globalization;
using DataCatalog.Dcat.Records;

namespace DataCatalog.Territories;

/// <summary>Finds places by codes: typed ids, present and old official codes, postcodes, SIREN numbers.</summary>
internal sealed class CodeIndex
{
    private const int MinLength = 2;
    private const int PostcodeLength = 5;

    /// <summary>
    /// The length of a commune code or a postcode whose first zero a spreadsheet has dropped: <c>1018</c> for <c>01018</c>.
    /// </summary>
    private const int LengthWithoutZero = 4;

    private const int SirenLength = 9;

    /// <summary>The length of a SIRET: the SIREN of the owner and five digits of its own.</summary>
    private const int SiretLength = 14;

    private static readonly int[] PowersOfTen = [1, 10, 100, 1000, 10_000, 100_000];

    private readonly PlaceColumns _places;
    private readonly int[] _postcodes;
    private readonly int[] _owners;
    private readonly HashSet<int> _arrondissements;

    public CodeIndex(PlaceColumns places)
    {
        var pairs = Enumerable.Range(0, places.Count)
            .SelectMany(place => places.Postcodes[place].ToArray().Select(postcode => (Postcode: postcode, Place: place)))
            .Order().ToList();
        _places = places;
        _postcodes = [.. pairs.Select(pair => pair.Postcode)];
        _owners = [.. pairs.Select(pair => pair.Place)];
        _arrondissements = [.. places.BeginningWith("arrondissement-municipal:")];
    }

    /// <summary>Adds the places with a code that is a text or begins with it.</summary>
    public void Find(string text, PlaceMatches found)
    {
        var code = string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
        code = code.Length == SiretLength && code.All(char.IsAsciiDigit) ? code[..SirenLength] : code;
        if (code.Split(':', 2) is [var typed, var rest])
        {
            if (Territory.Kinds.FirstOrDefault(kind => string.Equals(kind, typed, StringComparison.OrdinalIgnoreCase)) is { } kind)
            {
                FindId($"{kind}:{rest.ToUpperInvariant()}", found);
                FindWord($"{kind}:{rest}", found);
                FindExactId($"{kind}:{WithZero(rest)}", found);
            }
        }
        else if (code.Length is >= MinLength and <= SirenLength && code.All(char.IsAsciiLetterOrDigit))
        {
            FindCode(code.ToUpperInvariant(), found);
            if (WithZero(code) is { } completed)
            {
                FindCode(completed, found);
            }
        }
    }

    /// <summary>Adds the places with a code that is a whole word.</summary>
    public void FindWhole(string word, PlaceMatches found)
    {
        var code = word.Length == SiretLength && word.All(char.IsAsciiDigit) ? word[..SirenLength] : word.ToUpperInvariant();
        if (code.Length > SirenLength || !code.All(char.IsAsciiLetterOrDigit) || !code.Any(char.IsAsciiDigit))
        {
            return;
        }

        foreach (var kind in Territory.Kinds)
        {
            FindExactId($"{kind}:{code}", found);
        }

        if (PostcodeOf(code) is { } postcode)
        {
            FindPostcode(postcode, found);
        }
        else if (code.Length == SirenLength && int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var siren))
        {
            FindSiren(siren, SirenLength, found);
        }
    }

    /// <summary>Lists the places with a postcode; a place with several occurs once.</summary>
    public ReadOnlySpan<int> WithPostcode(int postcode) => _owners.AsSpan(First(postcode)..First(postcode + 1));

    /// <summary>Reads a postcode of five digits; null when a word is none.</summary>
    public static int? PostcodeOf(string word) => word.Length == PostcodeLength && word.All(char.IsAsciiDigit)
        ? int.Parse(word, NumberStyles.None, CultureInfo.InvariantCulture)
        : null;

    private static string? WithZero(string code) => code.Length == LengthWithoutZero && code.All(char.IsAsciiDigit) ? $"0{code}" : null;

    private void FindCode(string code, PlaceMatches found)
    {
        foreach (var kind in Territory.Kinds)
        {
            FindCode(kind, code, found);
        }

        if (int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var digits))
        {
            FindPostcode(digits, code.Length, found);
            FindSiren(digits, code.Length, found);
        }
    }

    /// <summary>
    /// Finds the places of a kind by a code. The codes of groupings are SIREN numbers, which nobody types halfway, so only whole ones
    /// match. The codes of country subsets are words in lower case, which match only with their kind: <c>com</c> begins names of communes.
    /// </summary>
    private void FindCode(string kind, string code, PlaceMatches found)
    {
        if (kind is "epci" or "ept" or "country" || !char.IsAsciiDigit(code[0]))
        {
            FindExactId($"{kind}:{code}", found);
        }
        else
        {
            FindId($"{kind}:{code}", found);
        }
    }

    private void FindId(string id, PlaceMatches found)
    {
        foreach (var place in _places.BeginningWith(id))
        {
            found.Add(place, NameMatch.Beginning, ReasonOf(place));
        }

        FindExactId(id, found);
    }

    /// <summary>Finds a country subset by its id, in upper or lower case.</summary>
    private void FindWord(string id, PlaceMatches found)
    {
        foreach (var place in _places.BeginningWith("country-subset:"))
        {
            if (string.Equals(_places.Ids[place], id, StringComparison.OrdinalIgnoreCase))
            {
                found.Add(place, NameMatch.Exact, MatchedOn.Code);
            }
        }
    }

    private void FindExactId(string id, PlaceMatches found)
    {
        foreach (var place in _places.OldIds[id])
        {
            found.Add(place, NameMatch.Loose, MatchedOn.FormerCode);
        }

        if (_places.NumberOf(id) is { } number)
        {
            found.Add(number, _places.KindOf(number) is "former-commune" ? NameMatch.Loose : NameMatch.Exact, ReasonOf(number));
        }
    }

    private void FindPostcode(int digits, int length, PlaceMatches found)
    {
        if (length > PostcodeLength)
        {
            return;
        }

        if (length == PostcodeLength)
        {
            FindPostcode(digits, found);
            return;
        }

        var unit = PowersOfTen[PostcodeLength - length];
        for (var at = First(digits * unit); at < _postcodes.Length && _postcodes[at] < (digits + 1) * unit; at++)
        {
            found.Add(_owners[at], NameMatch.Beginning, MatchedOn.Postcode);
        }
    }

    /// <summary>Finds the places of a postcode. That of an arrondissement means the arrondissement, before the whole commune.</summary>
    private void FindPostcode(int postcode, PlaceMatches found)
    {
        var owners = WithPostcode(postcode);
        var hasArrondissement = owners.ToArray().Any(_arrondissements.Contains);
        foreach (var owner in owners)
        {
            var isWider = hasArrondissement && !_arrondissements.Contains(owner);
            found.Add(owner, isWider ? NameMatch.Loose : NameMatch.Exact, MatchedOn.Postcode);
        }
    }

    private void FindSiren(int digits, int length, PlaceMatches found)
    {
        if (length != SirenLength)
        {
            return;
        }

        foreach (var place in _places.WithSiren(digits))
        {
            found.Add(place, NameMatch.Exact, MatchedOn.Siren);
        }
    }

    /// <summary>Returns what the code of a place is: that of a grouping is a SIREN number.</summary>
    private MatchedOn ReasonOf(int place) => _places.KindOf(place) switch
    {
        "epci" or "ept" => MatchedOn.Siren,
        "former-commune" => MatchedOn.FormerCode,
        _ => MatchedOn.Code,
    };

    /// <summary>
    /// Returns the position of the first postcode that is not below a number. Many postcodes are equal, and the binary search of .NET may
    /// stop at any of them.
    /// </summary>
    private int First(int postcode)
    {
        var (low, high) = (0, _postcodes.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _postcodes[middle] < postcode ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
