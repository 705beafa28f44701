using System.Text.RegularExpressions;
using DataCatalog.Index;

namespace DataCatalog.Search.Text;

/// <summary>
/// The words of a user as an FTS5 expression (https://sqlite.org/fts5.html section 3). Every word is analysed and quoted, so that none is
/// read as an operator.
/// </summary>
internal sealed partial class TextQuery
{
    /// <summary>The maximal length of a query, in characters.</summary>
    public const int MaxLength = 500;

    private const int MinPrefix = 2;

    private readonly List<string> _wanted = [];
    private readonly List<string> _words = [];
    private readonly List<string> _unwanted = [];
    private readonly List<SearchTerm> _terms = [];
    private readonly List<TypedWord> _plainWords = [];

    private TextQuery()
    {
    }

    /// <summary>Whether there is nothing to search for: stop words and punctuation do not count.</summary>
    public bool IsEmpty => _wanted.Count == 0;

    /// <summary>The expression for all of the words, and none of the unwanted ones.</summary>
    public string All => Excluding(string.Join(" AND ", _wanted));

    /// <summary>The expression for some of the words. The words of a phrase with synonyms also count one by one.</summary>
    public string Some => Excluding(string.Join(" OR ", _wanted.Concat(_words)));

    /// <summary>Returns <see cref="Some"/> for a relaxed search, otherwise <see cref="All"/>.</summary>
    public string ExpressionFor(bool isRelaxed) => isRelaxed ? Some : All;

    /// <summary>
    /// The terms that may match in a text, for highlighting. The words of a phrase with synonyms are also there one by one.
    /// </summary>
    public IReadOnlyList<SearchTerm> Terms => _terms;

    /// <summary>
    /// The wanted words outside phrases that have no synonyms and are no question words, in the order in which they were typed.
    /// </summary>
    public IReadOnlyList<TypedWord> PlainWords => _plainWords;

    /// <summary>Reads a query: words, <c>"phrases"</c>, <c>-unwanted</c>; the last word may be unfinished.</summary>
    public static TextQuery Parse(string text, Synonyms synonyms)
    {
        var query = new TextQuery();
        var clauses = WithoutQuestionWords([.. ClausePattern.Matches(text)
            .Select(match => new Clause(
                match.Groups["not"].Success, match.Groups["phrase"].Success, match.Groups["text"], IsLast(match, text)))
            .Where(clause => clause.Terms.Count > 0)]);
        for (var index = 0; index < clauses.Count;)
        {
            index += query.Add(clauses, index, synonyms);
        }

        return query;
    }

    /// <summary>Removes the question words, unless nothing else is wanted.</summary>
    private static List<Clause> WithoutQuestionWords(List<Clause> clauses) =>
        clauses.Exists(clause => clause is { IsUnwanted: false, IsQuestionWord: false })
            ? clauses.FindAll(clause => !clause.IsQuestionWord)
            : clauses;

    /// <summary>
    /// Adds the clause at an index, together with those after it when they form a phrase with synonyms; returns their number.
    /// </summary>
    private int Add(List<Clause> clauses, int index, Synonyms synonyms)
    {
        var clause = clauses[index];
        if (clause.IsUnwanted)
        {
            _unwanted.Add(clause.WholeTerm.Expression);
            return 1;
        }

        var words = clauses.Skip(index)
            .TakeWhile(next => next is { IsUnwanted: false, IsPhrase: false })
            .Take(synonyms.LongestInWords)
            .ToList();
        for (var length = words.Count; length > 0; length--)
        {
            var alternatives = synonyms.Of(words.Take(length).SelectMany(word => word.Terms));
            if (alternatives.Count > 0)
            {
                AddWithSynonyms(words[..length], [.. alternatives.Select(phrase => new SearchTerm(phrase.Split(' ')))]);
                return length;
            }
        }

        _plainWords.AddRange(clause.PlainWords);
        _wanted.Add(AnyOf(AddTerms([clause.WholeTerm, .. UnfinishedTerm(clause)])));
        return 1;
    }

