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

    private static readonly int[] PowersOfTen = [1, 10, 100, 1000, 10_000, 100_000];

    private readonly PlaceColumns _places;
    private readonly int[] _postcodes;
    private readonly int[] _owners;

    public CodeIndex(PlaceColumns places)
    {
        var pairs = Enumerable.Range(0, places.Count)
            .SelectMany(place => places.Postcodes[place].ToArray().Select(postcode => (Postcode: postcode, Place: place)))
            .Order().ToList();
        _places = places;
        _postcodes = [.. pairs.Select(pair => pair.Postcode)];
        _owners = [.. pairs.Select(pair => pair.Place)];
    }

    /// <summary>Calls <paramref name="found"/> for each place with a code that is a text or begins with it.</summary>
    public void Find(string text, Action<int, NameMatch> found)
    {
        var code = string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
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

    private static string? WithZero(string code) => code.Length == LengthWithoutZero && code.All(char.IsAsciiDigit) ? $"0{code}" : null;

    private void FindCode(string code, Action<int, NameMatch> found)
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
    private void FindCode(string kind, string code, Action<int, NameMatch> found)
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

    private void FindId(string id, Action<int, NameMatch> found)
    {
        foreach (var place in _places.BeginningWith(id))
        {
            found(place, NameMatch.Beginning);
        }

        FindExactId(id, found);
    }

    /// <summary>Finds a country subset by its id, in upper or lower case.</summary>
    private void FindWord(string id, Action<int, NameMatch> found)
    {
        foreach (var place in _places.BeginningWith("country-subset:"))
        {
            if (string.Equals(_places.Ids[place], id, StringComparison.OrdinalIgnoreCase))
            {
                found(place, NameMatch.Exact);
            }
        }
    }

    private void FindExactId(string id, Action<int, NameMatch> found)
    {
        foreach (var place in _places.OldIds[id])
        {
            found(place, NameMatch.Exact);
        }

        if (_places.NumberOf(id) is { } number)
        {
            found(number, NameMatch.Exact);
        }
    }

    private void FindPostcode(int digits, int length, Action<int, NameMatch> found)
    {
        if (length > PostcodeLength)
        {
            return;
        }

        var unit = PowersOfTen[PostcodeLength - length];
        var match = length == PostcodeLength ? NameMatch.Exact : NameMatch.Beginning;
        for (var at = First(digits * unit); at < _postcodes.Length && _postcodes[at] < (digits + 1) * unit; at++)
        {
            found(_owners[at], match);
        }
    }

    private void FindSiren(int digits, int length, Action<int, NameMatch> found)
    {
        if (length != SirenLength)
        {
            return;
        }

        foreach (var place in _places.WithSiren(digits))
        {
            found(place, NameMatch.Exact);
        }
    }

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
