namespace DataCatalog.Dcat.Rules;

/// <summary>
/// Measures the Levenshtein distance with exchanges of neighbours (optimal string alignment), to find the allowed words nearest to a
/// wrong one.
/// </summary>
public static class EditDistance
{
    /// <summary>Lists the nearest candidates, best first; equal distances in ordinal order. Case does not count.</summary>
    public static IReadOnlyList<string> Nearest(string word, IEnumerable<string> candidates, int count) =>
        [.. candidates
            .OrderBy(candidate => Between(Beginning(word), candidate.ToUpperInvariant()))
            .ThenBy(candidate => candidate, StringComparer.Ordinal)
            .Take(count)];

    /// <summary>
    /// Lists the candidates that may be meant, best first: at most half of the letters differ, or one is the beginning of the other.
    /// </summary>
    public static IReadOnlyList<string> Meant(string word, IEnumerable<string> candidates, int count) =>
        [.. Nearest(word, candidates.Where(candidate => MayMean(word, candidate)), count)];

    /// <summary>Asks <c> Did you mean 'page'?</c>, with a space before it; empty when no candidate may be meant.</summary>
    public static string DidYouMean(string word, IEnumerable<string> candidates) =>
        Meant(word, candidates, 1) is [var meant] ? $" Did you mean '{meant}'?" : "";

    private static bool MayMean(string word, string candidate) => word.Length > 0
        && (candidate.StartsWith(word, StringComparison.OrdinalIgnoreCase)
            || word.StartsWith(candidate, StringComparison.OrdinalIgnoreCase)
            || 2 * Between(Beginning(word), candidate.ToUpperInvariant()) <= Math.Max(word.Length, candidate.Length));

    /// <summary>
    /// Cuts a word at 100 characters. No allowed word is longer, and to measure a longer one would be a cheap way to keep us busy.
    /// </summary>
    internal static string Beginning(string word) => word[..Math.Min(word.Length, 100)].ToUpperInvariant();

    /// <summary>Counts the characters to add, drop, replace or exchange with their neighbour to turn one text into the other.</summary>
    /// <param name="first">A text.</param>
    /// <param name="second">Another text.</param>
    /// <param name="limit">Where measuring may stop: for texts that are farther apart, the answer is some number above the limit.</param>
    public static int Between(string first, string second, int limit = int.MaxValue)
    {
        var columns = second.Length + 1;
        var (before, previous, current) = (new int[columns], Enumerable.Range(0, columns).ToArray(), new int[columns]);
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
