using System.Globalization;
using System.Numerics;
using System.Text;
using Dapper;
using DataCatalog.Dcat.Records;
using DataCatalog.Dcat.Rules;
using DataCatalog.Index;
using DataCatalog.Storage;
using Microsoft.Data.Sqlite;

namespace DataCatalog.Search.Text;

/// <summary>Corrects the spelling of words that no dataset has.</summary>
internal sealed class Spelling
{
    /// <summary>The length from which a word is corrected: shorter ones have too many neighbours.</summary>
    private const int MinLetters = 4;

    /// <summary>The length from which a correction may make two edits; in shorter words, one.</summary>
    private const int LongWord = 6;

    /// <summary>The largest number of words that are corrected in a query: each costs a pass over the vocabulary.</summary>
    private const int MaxMisspelt = 5;

    /// <summary>The largest number of corrections that are tried for a word: each costs reading some datasets.</summary>
    private const int MaxCandidates = 10;

    private const string KnownSql = """
        select exists (select 1 from search_vocabulary where term = @term)
          or (@mayBeUnfinished and exists (select 1 from search_vocabulary where term >= @word and term < @word || char(0x10ffff)))
        """;

    private const string ExamplesSql = """
        select d.id, d.document
        from search s join search_row r on r.id = s.rowid join dataset d on d.id = r.dataset_id
        where s.search match @expression
        order by s.rowid
        limit 5
        """;

    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr");

    private readonly Derived<Vocabulary> _vocabulary = new();

