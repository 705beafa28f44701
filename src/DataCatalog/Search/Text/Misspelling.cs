namespace DataCatalog.Search.Text;

/// <summary>
/// How likely a word is the misspelling of another: the cost of the edits between them, where what people mistype or spell by ear costs
/// less than what makes another word. A right word that the catalogue lacks is often one edit from a word that it has, and sounds
/// different: <c>stage</c> and <c>stade</c>, <c>cerise</c> and <c>crise</c>, <c>raquette</c> and <c>maquette</c>.
/// </summary>
internal static class Misspelling
{
    /// <summary>The cost of a letter doubled, or of a double letter that is not: <c>comune</c>.</summary>
    private const double Doubled = 0.3;

    /// <summary>The cost of a letter that is not heard: <c>abitat</c>.</summary>
    private const double Silent = 0.4;

    /// <summary>The cost of a letter for another that is read alike: <c>budjet</c>.</summary>
    private const double Alike = 0.6;

    /// <summary>The cost of two letters in the wrong order: <c>tarvaux</c>.</summary>
    private const double Swapped = 0.7;

    /// <summary>The cost of a letter too few: <c>logemnt</c>.</summary>
    private const double TooFewLetters = 1;

    /// <summary>The cost of a letter too few at the end of a long word, which is perhaps not finished.</summary>
    private const double Unfinished = 0.5;

    /// <summary>The cost of a letter too many, which people type less often: <c>parquet</c> is no <c>paquet</c>.</summary>
    private const double TooManyLetters = 1.4;

    /// <summary>The cost of a letter for another.</summary>
    private const double Other = 1.5;

    /// <summary>What a difference at the first letter, or one more letter at the end, costs besides: it makes another word.</summary>
    private const double First = 1;

    private const int LongWord = 8;

    /// <summary>Returns the cost of the edits from a typed word to a right one.</summary>
    public static double Cost(string typed, string right) =>
        CostOfLetters(typed.Replace("ph", "f", StringComparison.Ordinal), right.Replace("ph", "f", StringComparison.Ordinal));

    /// <summary>
    /// Returns the largest cost at which a word is corrected: short words have many neighbours, and a word that only one dataset has is
    /// less likely meant.
    /// </summary>
    public static double LimitFor(string typed, bool isRare)
    {
        var limit = typed.Length switch { < 6 => 0.7, < LongWord => 1, < 10 => 1.3, < 12 => 1.45, _ => 2 };
        return isRare && typed.Length >= LongWord ? limit - 0.3 : limit;
    }

    private static double CostOfLetters(string typed, string right)
    {
        var costs = Enumerable.Range(0, typed.Length + 1).Select(_ => new double[right.Length + 1]).ToArray();
        for (var i = 0; i <= typed.Length; i++)
        {
            for (var j = i == 0 ? 1 : 0; j <= right.Length; j++)
            {
                var tooMany = i == 0 ? double.MaxValue : costs[i - 1][j] + TooMany(typed, i - 1, j);
                var tooFew = j == 0 ? double.MaxValue : costs[i][j - 1] + TooFew(typed, i, right, j - 1);
                var replaced = i == 0 || j == 0 ? double.MaxValue : costs[i - 1][j - 1] + Replaced(typed, i - 1, right, j - 1);
                var swapped = IsSwapped(typed, i, right, j) ? costs[i - 2][j - 2] + Swapped : double.MaxValue;
                costs[i][j] = Math.Min(Math.Min(tooMany, tooFew), Math.Min(replaced, swapped));
            }
        }

        return costs[^1][^1];
    }

    private static double TooMany(string typed, int index, int place) =>
        IsDouble(typed, index) ? Doubled
        : IsSilent(typed, index) ? Silent
        : TooManyLetters + ((index == 0 && place == 0) || IsEnding(typed, index) ? First : 0);

    private static double TooFew(string typed, int place, string right, int index) =>
        IsDouble(right, index) ? Doubled
        : IsSilent(right, index) ? Silent
        : place == typed.Length && typed.Length >= LongWord ? Unfinished
        : TooFewLetters + (index == 0 && place == 0 ? First : 0);

    private static double Replaced(string typed, int index, string right, int place) =>
        typed[index] == right[place] ? 0
        : IsAlike(typed[index], right[place], place + 1 < right.Length ? right[place + 1] : ' ') ? Alike
        : Other + (index == 0 && place == 0 ? First : 0);

    /// <summary>
    /// Whether two letters are read alike before a third: <c>c</c> and <c>s</c> before <c>e</c>, <c>a</c> and <c>e</c> before <c>n</c>.
    /// </summary>
    private static bool IsAlike(char typed, char right, char next) => (typed < right ? (typed, right) : (right, typed)) switch
    {
        ('c', 's') => next is 'e' or 'i' or 'y',
        ('c', 't') or ('s', 't') => next is 'i',
        ('g', 'j') => next is 'e' or 'i',
        ('a', 'e') => next is 'n' or 'm',
        ('c', 'k') or ('c', 'q') or ('k', 'q') or ('s', 'z') or ('i', 'y') => true,
        ('m', 'n') => next is 'b' or 'p',
        _ => false,
    };

    /// <summary>Whether a letter ends another word, as in <c>pharmacien</c> and <c>pharmacie</c>; plural and gender do not.</summary>
    private static bool IsEnding(string typed, int index) => index == typed.Length - 1 && typed[index] is not ('s' or 'e' or 'x');

    private static bool IsSilent(string word, int index) => word[index] == 'h' && (index == 0 || word[index - 1] != 'c');

    private static bool IsSwapped(string typed, int i, string right, int j) =>
        i > 1 && j > 1 && typed[i - 1] == right[j - 2] && typed[i - 2] == right[j - 1] && typed[i - 1] != typed[i - 2];

    private static bool IsDouble(string word, int index) => index > 0 && word[index] == word[index - 1];
}
