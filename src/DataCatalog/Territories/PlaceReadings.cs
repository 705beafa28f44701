namespace DataCatalog.Territories;

/// <summary>Finds the ways to read a text that is not a name alone.</summary>
internal sealed class PlaceReadings(OuterPlaces outers)
{
    /// <summary>Returns the folded words of a text, without a CEDEX.</summary>
    public static string[] WordsOf(string text) =>
        PlacePhrases.WithoutCedex(PlaceNames.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Lists the readings of a text beside the one that takes it whole: with a kind, a postcode, or a larger territory.</summary>
    /// <param name="text">The text as it was typed.</param>
    /// <param name="whole">The reading that takes all words as a name.</param>
    public IEnumerable<PlaceReading> Of(string text, PlaceReading whole)
    {
        if (outers.InParenthesis(text) is { } enclosed)
        {
            yield return enclosed;
        }

        foreach (var reading in PlacePhrases.Read(whole.Words).Prepend(whole))
        {
            if (reading != whole)
            {
                yield return reading;
            }

            foreach (var narrowed in Narrowed(reading))
            {
                yield return narrowed;
            }
        }
    }

    /// <summary>Lists the readings of words that are a name with its postcode, département or region, all of them written out.</summary>
    public IEnumerable<PlaceReading> Finished(PlaceReading whole) =>
        PlacePhrases.Read(whole.Words).Prepend(whole)
            .SelectMany(reading => outers.Narrowed(reading).Concat(WithPostcode(reading)).Where(narrowed => IsName(narrowed.Words))
                .Prepend(reading));

    /// <summary>Returns the same reading with the département of its postcode in place of the postcode, which may be a CEDEX.</summary>
    public PlaceReading WithDepartement(PlaceReading reading, int postcode) =>
        reading with { Postcode = null, Outers = outers.OfPostcode(postcode) };

    private List<PlaceReading> Narrowed(PlaceReading reading)
    {
        var found = WithPostcode(reading).Concat(outers.Narrowed(reading)).Where(narrowed => IsName(narrowed.Words)).ToList();
        return found.Count == 0 && outers.Unfinished(reading) is { } unfinished ? [unfinished] : found;
    }

    private static bool IsName(string[] words) => char.IsAsciiLetter(words[0][0]) && (words.Length > 1 || words[0].Length > 1);

    /// <summary>Takes a postcode before or after the name; a postcode may have lost its first zero in a spreadsheet.</summary>
    private static IEnumerable<PlaceReading> WithPostcode(PlaceReading reading)
    {
        if (reading.Words is [.. { Length: > 0 } before, var last] && CodeIndex.PostcodeOf(last) is { } after)
        {
            yield return reading with { Words = before, Postcode = after };
        }

        if (reading.Words is [var first, .. { Length: > 0 } rest] && CodeIndex.PostcodeOf(first) is { } ahead)
        {
            yield return reading with { Words = rest, Postcode = ahead };
        }
    }
}
