using System.Text.RegularExpressions;

namespace DataCatalog.Search;

/// <summary>
/// What somebody typed, as an expression of FTS5 (https://sqlite.org/fts5.html section 3). Everything of theirs is analysed and quoted, so that no
/// word of theirs is an operator.
/// </summary>
internal sealed partial class TextQuery
{
    /// <summary>In characters.</summary>
    public const int Longest = 500;

    private const int MinPrefix = 2;

    private readonly List<string> _wanted = [];
    private readonly List<string> _words = [];
    private readonly List<string> _unwanted = [];

    private TextQuery()
    {
    }

    /// <summary>Whether there is anything to look for: stop words and punctuation are nothing.</summary>
    public bool IsEmpty => _wanted.Count == 0;

    /// <summary>All words, and none of the unwanted ones.</summary>
    public string All => Excluding(string.Join(" AND ", _wanted));

    /// <summary>Some of the words, those of a term with synonyms one by one too.</summary>
    public string Some => Excluding(string.Join(" OR ", _wanted.Concat(_words)));

    /// <summary>Reads a query: words, <c>"phrases"</c>, <c>-unwanted</c>; the last word may be unfinished.</summary>
    public static TextQuery Parse(string text, Synonyms synonyms)
    {
        var query = new TextQuery();
        var clauses = Clause.Matches(text).Select(match => new Typed(match.Groups["not"].Success, match.Groups["phrase"].Success, match.Groups["text"].Value, IsLast(match, text)))
            .Where(clause => clause.Terms.Count > 0).ToList();
        for (var index = 0; index < clauses.Count;)
        {
            index += query.Add(clauses, index, synonyms);
        }

        return query;
    }

    /// <summary>Adds the clause at an index, with those after it when together they have synonyms; returns how many.</summary>
    private int Add(List<Typed> clauses, int index, Synonyms synonyms)
    {
        var clause = clauses[index];
        if (clause.IsUnwanted)
        {
            _unwanted.Add(Phrase(clause.Terms));
            return 1;
        }

        var words = clauses.Skip(index).TakeWhile(next => next is { IsUnwanted: false, IsPhrase: false }).Take(synonyms.LongestInWords).ToList();
        for (var length = words.Count; length > 0; length--)
        {
            var alternatives = synonyms.Of(words.Take(length).SelectMany(word => word.Terms));
            if (alternatives.Count > 0)
            {
                string[] each = [.. words.Take(length).Select(word => Phrase(word.Terms))];
                _words.AddRange(each);
                _wanted.Add(AnyOf([.. alternatives.Select(Quoted), .. length == 1 ? Unfinished(clause) : [$"({string.Join(" AND ", each)})"]]));
                return length;
            }
        }

        _wanted.Add(AnyOf([Phrase(clause.Terms), .. Unfinished(clause)]));
        return 1;
    }

    private string Excluding(string expression) =>
        _unwanted.Count == 0 ? expression : $"({expression}) NOT ({string.Join(" OR ", _unwanted)})";

    private static IEnumerable<string> Unfinished(Typed clause) =>
        clause is { IsLast: true, IsPhrase: false } && FrenchText.Words(clause.Text) is [.., { Length: >= MinPrefix } last] ? [$"{Quoted(last)} *"] : [];

    private static string AnyOf(IReadOnlyList<string> alternatives) => alternatives is [var only] ? only : $"({string.Join(" OR ", alternatives)})";

    private static string Phrase(IEnumerable<string> terms) => Quoted(string.Join(' ', terms));

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static bool IsLast(Match match, string text) => match.Index + match.Length == text.Length;

    [GeneratedRegex("(?<not>(?<!\\S)-(?=\\S))?(\"(?<phrase>)(?<text>[^\"]*)\"?|(?<text>[^\\s\"]+))", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Clause { get; }

    private sealed record Typed(bool IsUnwanted, bool IsPhrase, string Text, bool IsLast)
    {
        public IReadOnlyList<string> Terms { get; } = FrenchText.Terms(Text);
    }
}
