using System.Text.RegularExpressions;

namespace DataCatalog.Benchmarks;

/// <summary>
/// Words for synthetic texts: those of the real titles and descriptions, drawn with Zipf's frequencies (the word of rank r about 1/r as
/// often as the first), so that rare, medium and frequent words are all there.
/// </summary>
internal sealed partial class Lexicon
{
    private const int Words = 30_000;

    private readonly string[] _words;
    private readonly double[] _cumulated;

    /// <summary>Takes words from real texts, and derives rarer ones from them with numbers.</summary>
    public Lexicon(IEnumerable<string> texts)
    {
        string[] real = [.. texts.SelectMany(text => Word.Matches(text)).Select(match => match.Value)
            .GroupBy(word => word, StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(word => word.Count()).ThenBy(word => word.Key, StringComparer.Ordinal)
            .Select(word => word.Key)];
        var made = Enumerable.Range(0, Math.Max(0, Words - real.Length))
            .Select(number => $"{real[number % real.Length]}{(char)('a' + (number / real.Length))}x");
        _words = [.. real, .. made];
        _cumulated = new double[_words.Length];
        var sum = 0.0;
        for (var rank = 0; rank < _words.Length; rank++)
        {
            _cumulated[rank] = sum += 1.0 / (rank + 1);
        }
    }

    public string Next(Random random)
    {
        var found = Array.BinarySearch(_cumulated, random.NextDouble() * _cumulated[^1]);
        return _words[Math.Min(found < 0 ? ~found : found, _words.Length - 1)];
    }

    public string Text(Random random, int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Next(random)));

    [GeneratedRegex(@"\p{L}[\p{L}'’-]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Word { get; }
}