    private void AddWithSynonyms(List<Clause> words, SearchTerm[] alternatives)
    {
        var each = AddTerms(words.Select(word => word.WholeTerm));
        _words.AddRange(each);
        _wanted.Add(AnyOf(
            [.. AddTerms(alternatives), .. words is [var only] ? AddTerms(UnfinishedTerm(only)) : [$"({string.Join(" AND ", each)})"]]));
    }

    /// <summary>Adds terms to <see cref="Terms"/>; returns their expressions.</summary>
    private List<string> AddTerms(IEnumerable<SearchTerm> alternatives)
    {
        var count = _terms.Count;
        _terms.AddRange(alternatives);
        return [.. _terms.Skip(count).Select(term => term.Expression)];
    }

    private string Excluding(string expression) =>
        _unwanted.Count == 0 ? expression : $"({expression}) NOT ({string.Join(" OR ", _unwanted)})";

    /// <summary>
    /// Returns the last word as the beginning of a word; none for other words, and none for a short question word such as <c>où</c>, which
    /// is complete.
    /// </summary>
    private static IEnumerable<SearchTerm> UnfinishedTerm(Clause clause) =>
        clause is { IsLast: true, IsPhrase: false }
        && FrenchText.Words(clause.Text) is [.., { Length: >= MinPrefix } last]
        && !(last.Length == MinPrefix && QuestionWords.Contain(last))
            ? [new SearchTerm(FrenchText.Parts(last), IsUnfinished: true)]
            : [];

    private static string AnyOf(IReadOnlyList<string> alternatives) =>
        alternatives is [var only] ? only : $"({string.Join(" OR ", alternatives)})";

    private static bool IsLast(Match match, string text) => match.Index + match.Length == text.Length;

    [GeneratedRegex(
        "(?<not>(?<!\\S)-(?=\\S))?(\"(?<phrase>)(?<text>[^\"]*)\"?|(?<text>[^\\s\"]+))",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex ClausePattern { get; }

    /// <summary>A word or a phrase of the query.</summary>
    /// <param name="IsUnwanted">Whether a <c>-</c> excludes it.</param>
    /// <param name="IsPhrase">Whether it stands in quotation marks.</param>
    /// <param name="Place">Its text, and where it stands in the query.</param>
    /// <param name="IsLast">Whether the query ends with it.</param>
    private sealed record Clause(bool IsUnwanted, bool IsPhrase, Group Place, bool IsLast)
    {
        private IReadOnlyList<Token> Tokens { get; } = FrenchText.Tokens(Place.Value);

        public string Text => Place.Value;

        public IReadOnlyList<string> Terms => [.. Tokens.Select(token => token.Term)];

        public SearchTerm WholeTerm => new(Terms);

        public bool IsQuestionWord =>
            this is { IsUnwanted: false, IsPhrase: false } && Tokens.All(token => QuestionWords.Contain(token.Word));

        public IEnumerable<TypedWord> PlainWords => IsPhrase ? [] : Tokens.Select((token, index) => new TypedWord(
            token with { Start = Place.Index + token.Start, End = Place.Index + token.End }, IsLast && index == Tokens.Count - 1))
            .Where(word => !QuestionWords.Contain(word.Token.Word));
    }
}

/// <summary>One or several consecutive words to search for.</summary>
/// <param name="Terms">The words in their indexed form.</param>
/// <param name="IsUnfinished">Whether the last term is the unstemmed beginning of a word.</param>
internal sealed record SearchTerm(IReadOnlyList<string> Terms, bool IsUnfinished = false)
{
    public string Expression => $"\"{string.Join(' ', Terms)}\"{(IsUnfinished ? " *" : "")}";
}

/// <summary>A word of a query.</summary>
/// <param name="Token">The word, with its place in the query.</param>
/// <param name="MayBeUnfinished">Whether the query ends with the word.</param>
internal sealed record TypedWord(Token Token, bool MayBeUnfinished);
