using System.Text.RegularExpressions;

namespace DataCatalog.Index.Text;

/// <summary>
/// The words of a user as conditions for the index. Every word is analysed, so that none is read as an operator.
/// </summary>
internal sealed partial class TextQuery
{
    /// <summary>The maximal length of a query, in characters.</summary>
    public const int MaxLength = 500;

    private const int MinPrefix = 2;

    private readonly List<WantedPart> _parts = [];
    private readonly List<SearchTerm> _pairs = [];
    private readonly List<SearchTerm> _unwanted = [];
    private readonly List<SearchTerm> _terms = [];
    private readonly List<SearchTerm> _apart = [];
    private readonly List<TypedWord> _plainWords = [];

    private TextQuery()
    {
    }

    /// <summary>Whether there is nothing to search for: stop words and punctuation do not count.</summary>
    public bool IsEmpty => _parts.Count == 0;

    /// <summary>Whether a word says what is wanted: question words and those that name a carrier of information do not.</summary>
    public bool HasSubject { get; private set; }

    /// <summary>The words and phrases that are wanted, in the order in which they were typed.</summary>
    public IReadOnlyList<WantedPart> Parts => _parts;

    /// <summary>
    /// Each two words that follow one another: a text that has them together is more likely about them than one that has them apart.
    /// </summary>
    public IReadOnlyList<SearchTerm> Pairs => _pairs;

    /// <summary>The words and phrases that no answer has.</summary>
    public IReadOnlyList<SearchTerm> Unwanted => _unwanted;

    /// <summary>All of the words, and none of the unwanted ones.</summary>
    public TextCondition All => Excluding(new TextCondition.All([.. _parts.Select(part => part.Together)]));

    /// <summary>
    /// All of the words where those of a compound or of a synonym may stand apart; null when it is <see cref="All"/>.
    /// </summary>
    public TextCondition? AllApart => _parts.Exists(part => part.Apart is not null)
        ? Excluding(new TextCondition.All([.. _parts.Select(part => part.Anywhere)]))
        : null;

    /// <summary>Some of the words. The words of a phrase with synonyms also count one by one.</summary>
    public TextCondition Some =>
        Excluding(new TextCondition.Any([.. _parts.SelectMany(part => part.Words.Prepend(part.Anywhere))]));

    /// <summary>
    /// The terms that may match in a text, for highlighting. The words of a phrase with synonyms are also there one by one.
    /// </summary>
    public IReadOnlyList<SearchTerm> Terms => _terms;

    /// <summary>The terms of several words that may match in a text with their words apart, for highlighting.</summary>
    public IReadOnlyList<SearchTerm> TermsApart => _apart;

    /// <summary>A condition without the datasets that have unwanted words.</summary>
    public TextCondition Excluding(TextCondition condition) => _unwanted.Count == 0 ? condition
        : new TextCondition.Except(condition, new TextCondition.Any([.. _unwanted.Select(term => new TextCondition.Has(term))]));

    /// <summary>
    /// The wanted words outside phrases that have no synonyms and are no question words, in the order in which they were typed.
    /// </summary>
    public IReadOnlyList<TypedWord> PlainWords => _plainWords;

    /// <summary>Reads a query: words, <c>"phrases"</c>, <c>-unwanted</c>; the last word may be unfinished.</summary>
    /// <param name="text">The query.</param>
    /// <param name="synonyms">The synonyms.</param>
    /// <param name="keepsCarriers">
    /// Whether words that name a carrier of information are wanted too: a rule may be about a list or a base.
    /// </param>
    public static TextQuery Parse(string text, Synonyms synonyms, bool keepsCarriers = false)
    {
        var query = new TextQuery();
        var clauses = Clauses(SetPhrases.Replace(text, phrase => new string(' ', phrase.Length)));
        clauses = WithoutQuestionWords(clauses.Count > 0 ? clauses : Clauses(text));
        query._unwanted.AddRange(clauses.Where(clause => clause.IsUnwanted).SelectMany(clause => clause.Forms));
        var pieces = Pieces(clauses, synonyms);
        var subjects = keepsCarriers ? pieces : Subjects(pieces);
        query.HasSubject = subjects.Exists(piece => !piece.Clauses.All(clause => clause.IsQuestionWord));
        foreach (var piece in subjects.Count > 0 ? subjects : pieces)
        {
            query.Add(piece, text);
        }

        query._pairs.AddRange(pieces.Zip(pieces.Skip(1)).Where(pair => subjects.Contains(pair.First) && subjects.Contains(pair.Second))
            .Select(pair => new SearchTerm([.. pair.First.Clauses[^1].Terms, .. pair.Second.Clauses[0].Terms])));
        return query;
    }

