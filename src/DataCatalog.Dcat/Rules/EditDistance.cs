namespace DataCatalog.Dcat.Rules;

/// <summary>The Levenshtein distance with exchanges (optimal string alignment), to say which allowed word is nearest to a wrong one.</summary>
public static class EditDistance
{
    /// <summary>The nearest candidates, best first; equal distances in ordinal order. Case does not count.</summary>
    public static IReadOnlyList<string> Nearest(string word, IEnumerable<string> candidates, int count) =>
        [.. candidates
            .OrderBy(candidate => Between(Beginning(word), candidate.ToUpperInvariant()))
            .ThenBy(candidate => candidate, StringComparer.Ordinal)
            .Take(count)];

    /// <summary>The nearest candidates that may be meant: at most half of the letters differ, or one is the beginning of the other. Best first.</summary>
    public static IReadOnlyList<string> Meant(string word, IEnumerable<string> candidates, int count) => [.. Nearest(word, candidates.Where(candidate => MayMean(word, candidate)), count)];

    /// <summary><c> Did you mean 'page'?</c>, with a space before it; empty when no candidate may be meant.</summary>
    public static string DidYouMean(string word, IEnumerable<string> candidates) => Meant(word, candidates, 1) is [var meant] ? $" Did you mean '{meant}'?" : "";

    private static bool MayMean(string word, string candidate) => word.Length > 0
        && (candidate.StartsWith(word, StringComparison.OrdinalIgnoreCase)
            || word.StartsWith(candidate, StringComparison.OrdinalIgnoreCase)
            || 2 * Between(Beginning(word), candidate.ToUpperInvariant()) <= Math.Max(word.Length, candidate.Length));

    /// <summary>No allowed word is as long; measuring a longer one would cost its sender nothing and us much.</summary>
    internal static string Beginning(string word) => word[..Math.Min(word.Length, 100)].ToUpperInvariant();

    /// <summary>How many characters must be added, dropped, replaced or exchanged with their neighbour to make one text the other.</summary>
    /// <param name="first">A text.</param>
    /// <param name="second">Another.</param>
    /// <param name="limit">Texts that are farther apart need not be measured to the end: the answer is then some number above it.</param>
    public static int Between(string first, string second, int limit = int.MaxValue)
    {
        var (before, previous, current) = (new int[second.Length + 1], Enumerable.Range(0, second.Length + 1).ToArray(), new int[second.Length + 1]);
        for (var row = 1; row <= first.Length; row++)
        {
            current[0] = row;
            for (var column = 1; column <= second.Length; column++)
            {
                var replaced = previous[column - 1] + (first[row - 1] == second[column - 1] ? 0 : 1);
                var exchanged = AreExchanged(first, row, second, column) ? before[column - 2] + 1 : replaced;
                current[column] = Math.Min(Math.Min(replaced, exchanged), Math.Min(previous[column], current[column - 1]) + 1);
            }

            if (current.Min() is var least && least > limit)
            {
                return least;
            }

            (before, previous, current) = (previous, current, before);
        }

        return previous[second.Length];
    }

    private static bool AreExchanged(string first, int row, string second, int column) =>
        row > 1 && column > 1 && first[row - 1] == second[column - 2] && first[row - 2] == second[column - 1];
}
