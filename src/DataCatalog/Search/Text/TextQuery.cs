using System.Text.RegularExpressions;
using DataCatalog.Index;

namespace DataCatalog.Search.Text;

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
    private readonly List<SearchTerm> _terms = [];
    private readonly List<TypedWord> _plainWords = [];

    private TextQuery()
    {
    }

    /// <summary>Whether there is anything to look for: stop words and punctuation are nothing.</summary>
    public bool IsEmpty => _wanted.Count == 0;

    /// <summary>All words, and none of the unwanted ones.</summary>
    public string All => Excluding(string.Join(" AND ", _wanted));

    /// <summary>Some of the words, those of a term with synonyms one by one too.</summary>
    public string Some => Excluding(string.Join(" OR ", _wanted.Concat(_words)));

    /// <summary>The one of the two that found something.</summary>
    public string ExpressionFor(bool isRelaxed) => isRelaxed ? Some : All;

    /// <summary>Everything that may have been found, the words of a term with synonyms one by one too.</summary>
    public IReadOnlyList<SearchTerm> Terms => _terms;

    /// <summary>The wanted words that are in no phrase, have no synonyms and are no question words, in the order in which they were typed.</summary>
    public IReadOnlyList<TypedWord> PlainWords => _plainWords;

    /// <summary>Reads a query: words, <c>"phrases"</c>, <c>-unwanted</c>; the last word may be unfinished.</summary>
    public static TextQuery Parse(string text, Synonyms synonyms)
    {
        var query = new TextQuery();
        var clauses = Meaningful([.. Clause.Matches(text)
            .Select(match => new Typed(match.Groups["not"].Success, match.Groups["phrase"].Success, match.Groups["text"], IsLast(match, text)))
            .Where(clause => clause.Terms.Count > 0)]);
        for (var index = 0; index < clauses.Count;)
        {
            index += query.Add(clauses, index, synonyms);
        }

        return query;
    }

    /// <summary>Without question words, unless nothing else is wanted.</summary>
    private static List<Typed> Meaningful(List<Typed> clauses) =>
        clauses.Exists(clause => clause is { IsUnwanted: false, IsOfQuestion: false }) ? clauses.FindAll(clause => !clause.IsOfQuestion) : clauses;

    /// <summary>Adds the clause at an index, with those after it when together they have synonyms; returns how many.</summary>
    private int Add(List<Typed> clauses, int index, Synonyms synonyms)
    {
        var clause = clauses[index];
        if (clause.IsUnwanted)
        {
            _unwanted.Add(clause.InFull.Expression);
            return 1;
        }

        var words = clauses.Skip(index).TakeWhile(next => next is { IsUnwanted: false, IsPhrase: false }).Take(synonyms.LongestInWords).ToList();
        for (var length = words.Count; length > 0; length--)
        {
            var alternatives = synonyms.Of(words.Take(length).SelectMany(word => word.Terms));
            if (alternatives.Count > 0)
            {
                AddTerm(words[..length], [.. alternatives.Select(phrase => new SearchTerm(phrase.Split(' ')))]);
                return length;
            }
        }

        _plainWords.AddRange(clause.PlainWords);
        _wanted.Add(AnyOf(Seek([clause.InFull, .. Unfinished(clause)])));
        return 1;
    }

    private void AddTerm(List<Typed> words, SearchTerm[] alternatives)
    {
        var each = Seek(words.Select(word => word.InFull));
        _words.AddRange(each);
        _wanted.Add(AnyOf([.. Seek(alternatives), .. words is [var only] ? Seek(Unfinished(only)) : [$"({string.Join(" AND ", each)})"]]));
    }

    /// <summary>Notes what is looked for; returns the expressions.</summary>
    private List<string> Seek(IEnumerable<SearchTerm> alternatives)
    {
        var count = _terms.Count;
        _terms.AddRange(alternatives);
        return [.. _terms.Skip(count).Select(term => term.Expression)];
    }

    private string Excluding(string expression) =>
        _unwanted.Count == 0 ? expression : $"({expression}) NOT ({string.Join(" OR ", _unwanted)})";

    /// <summary>The beginning of a word that is still being typed; <c>où</c> is typed in full.</summary>
    private static IEnumerable<SearchTerm> Unfinished(Typed clause) =>
        clause is { IsLast: true, IsPhrase: false } && FrenchText.Words(clause.Text) is [.., { Length: >= MinPrefix } last] && !(last.Length == MinPrefix && QuestionWords.Contain(last))
            ? [new SearchTerm(FrenchText.Parts(last), IsUnfinished: true)] : [];

    private static string AnyOf(IReadOnlyList<string> alternatives) => alternatives is [var only] ? only : $"({string.Join(" OR ", alternatives)})";

    private static bool IsLast(Match match, string text) => match.Index + match.Length == text.Length;

    [GeneratedRegex("(?<not>(?<!\\S)-(?=\\S))?(\"(?<phrase>)(?<text>[^\"]*)\"?|(?<text>[^\\s\"]+))", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Clause { get; }

    private sealed record Typed(bool IsUnwanted, bool IsPhrase, Group Place, bool IsLast)
    {
        private IReadOnlyList<Token> Tokens { get; } = FrenchText.Tokens(Place.Value);

        public string Text => Place.Value;

        public IReadOnlyList<string> Terms => [.. Tokens.Select(token => token.Term)];

        public SearchTerm InFull => new(Terms);

        public bool IsOfQuestion => this is { IsUnwanted: false, IsPhrase: false } && Tokens.All(token => QuestionWords.Contain(token.Word));

        public IEnumerable<TypedWord> PlainWords => IsPhrase ? [] : Tokens.Select((token, index) => new TypedWord(
            token with { Start = Place.Index + token.Start, End = Place.Index + token.End }, IsLast && index == Tokens.Count - 1))
            .Where(word => !QuestionWords.Contain(word.Token.Word));
    }
}

/// <summary>Words that stand one after the other in what is looked for.</summary>
/// <param name="Terms">As they are indexed.</param>
/// <param name="IsUnfinished">Whether the last one is the beginning of a word, in full.</param>
internal sealed record SearchTerm(IReadOnlyList<string> Terms, bool IsUnfinished = false)
{
    public string Expression => $"\"{string.Join(' ', Terms)}\"{(IsUnfinished ? " *" : "")}";
}

/// <summary>A word of a query.</summary>
/// <param name="Token">The word, where it stands in the query.</param>
/// <param name="MayBeUnfinished">Whether it is the last thing typed.</param>
internal sealed record TypedWord(Token Token, bool MayBeUnfinished);
