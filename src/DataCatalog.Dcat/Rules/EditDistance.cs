namespace DataCatalog.Dcat.Rules;

/// <summary>The Levenshtein distance, to say which allowed word is nearest to a wrong one.</summary>
public static class EditDistance
{
    /// <summary>The nearest candidates, best first; equal distances in ordinal order. Case does not count.</summary>
    public static IReadOnlyList<string> Nearest(string word, IEnumerable<string> candidates, int count) =>
        [.. candidates
            .OrderBy(candidate => Between(word.ToUpperInvariant(), candidate.ToUpperInvariant()))
            .ThenBy(candidate => candidate, StringComparer.Ordinal)
            .Take(count)];

    /// <summary>How many characters must be added, dropped or replaced to make one text the other.</summary>
    public static int Between(string first, string second)
    {
        var previous = Enumerable.Range(0, second.Length + 1).ToArray();
        var current = new int[second.Length + 1];
        for (var row = 1; row <= first.Length; row++)
        {
            current[0] = row;
            for (var column = 1; column <= second.Length; column++)
            {
                var replaced = previous[column - 1] + (first[row - 1] == second[column - 1] ? 0 : 1);
                current[column] = Math.Min(replaced, Math.Min(previous[column], current[column - 1]) + 1);
            }

            (previous, current) = (current, previous);
        }

        return previous[second.Length];
    }
}
