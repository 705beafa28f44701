namespace DataCatalog.Territories;

/// <summary>Finds the words of a sentence that name a place exactly; nothing is corrected here.</summary>
internal sealed class PlaceSpans(PlaceColumns places, Containment containment, PlaceFinder finder)
{
    /// <summary>The number of words of a sentence that are read.</summary>
    private const int MaxWords = 40;

    /// <summary>The number of words of the longest name with its département.</summary>
    private const int MaxSpan = 12;

    /// <summary>The length of the longest word that is read, in characters.</summary>
    private const int MaxWordLength = 60;

    /// <summary>The number of digits from which a number is surely a code.</summary>
    private const int MinCodeLength = 5;

    /// <summary>Returns the longest span that names a place, a sure one before a doubtful one; null when none does.</summary>
    /// <param name="tokens">The words of the sentence, as they were typed.</param>
    /// <param name="isOrdinary">Whether a folded name is also a word of the catalogue.</param>
    public PlaceSpan? Longest(IReadOnlyList<string> tokens, Func<string, bool> isOrdinary)
    {
        PlaceSpan? doubtful = null;
        var count = Math.Min(tokens.Count, MaxWords);
        string[][] words = [.. tokens.Take(count).Select(token => token.Length <= MaxWordLength ? PlaceReadings.WordsOf(token) : [])];
        for (var length = Math.Min(count, MaxSpan); length > 0; length--)
        {
            for (var start = 0; start + length <= count; start++)
            {
                if (words[start].Length > 0 && words[start + length - 1].Length > 0
                    && Read(start, [.. words[start..(start + length)].SelectMany(word => word)], length, isOrdinary) is { } span)
                {
                    if (!span.IsDoubtful)
                    {
                        return span;
                    }

                    doubtful ??= span;
                }
            }
        }

        return doubtful;
    }

    private PlaceSpan? Read(int start, string[] words, int length, Func<string, bool> isOrdinary)
    {
        var matches = finder.FindWhole(words, out var isNameAlone);
        return matches.Best is null ? null : Span([.. matches.InOrder()]);

        PlaceSpan Span(IReadOnlyList<PlaceHit> hits) =>
            new(start, length, hits, isNameAlone && IsDoubtful(string.Join(' ', words), hits, isOrdinary));
    }

    private bool IsDoubtful(string text, IReadOnlyList<PlaceHit> hits, Func<string, bool> isOrdinary) =>
        char.IsAsciiDigit(text[0]) ? text.Length < MinCodeLength && !IsOverseasOrCorsica(text)
        : OrdinaryNames.Has(text) || isOrdinary(text) || isOrdinary(PlaceNames.WithoutArticle(text)) || IsShared(hits);

    /// <summary>Whether a text is a code that few people use as a number: 974, 2A.</summary>
    private static bool IsOverseasOrCorsica(string text) => text is ['9', '7' or '8', _] or ['2', 'a' or 'b'];

    /// <summary>Whether a commune shares its name with a département elsewhere, which has it from a river or a mountain.</summary>
    private bool IsShared(IReadOnlyList<PlaceHit> hits) =>
        hits.Where(hit => places.KindOf(hit.Place) is "departement" && hit.On is MatchedOn.Name).Any(outer =>
            hits.Any(hit => places.KindOf(hit.Place) is "commune" && !containment.Contains(outer.Place, hit.Place)));
}