    private static List<Clause> Clauses(string text) =>
    [
        .. ClausePattern.Matches(text)
            .Select(match => new Clause(
                match.Groups["not"].Success, match.Groups["phrase"].Success, match.Groups["text"], IsLast(match, text)))
            .Where(clause => clause.Terms.Count > 0),
    ];

    /// <summary>Removes the question words, unless nothing else is wanted.</summary>
    private static List<Clause> WithoutQuestionWords(List<Clause> clauses) =>
        clauses.Exists(clause => clause is { IsUnwanted: false, IsQuestionWord: false })
            ? clauses.FindAll(clause => !clause.IsQuestionWord)
            : clauses;

    /// <summary>Leaves out the words that name a carrier of information.</summary>
    private static List<Piece> Subjects(List<Piece> pieces) =>
        [.. pieces.Where((piece, index) => !piece.IsCarrier(index + 1 < pieces.Count ? pieces[index + 1] : null))];

    /// <summary>Takes the wanted clauses one by one, or together where they form a phrase with synonyms.</summary>
    private static List<Piece> Pieces(List<Clause> clauses, Synonyms synonyms)
    {
        var pieces = new List<Piece>();
        for (var index = 0; index < clauses.Count;)
        {
            var piece = PieceAt(clauses, index, synonyms);
            index += piece.Clauses.Count;
            if (!piece.Clauses[0].IsUnwanted)
            {
                pieces.Add(piece);
            }
        }

        return pieces;
    }

    private static Piece PieceAt(List<Clause> clauses, int index, Synonyms synonyms)
    {
        var words = clauses.Skip(index)
            .TakeWhile(next => next is { IsUnwanted: false, IsPhrase: false })
            .Take(synonyms.LongestInWords)
            .ToList();
        for (var length = words.Count; length > 0; length--)
        {
            var alternatives = synonyms.Of(words.Take(length).SelectMany(word => word.Terms));
            alternatives = alternatives.Count == 0 && length == 1 && words[0].Joined is { } joined
                ? synonyms.Of([joined.Term])
                : alternatives;
            if (alternatives.Count > 0)
            {
                return new Piece(words[..length], [.. alternatives.Select(phrase => new SearchTerm(phrase.Split(' ')))]);
            }
        }

        return new Piece([clauses[index]], []);
    }

    private void Add(Piece piece, string text)
    {
        var (first, last) = (piece.Clauses[0], piece.Clauses[^1]);
        var words = piece.Clauses.Select(clause => clause.WholeTerm).ToList();
        SearchTerm[] forms = piece.Clauses is [var only] ? [.. only.Forms, .. only.Unfinished] : [];
        SearchTerm[] terms = [.. piece.Synonyms, .. forms];
        SearchTerm[] apart = first.IsPhrase ? [] : [.. terms.Where(term => term.Terms.Count > 1)];
        _terms.AddRange(terms.Concat(words));
        _apart.AddRange(apart);
        _plainWords.AddRange(piece.Synonyms.Count == 0 ? first.PlainWords : []);
        _parts.Add(new WantedPart(
            text[first.Place.Index..(last.Place.Index + last.Place.Length)], terms, apart, words.Count > 1 ? words : []));
    }

    private static bool IsLast(Match match, string text) => match.Index + match.Length == text.Length;

