using System.Text.RegularExpressions;
using DataCatalog.Dcat.Rules;
using DataCatalog.Storage;
using DataCatalog.Territories;

namespace DataCatalog.Search.Places;

/// <summary>
/// Finds the place in a question. Words in quotation marks and excluded ones are never read as a place: they are asked as they stand.
/// </summary>
internal sealed partial class QuestionPlaces(Database database, TerritoryIndexes indexes, References references)
{
    /// <summary>The length of the longest misspelt name, in words.</summary>
    private const int MaxMisspelt = 4;

    /// <summary>The length from which a word may be a misspelt name: shorter ones have too many neighbours.</summary>
    private const int MinMisspelt = 6;

    /// <summary>The length from which a name may have two wrong letters.</summary>
    private const int LongName = 10;

    private readonly Derived<OrdinaryWords> _ordinary = new(database.Epoch);

    /// <summary>Returns the place that a question names exactly; null when it names none, or nothing else.</summary>
    public PlaceInQuestion? In(string question)
    {
        var (places, ordinary) = (indexes.Current, _ordinary.Since(database.ReferenceRevision, _ => new OrdinaryWords(references.Current)));
        return Runs(question)
            .Select(run => (Run: run, Span: places.LongestIn([.. run.Select(word => word.Value)], ordinary.Contain)))
            .Where(found => found.Span is { } span && !IsOtherWord(found.Run.GetRange(span.Start, span.Length), span, places))
            .OrderBy(found => found.Span!.IsDoubtful).ThenByDescending(found => found.Span!.Length)
            .Select(found => Beside(question, found.Run, found.Span!, places))
            .FirstOrDefault();
    }

    /// <summary>Lists the places whose misspelt names have a word, longer names first.</summary>
    /// <param name="question">The question.</param>
    /// <param name="start">Where the word begins in the question.</param>
    public IEnumerable<PlaceInQuestion> Misspelt(string question, int start)
    {
        var places = indexes.Current;
        return
            from run in Runs(question)
            let at = run.FindIndex(word => word.Index <= start && start < word.Index + word.Length)
            where at >= 0
            from window in Windows(at, run.Count)
            let span = Corrected(places, run, window)
            where span is not null
            select Beside(question, run, span, places);
    }

    /// <summary>Lists the spans of words that contain one, the longest first.</summary>
    private static IEnumerable<(int Start, int Length)> Windows(int at, int count) =>
        from length in Enumerable.Range(1, MaxMisspelt).Reverse()
        from start in Enumerable.Range(Math.Max(0, at - length + 1), length)
        where start <= at && start + length <= count
        select (start, length);

    private static PlaceSpan? Corrected(TerritoryIndex places, List<Word> run, (int Start, int Length) window)
    {
        var words = run.GetRange(window.Start, window.Length);
        var folded = PlaceNames.Fold(string.Concat(words.Select(word => $"{word.Value} ")));
        var (first, last) = (folded.Split(' ')[0], folded.Split(' ')[^1]);
        if (folded.Length < MinMisspelt || PlaceNames.IsSmallWord(last) || (PlaceNames.IsSmallWord(first) && !PlaceNames.IsArticle(first)))
        {
            return null;
        }

        PlaceHit[] hits = [.. places.FindHits(folded).Take(1)];
        return hits is [{ On: MatchedOn.Spelling } hit] && IsNear(folded, places[hit.Place].Name)
            ? new PlaceSpan(window.Start, window.Length, hits, IsDoubtful: true) : null;
    }

    /// <summary>
    /// Whether a word is near enough to a name to be it in a sentence, where most words are no names: one wrong letter, two in a long name,
    /// and never the first.
    /// </summary>
    private static bool IsNear(string folded, string name)
    {
        var (typed, right) = (WithoutArticle(folded), WithoutArticle(PlaceNames.Fold(name)));
        var limit = typed.Length < LongName ? 1 : 2;
        return right[0] == typed[0] && EditDistance.Between(typed, right, limit) <= limit;

        static string WithoutArticle(string text) => PlaceNames.Compact(PlaceNames.WithoutArticle(text));
    }

    /// <summary>
    /// Whether words only look like a name when their accents are left out: <c>marchés</c> is not Marches. People leave accents out, and do
    /// not add them.
    /// </summary>
    private static bool IsOtherWord(List<Word> words, PlaceSpan span, TerritoryIndex places) =>
        span.IsDoubtful && words.Sum(word => word.Value.Count(IsAccented)) > places[span.Hits[0].Place].Name.Count(IsAccented);

    private static bool IsAccented(char letter) => char.IsLetter(letter) && !char.IsAscii(letter);

    /// <summary>Splits a question into runs of words that may name places, with their positions.</summary>
    private static IEnumerable<List<Word>> Runs(string question)
    {
        var run = new List<Word>();
        question = AmountPattern.Replace(question, amount => "-0".PadRight(amount.Length));
        foreach (var match in WordPattern.Matches(question).Cast<Match>())
        {
            var word = new Word(match.Index, match.Length, match.Value);
            if (word.Value[0] is not ('"' or '-'))
            {
                run.Add(word);
            }
            else if (run.Count > 0)
            {
                yield return run;
                run = [];
            }
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }

    private static PlaceInQuestion Beside(string question, List<Word> run, PlaceSpan span, TerritoryIndex places)
    {
        var (first, last) = (run[span.Start], run[span.Start + span.Length - 1]);
        var before = BeforePattern.Replace(question[..first.Index], "");
        var after = AfterPattern.Replace(question[(last.Index + last.Length)..], "");
        var words = CountryPattern.Replace($"{before.Trim()} {after}".Trim(), "");
        string[] typed = [.. run.GetRange(span.Start, span.Length).Select(word => word.Value)];
        return new PlaceInQuestion(words, typed, span.Hits, span.IsDoubtful, places);
    }

    /// <summary>A word with the apostrophe of an elision; a phrase in quotation marks; an excluded word.</summary>
    [GeneratedRegex("-?\"[^\"]*\"?|(?<=^|\\s)-[^\\s\"]+|[^\\s'’\"]+['’]?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex WordPattern { get; }

    /// <summary>A number with its unit, which is no code of a place: <c>23000 euros</c>.</summary>
    [GeneratedRegex(
        @"\b[0-9][0-9 .,]*\s*(€|%|(k?euros?|eur|habitants?|hab|agents?|salariés?|ans|jours?|mois"
            + @"|km2?|km²|m2|m²|m3|m³|ha|kwh|mwh|kw|tonnes?)\b)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex AmountPattern { get; }

    /// <summary>The prepositions and articles that lead to the name of a place.</summary>
    [GeneratedRegex(
        "(?<=^|[\\s'’])((à|a|au|aux|de|du|des|en|dans|sur|pour|chez|vers|le|la|les)\\s+|[dl]['’]\\s*|[:,;(]\\s*)+$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex BeforePattern { get; }

    /// <summary>The country beside the name of a place in it.</summary>
    [GeneratedRegex(
        @"[\s,(]+((en|de)\s+)?france\s*[)?.!]*$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex CountryPattern { get; }

    /// <summary>The punctuation after the name of a place.</summary>
    [GeneratedRegex("^[\\s:,;.?!)]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex AfterPattern { get; }

    private sealed record Word(int Index, int Length, string Value);
}
