using System.Data.Common;
using System.Globalization;
using System.Numerics;
using System.Text;
using Dapper;
using DataCatalog.Dcat.Records;
using DataCatalog.Dcat.Rules;
using DataCatalog.Index;
using DataCatalog.Index.Text;
using DataCatalog.Storage;
using DataCatalog.Territories;

namespace DataCatalog.Search.Text;

/// <summary>
/// Corrects the spelling of words that neither a dataset nor the name of a place has, towards words of the datasets. It has no list of
/// French words: a word that is not likely a misspelling of one of these (<see cref="Misspelling"/>) is taken for right.
/// </summary>
internal sealed class Spelling(Database database, TerritoryIndexes places)
{
    /// <summary>The length from which a word is corrected: shorter ones have too many neighbours.</summary>
    private const int MinLetters = 4;

    /// <summary>The length from which a correction may make two edits; in shorter words, one.</summary>
    private const int LongWord = 6;

    /// <summary>The largest number of words that are corrected in a query: each costs a pass over the vocabulary.</summary>
    private const int MaxMisspelt = 5;

    /// <summary>The largest number of corrections that are tried for a word: each costs reading some datasets.</summary>
    private const int MaxCandidates = 10;

    /// <summary>The largest number of places in whose names a word is looked for.</summary>
    private const int MaxPlaces = 100;

    /// <summary>The number of datasets in which the forms of a term are looked for.</summary>
    private const int MaxExamples = 5;

    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr");

    private readonly Derived<Vocabulary> _vocabulary = new(database.Epoch);

    /// <summary>Returns the query with its misspelt words replaced, otherwise as typed; null when there is nothing to correct.</summary>
    public string? Suggest(DbConnection connection, string text, Synonyms synonyms)
    {
        var misspelt = TextQuery.Parse(text, synonyms).PlainWords
            .Where(word => IsMisspelt(connection, word) && !IsInPlace(word.Token.Word))
            .Take(MaxMisspelt).ToList();
        var suggestion = new StringBuilder(text);
        var isCorrected = false;
        foreach (var token in Enumerable.Reverse(misspelt).Select(word => word.Token))
        {
            if (Correction(connection, token, synonyms) is { } correction
                && !IsSame(correction, text.AsSpan(token.Start, token.End - token.Start)))
            {
                suggestion.Remove(token.Start, token.End - token.Start).Insert(token.Start, correction);
                isCorrected = true;
            }
        }

        return isCorrected ? suggestion.ToString() : null;
    }

    /// <summary>Lists the words of a query that no dataset has, with their positions.</summary>
    public static IEnumerable<Token> Unknown(DbConnection connection, string text, Synonyms synonyms) =>
        TextQuery.Parse(text, synonyms).PlainWords.Where(word => IsMisspelt(connection, word)).Take(MaxMisspelt).Select(word => word.Token);

    /// <summary>
    /// Whether a correction changes nothing: a part of a longer word, as in <c>code_insee</c>, may be its own correction.
    /// </summary>
    private static bool IsSame(string correction, ReadOnlySpan<char> typed) => typed.Equals(correction, StringComparison.OrdinalIgnoreCase);

    private static bool IsMisspelt(DbConnection connection, TypedWord word) =>
        word.Token.Word.Length >= MinLetters && word.Token.Word.All(char.IsLetter)
        && TextIndex.Of(connection) is var index
        && !index.Has(connection, word.Token.Term)
        && !(word.MayBeUnfinished && index.HasBeginning(connection, word.Token.Word));

    /// <summary>Whether the name of a place has the word.</summary>
    private bool IsInPlace(string word)
    {
        var index = places.Current;
        return index.FindNumbers(word).Take(MaxPlaces)
            .Any(number => PlaceNames.Fold(index[number].Name).Split(' ').Contains(word, StringComparer.Ordinal));
    }

    /// <summary>
    /// Finds the correction of a word. Words whose stemmed terms are similar may differ much, such as <c>soleil</c> and <c>solaire</c>, so
    /// the cost is also measured between the whole words.
    /// </summary>
    private string? Correction(DbConnection connection, Token token, Synonyms synonyms) =>
        synonyms.Words.ContainsKey(token.Term) ? null
        : Near(connection, token, synonyms).Take(MaxCandidates).Concat(WithOtherEnding(connection, token).Take(MaxCandidates))
            .Select(entry => (Form: ClosestForm(connection, entry, token.Word, synonyms), entry.Datasets))
            .FirstOrDefault(found => found.Form?.Cost <= Misspelling.LimitFor(token.Word, found.Datasets == 1)).Form?.Text;

    /// <summary>Lists the terms near to one, the likeliest first, among equally likely ones the most frequent first.</summary>
    private IEnumerable<Entry> Near(DbConnection connection, Token token, Synonyms synonyms)
    {
        var (term, limit, letters) = (token.Term, LimitOf(token.Word), LettersOf(token.Term));
        return Current(connection).Near(term.Length, limit)
            .Concat(synonyms.Words.Keys
                .Where(word => Math.Abs(word.Length - term.Length) <= limit)
                .Select(word => new Entry(word, Datasets: 0)))
            .Where(entry => BitOperations.PopCount(entry.Letters & ~letters) <= limit
                && BitOperations.PopCount(letters & ~entry.Letters) <= limit)
            .Where(entry => EditDistance.Between(term, entry.Term, limit) <= limit)
            .Select(entry => (Entry: entry, Cost: Misspelling.Cost(term, entry.Term)))
            .OrderBy(candidate => candidate.Cost)
            .ThenByDescending(candidate => candidate.Entry.Datasets)
            .ThenBy(candidate => candidate.Entry.Term, StringComparer.Ordinal)
            .Select(candidate => candidate.Entry);
    }