    [GeneratedRegex(
        "(?<not>(?<!\\S)-(?=\\S))?(\"(?<phrase>)(?<text>[^\"]*)\"?|(?<text>[^\\s\"]+))",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex ClausePattern { get; }

    /// <summary>Phrases of ordinary words that say nothing of a subject.</summary>
    [GeneratedRegex(
        @"\b((re)?mis(e|es)?\s+|mettre\s+|tenir\s+|tenue?s?\s+)?à\s+jour\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex SetPhrases { get; }

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

        /// <summary>The clause as one word where it is a compound: <c>wifi</c> for <c>wi-fi</c>; null where it is none.</summary>
        public Token? Joined { get; } = FrenchText.IsVariant(Place.Value) ? null
            : FrenchText.Compounds(Place.Value).FirstOrDefault(token => token.Start == 0 && token.End == Place.Length);

        /// <summary>The complete forms of the clause: its words in order, and the compound as one word.</summary>
        public IEnumerable<SearchTerm> Forms => IsPhrase || Joined is null ? [WholeTerm] : [WholeTerm, new SearchTerm([Joined.Term])];

        /// <summary>
        /// The clause with its last word as the beginning of a word; none unless the query ends with it, and none for a short question word
        /// such as <c>où</c> and for <c>PLUi</c>, which are complete.
        /// </summary>
        public IEnumerable<SearchTerm> Unfinished
        {
            get
            {
                var typed = Tokens[^1].Word;
                if (!IsLast || IsPhrase || FrenchText.IsVariant(Text)
                    || (typed.Length <= MinPrefix && QuestionWords.Contain(typed))
                    || !string.Equals(FrenchText.Words(Text).SelectMany(FrenchText.Parts).LastOrDefault(), typed, StringComparison.Ordinal))
                {
                    return [];
                }

                return ((SearchTerm?[])[
                    typed.Length < MinPrefix ? null : new SearchTerm([.. Terms.SkipLast(1), typed], IsUnfinished: true),
                    Joined is null ? null : new SearchTerm([Joined.Word], IsUnfinished: true)]).OfType<SearchTerm>();
            }
        }

        /// <summary>The words as they were typed, in lower case and without accents.</summary>
        public IReadOnlyList<string> Spoken => [.. Tokens.Select(token => token.Word)];

        public bool IsQuestionWord =>
            this is { IsUnwanted: false, IsPhrase: false } && Tokens.All(token => QuestionWords.Contain(token.Word));

        public IEnumerable<TypedWord> PlainWords => IsPhrase ? [] : Tokens.Select((token, index) => new TypedWord(
            token with { Start = Place.Index + token.Start, End = Place.Index + token.End }, IsLast && index == Tokens.Count - 1))
            .Where(word => !QuestionWords.Contain(word.Token.Word));
    }

    /// <summary>A clause, or several that form a phrase with synonyms.</summary>
    /// <param name="Clauses">The clauses.</param>
    /// <param name="Synonyms">The phrases that mean the same, including their own; none when there are no synonyms.</param>
    private sealed record Piece(IReadOnlyList<Clause> Clauses, IReadOnlyList<SearchTerm> Synonyms)
    {
        public bool IsCarrier(Piece? next)
        {
            if (Synonyms.Count > 0 || Clauses[0].IsPhrase)
            {
                return false;
            }

            var words = Clauses[0].Spoken;
            var after = next?.Clauses[0].Spoken[0];
            return words.Index().All(word => CarrierWords.Contain(word.Item, word.Index + 1 < words.Count ? words[word.Index + 1] : after));
        }
    }
}

/// <summary>One or several consecutive words to search for.</summary>
/// <param name="Terms">The words in their indexed form.</param>
/// <param name="IsUnfinished">Whether the last term is the unstemmed beginning of a word.</param>
internal sealed record SearchTerm(IReadOnlyList<string> Terms, bool IsUnfinished = false)
{
    /// <summary>The words one by one.</summary>
    public IEnumerable<SearchTerm> Each =>
        Terms.Select((term, index) => new SearchTerm([term], IsUnfinished && index == Terms.Count - 1));

    public string Expression => $"\"{string.Join(' ', Terms)}\"{(IsUnfinished ? " *" : "")}";
}

/// <summary>A word of a query.</summary>
/// <param name="Token">The word, with its place in the query.</param>
/// <param name="MayBeUnfinished">Whether the query ends with the word.</param>
internal sealed record TypedWord(Token Token, bool MayBeUnfinished);
