using System.Text.RegularExpressions;
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

    private readonly Derived<OrdinaryWords> _ordinary = new();

    /// <summary>Returns the place that a question names exactly; null when it names none, or nothing else.</summary>
    public PlaceInQuestion? In(string question)
    {
        var (places, ordinary) = (indexes.Current, _ordinary.Since(database.ReferenceRevision, _ => new OrdinaryWords(references.Current)));
        return Runs(question)
            .Select(run => (Run: run, Span: places.LongestIn([.. run.Select(word => word.Value)], ordinary.Contain)))
            .Where(found => found.Span is not null)
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
        if (PlaceNames.IsSmallWord(PlaceNames.Fold(words[0].Value)) || PlaceNames.IsSmallWord(PlaceNames.Fold(words[^1].Value)))
        {
            return null;
        }

        PlaceHit[] hits = [.. places.FindHits(string.Concat(words.Select(word => $"{word.Value} "))).Take(1)];
        return hits is [{ On: MatchedOn.Spelling }] ? new PlaceSpan(window.Start, window.Length, hits, IsDoubtful: true) : null;
    }

    /// <summary>Splits a question into runs of words that may name places, with their positions.</summary>
    private static IEnumerable<List<Word>> Runs(string question)
    {
        var run = new List<Word>();
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
        return new PlaceInQuestion($"{before.Trim()} {after}".Trim(), span.Hits, span.IsDoubtful, places);
    }

    /// <summary>A word with the apostrophe of an elision; a phrase in quotation marks; an excluded word.</summary>
    [GeneratedRegex("-?\"[^\"]*\"?|(?<=^|\\s)-[^\\s\"]+|[^\\s'’\"]+['’]?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex WordPattern { get; }

    /// <summary>The prepositions and articles that lead to the name of a place.</summary>
    [GeneratedRegex(
        "(?<=^|[\\s'’])((à|a|au|aux|de|du|des|en|dans|sur|pour|chez|vers|le|la|les)\\s+|[dl]['’]\\s*|[:,;(]\\s*)+$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex BeforePattern { get; }

    /// <summary>The punctuation after the name of a place.</summary>
    [GeneratedRegex("^[\\s:,;.?!)]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex AfterPattern { get; }

    private sealed record Word(int Index, int Length, string Value);
}