    private static Form? ClosestForm(DbConnection connection, Entry entry, string typed, Synonyms synonyms) => entry.Datasets > 0
        ? ClosestForm(connection, entry.Term, typed)
        : new Form(synonyms.Words[entry.Term], CostOf(typed, string.Concat(FrenchText.Words(synonyms.Words[entry.Term]))));

    /// <summary>
    /// Lists the terms with which a word with a misspelt ending may begin, the nearest and longest first. The stemmer does not remove such
    /// an ending: <c>logemnt</c> and <c>logment</c> are far from <c>loge</c>, the term of <c>logement</c>.
    /// </summary>
    private IEnumerable<Entry> WithOtherEnding(DbConnection connection, Token token)
    {
        var (word, letters) = (token.Word, LettersOf(token.Word));
        return Current(connection).UpTo(word.Length - 1)
            .Where(entry => entry.Term[0] == word[0] && BitOperations.PopCount(entry.Letters & ~letters) <= LimitOf(entry.Term))
            .Select(entry => (Entry: entry, Distance: DistanceToBeginning(entry.Term, word)))
            .Where(candidate => candidate.Distance <= LimitOf(candidate.Entry.Term))
            .OrderBy(candidate => candidate.Distance)
            .ThenByDescending(candidate => candidate.Entry.Term.Length)
            .ThenByDescending(candidate => candidate.Entry.Datasets)
            .ThenBy(candidate => candidate.Entry.Term, StringComparer.Ordinal)
            .Select(candidate => candidate.Entry);
    }

    private static int DistanceToBeginning(string term, string word) =>
        Enumerable.Range(term.Length - 1, 3).Where(length => length <= word.Length)
            .Min(length => EditDistance.Between(term, word[..length], LimitOf(term)));

    /// <summary>
    /// Returns a bit set of the letters of a term. An edit adds and removes at most one letter, so most terms need not be measured.
    /// </summary>
    private static uint LettersOf(string term) => term.Aggregate(0u, (bits, letter) => bits | (1u << (letter % 32)));

    private static int LimitOf(string word) => word.Length < LongWord ? 1 : 2;

    /// <summary>
    /// Returns, of the words in some datasets that have a term, the one nearest to the typed word; null when there is none.
    /// </summary>
    private static Form? ClosestForm(DbConnection connection, string term, string typed) =>
        TextIndex.Of(connection).First(connection, term, MaxExamples)
            .Select(example => TextOf(connection, example.Id, example.Document))
            .SelectMany(
                text => FrenchText.Tokens(text)
                    .Where(token => string.Equals(token.Term, term, StringComparison.Ordinal) && !QuestionWords.Contain(token.Word)),
                (text, token) => (Text: text[token.Start..token.End], token.Word))
            .Select(word => new Form(word.Text.ToLower(French), CostOf(typed, word.Word)))
            .MinBy(form => (form.Cost, form.Text.Length));

    /// <summary>Returns the cost of the edits to a word, whose plural does not count.</summary>
    private static double CostOf(string typed, string word) =>
        Math.Min(Misspelling.Cost(typed, word), Misspelling.Cost(typed, word.TrimEnd('s')));

    /// <summary>Returns the text of a dataset that is indexed.</summary>
    private static string TextOf(DbConnection connection, string id, string document)
    {
        var dataset = RecordJson.Read<Dataset>(document);
        var labels = connection.QuerySingle<string?>(Labels.Sql, new { id });
        return string.Join(" . ", [dataset.Title["fr"], .. dataset.Keywords, dataset.Description["fr"], labels]);
    }

    /// <summary>
    /// Returns the vocabulary as the connection sees it. Listing it reads the whole index, so the newest list is kept.
    /// </summary>
    private Vocabulary Current(DbConnection connection) => _vocabulary.At(
        connection.ExecuteScalar<long>("select coalesce(max(sequence), 0) from change"), _ => Vocabulary.Read(connection))
        ?? Vocabulary.Read(connection);

    /// <summary>A word as people write it, and the cost of the edits from the typed word.</summary>
    private sealed record Form(string Text, double Cost);

    /// <summary>A term, and the number of datasets that have it; 0 for a term of the synonyms.</summary>
    private sealed record Entry(string Term, long Datasets)
    {
        public uint Letters { get; } = LettersOf(Term);
    }

    /// <summary>The terms of the index by length, without those that have digits.</summary>
    private sealed record Vocabulary(ILookup<int, Entry> ByLength)
    {
        public static Vocabulary Read(DbConnection connection) => new(
            TextIndex.Of(connection).Vocabulary(connection)
                .Where(entry => entry.Term.All(char.IsLetter))
                .Select(entry => new Entry(entry.Term, entry.Datasets))
                .ToLookup(entry => entry.Term.Length));

        /// <summary>The terms that are corrections, of at most some letters.</summary>
        public IEnumerable<Entry> UpTo(int length) =>
            length < MinLetters ? [] : Enumerable.Range(MinLetters, length - MinLetters + 1).SelectMany(letters => ByLength[letters]);

        public IEnumerable<Entry> Near(int length, int limit) =>
            Enumerable.Range(length - limit, (2 * limit) + 1).SelectMany(near => ByLength[near]);
    }
}