    /// <summary>Returns the query with its misspelt words replaced, otherwise as typed; null when there is nothing to correct.</summary>
    public string? Suggest(SqliteConnection connection, string text, Synonyms synonyms)
    {
        var misspelt = TextQuery.Parse(text, synonyms).PlainWords.Where(word => IsMisspelt(connection, word)).Take(MaxMisspelt).ToList();
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

    /// <summary>
    /// Whether a correction changes nothing: a part of a longer word, as in <c>code_insee</c>, may be its own correction.
    /// </summary>
    private static bool IsSame(string correction, ReadOnlySpan<char> typed) => typed.Equals(correction, StringComparison.OrdinalIgnoreCase);

    private static bool IsMisspelt(SqliteConnection connection, TypedWord word) =>
        word.Token.Word.Length >= MinLetters && word.Token.Word.All(char.IsLetter)
        && !connection.ExecuteScalar<bool>(
            KnownSql, new { term = word.Token.Term, word = word.Token.Word, mayBeUnfinished = word.MayBeUnfinished });

    /// <summary>
    /// Finds the correction of a word. Words whose stemmed terms are similar may differ much, such as <c>soleil</c> and <c>solaire</c>, so
    /// the distance is also measured between the whole words.
    /// </summary>
    private string? Correction(SqliteConnection connection, Token token, Synonyms synonyms) =>
        synonyms.Words.ContainsKey(token.Term) ? null
        : Near(connection, token.Term, synonyms).Take(MaxCandidates)
            .Select(entry => ClosestForm(connection, entry, token.Word, synonyms))
            .FirstOrDefault(form => form?.Distance <= LimitOf(token.Word))?.Text ?? WithOtherEnding(connection, token);

    /// <summary>Lists the terms near to one, the nearest first, among equally near ones the most frequent first.</summary>
    private IEnumerable<Entry> Near(SqliteConnection connection, string term, Synonyms synonyms)
    {
        var (limit, letters) = (LimitOf(term), LettersOf(term));
        return Current(connection).Near(term.Length, limit)
            .Concat(synonyms.Words.Keys
                .Where(word => Math.Abs(word.Length - term.Length) <= limit)
                .Select(word => new Entry(word, Datasets: 0)))
            .Where(entry => BitOperations.PopCount(entry.Letters & ~letters) <= limit
                && BitOperations.PopCount(letters & ~entry.Letters) <= limit)
            .Select(entry => (Entry: entry, Distance: EditDistance.Between(term, entry.Term, limit)))
            .Where(candidate => candidate.Distance <= limit)
            .OrderBy(candidate => candidate.Distance)
            .ThenByDescending(candidate => candidate.Entry.Datasets)
            .ThenBy(candidate => candidate.Entry.Term, StringComparer.Ordinal)
            .Select(candidate => candidate.Entry);
    }

    private static Form? ClosestForm(SqliteConnection connection, Entry entry, string typed, Synonyms synonyms) => entry.Datasets > 0
        ? ClosestForm(connection, entry.Term, typed)
        : new Form(synonyms.Words[entry.Term], EditDistance.Between(string.Concat(FrenchText.Words(synonyms.Words[entry.Term])), typed));

    /// <summary>
    /// Corrects a misspelt ending. The stemmer does not remove it: <c>logemnt</c> is far from <c>loge</c>, the term of <c>logement</c>. So
    /// this tries the terms with which the word begins, and measures the distance between the whole words.
    /// </summary>
    private static string? WithOtherEnding(SqliteConnection connection, Token token)
    {
        for (var length = token.Term.Length - 1; length >= MinLetters; length--)
        {
            if (ClosestForm(connection, token.Term[..length], token.Word) is { } form && form.Distance <= LimitOf(token.Word))
            {
                return form.Text;
            }
        }

        return null;
    }

    /// <summary>
    /// Returns a bit set of the letters of a term. An edit adds and removes at most one letter, so most terms need not be measured.
    /// </summary>
    private static uint LettersOf(string term) => term.Aggregate(0u, (bits, letter) => bits | (1u << (letter % 32)));

    private static int LimitOf(string word) => word.Length < LongWord ? 1 : 2;

    /// <summary>
    /// Returns, of the words in some datasets that have a term, the one nearest to the typed word; null when there is none.
    /// </summary>
    private static Form? ClosestForm(SqliteConnection connection, string term, string typed) =>
        connection.Query<(string Id, string Document)>(ExamplesSql, new { expression = new SearchTerm([term]).Expression })
            .Select(example => TextOf(connection, example.Id, example.Document))
            .SelectMany(
                text => FrenchText.Tokens(text)
                    .Where(token => string.Equals(token.Term, term, StringComparison.Ordinal) && !QuestionWords.Contain(token.Word)),
                (text, token) => (Text: text[token.Start..token.End], token.Word))
            .Select(word => new Form(word.Text.ToLower(French), EditDistance.Between(word.Word, typed)))
            .MinBy(form => form.Distance);

    /// <summary>Returns the text of a dataset that is indexed.</summary>
    private static string TextOf(SqliteConnection connection, string id, string document)
    {
        var dataset = RecordJson.Read<Dataset>(document);
        var labels = connection.QuerySingle<string?>(SearchRows.LabelsSql, new { id });
        return string.Join(" . ", [dataset.Title["fr"], .. dataset.Keywords, dataset.Description["fr"], labels]);
    }

    /// <summary>
    /// Returns the vocabulary as the connection sees it. FTS5 reads the whole index to list it, so the newest list is kept.
    /// </summary>
    private Vocabulary Current(SqliteConnection connection) => _vocabulary.At(
        connection.ExecuteScalar<long>("select coalesce(max(sequence), 0) from change"), _ => Vocabulary.Read(connection))
        ?? Vocabulary.Read(connection);

    /// <summary>A word as people write it, and its edit distance from the typed word.</summary>
    private sealed record Form(string Text, int Distance);

    /// <summary>A term, and the number of datasets that have it; 0 for a term of the synonyms.</summary>
    private sealed record Entry(string Term, long Datasets)
    {
        public uint Letters { get; } = LettersOf(Term);
    }

    /// <summary>The terms of the index by length, without those that have digits.</summary>
    private sealed record Vocabulary(ILookup<int, Entry> ByLength)
    {
        public static Vocabulary Read(SqliteConnection connection) => new(
            connection.Query<Entry>("select term as Term, doc as Datasets from search_vocabulary")
                .Where(entry => entry.Term.All(char.IsLetter))
                .ToLookup(entry => entry.Term.Length));

        public IEnumerable<Entry> Near(int length, int limit) =>
            Enumerable.Range(length - limit, (2 * limit) + 1).SelectMany(near => ByLength[near]);
    }
}
