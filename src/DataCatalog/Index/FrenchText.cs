using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.RegularExpressions;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.CharFilters;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;

namespace DataCatalog.Index;

/// <summary>A word and its position in a text.</summary>
/// <param name="Term">The word as it is indexed.</param>
/// <param name="Word">The whole word in lower case and without accents, with its ending.</param>
/// <param name="Start">The position of its first character in the text, after an elided article.</param>
/// <param name="End">The position after its last character.</param>
internal sealed record Token(string Term, string Word, int Start, int End);

/// <summary>
/// Analyses French text for the search: removes elisions, stop words, accents, ligatures, and the endings of plural and gender.
/// </summary>
internal static partial class FrenchText
{
    private static readonly Chain Meaningful = new(dropsStopWords: true);
    private static readonly Chain Whole = new(dropsStopWords: false);
    private static readonly FrenchLightStemmer Stemmer = new();

    /// <summary>The largest number of words in a compound that is also indexed as one word.</summary>
    private const int MaxCompound = 4;

    /// <summary>
    /// Words whose stems would be acronyms of the field: the rain (<c>pluie</c>) is no plan of urbanism (<c>PLU</c>), nor a <c>PLUi</c>.
    /// </summary>
    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal)
    {
        ["pluie"] = "pluie",
        ["pluies"] = "pluie",
    };

    /// <summary>Returns the words of a text as they are indexed.</summary>
    public static IReadOnlyList<string> Terms(string text) => TermsOf(Run(Meaningful, text));

    /// <summary>Returns the words of a text as they are indexed, with their positions.</summary>
    public static IReadOnlyList<Token> Tokens(string text) => TokensOf(Run(Meaningful, text), text);

    /// <summary>Returns the words of a text and the other forms of its compounds (<see cref="Compounds"/>), as they are indexed.</summary>
    public static IndexedText Indexed(string text)
    {
        var words = Run(Meaningful, text);
        return new IndexedText(
            TermsOf(words),
            [.. Joined(text, () => TokensOf(words, text)).Select(token => token.Term)],
            [.. Variants(text).Select(token => token.Term)]);
    }

    /// <summary>
    /// Returns the other forms of the compounds of a text, which are indexed too: <c>wi-fi</c> is also <c>wifi</c>, <c>PLU-i</c> also
    /// <c>plui</c>, and <c>PLUi</c> also <c>plu</c>.
    /// </summary>
    public static IReadOnlyList<Token> Compounds(string text) => [.. Joined(text, () => Tokens(text)), .. Variants(text)];

    /// <summary>Whether a word is an acronym with a letter that makes it a variant, such as <c>PLUi</c>, and so is complete.</summary>
    public static bool IsVariant(string word) => Variant.Match(word) is { Success: true } match && match.Length == word.Length;

    /// <summary>Returns the whole words of a text, to complete a word that is still being typed.</summary>
    public static IReadOnlyList<string> Words(string text) => [.. Run(Whole, text).Select(word => word.Word)];

    /// <summary>
    /// Splits one word of Lucene into the words of FTS5: <c>code_insee</c> and <c>data.gouv.fr</c> are one word to Lucene and several to
    /// FTS5.
    /// </summary>
    public static IReadOnlyList<string> Parts(string word) =>
        word.All(char.IsLetterOrDigit) ? [word] : [.. Part.Matches(word).Select(match => match.Value)];

    /// <summary>Joins the words of each compound. One that has a stop word or very many words is none: <c>tout-à-l'égout</c>.</summary>
    private static IEnumerable<Token> Joined(string text, Func<IReadOnlyList<Token>> tokens)
    {
        var compounds = Compound.Matches(text);
        var words = compounds.Count == 0 ? [] : tokens().ToDictionary(token => token.Start, token => token.Word);
        return
            from compound in compounds
            let parts = compound.Groups["part"].Captures
            where parts.Count <= MaxCompound && compound.Value.Any(char.IsLetter) && parts.All(part => words.ContainsKey(part.Index))
            let word = string.Concat(parts.Select(part => words[part.Index]))
            select new Token(Stem(word), word, compound.Index, compound.Index + compound.Length);
    }

    private static IEnumerable<Token> Variants(string text) =>
        from Match variant in Variant.Matches(text)
        let word = Words(variant.Groups["acronym"].Value)[0]
        select new Token(Stem(word), word, variant.Index, variant.Index + variant.Length);

    private static IReadOnlyList<string> TermsOf(List<AnalysedWord> words) => [.. words.SelectMany(word => Parts(Stem(word.Word)))];

    private static IReadOnlyList<Token> TokensOf(List<AnalysedWord> words, string text) =>
        [.. words.SelectMany(word => Placed(word, text))];

    private static List<AnalysedWord> Run(Chain chain, string text)
    {
        var words = new List<AnalysedWord>();
        using var stream = chain.GetTokenStream("text", text);
        var word = stream.AddAttribute<ICharTermAttribute>();
        var place = stream.AddAttribute<IOffsetAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            words.Add(new AnalysedWord(word.ToString()!, place.StartOffset, place.EndOffset));
        }

        stream.End();
        return words;
    }

    /// <summary>
    /// Returns the parts of a word with their positions. Lucene's offsets include an elided article, which comes first in the text, so the
    /// last parts belong to the word.
    /// </summary>
    private static IEnumerable<Token> Placed(AnalysedWord word, string text)
    {
        var words = Parts(word.Word);
        return
            from part in Part.Matches(text[word.Start..word.End]).TakeLast(words.Count).Zip(words, Parts(Stem(word.Word)))
            let start = word.Start + part.First.Index
            select new Token(part.Third, part.Second, start, start + part.First.Length);
    }

    /// <summary>
    /// Returns the stem of a word. Lucene's stemmer gives two endings a stem for each gender: <c>routier</c> and <c>routière</c>,
    /// <c>public</c> and <c>publique</c>. Stems in <c>-ier</c> stay long, so that <c>routie</c> is a prefix of both; <c>publiq</c> is a
    /// prefix only.
    /// </summary>
    private static string Stem(string word)
    {
        if (Exceptions.TryGetValue(word, out var exception))
        {
            return exception;
        }

        var masculine = word.TrimEnd('s').TrimEnd('e');
        var stem = masculine.EndsWith("ier", StringComparison.Ordinal) ? masculine : LightStem(word);
        return stem.EndsWith("iqu", StringComparison.Ordinal) ? $"{stem[..^2]}c"
            : stem.EndsWith("iq", StringComparison.Ordinal) ? $"{stem[..^1]}c"
            : stem;
    }

    private static string LightStem(string word)
    {
        var letters = word.ToCharArray();
        return new string(letters, 0, Stemmer.Stem(letters, letters.Length));
    }

    /// <summary>Matches the tokens of unicode61 (https://sqlite.org/fts5.html section 4.3.1); a surrogate pair is not split.</summary>
    [GeneratedRegex(@"[\p{L}\p{N}\p{M}\p{Co}\p{Cs}]+", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Part { get; }

    /// <summary>Matches words that are joined by signs, <c>tri-sélectif</c> or <c>code_insee</c>.</summary>
    [GeneratedRegex(
        @"(?<![\p{L}\p{N}\p{M}])(?<part>[\p{L}\p{N}\p{M}]+)([-_\u2010\u2011](?<part>[\p{L}\p{N}\p{M}]+))+",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Compound { get; }

    /// <summary>Matches an acronym with a small letter that makes it a variant: <c>PLUi</c>, <c>PLUiH</c>.</summary>
    [GeneratedRegex(
        @"(?<![\p{L}\p{N}])(?<acronym>\p{Lu}{3,})i\p{Lu}*(?![\p{L}\p{N}])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Variant { get; }

    private sealed record AnalysedWord(string Word, int Start, int End);

    /// <summary>
    /// The filters before the stemmer. It knows no ligatures, so they are split first. Accents are removed first too, because it treats
    /// <c>cimetières</c> and <c>cimetieres</c> differently and many people type no accents. Combining accents are composed with their
    /// letters, as in the list of stop words, and small digits become digits: <c>CO₂</c>, which some write <c>CO²</c>.
    /// </summary>
    private sealed class Chain(bool dropsStopWords) : Analyzer
    {
        private static readonly NormalizeCharMap Letters = Map(
        [
            ("œ", "oe"), ("Œ", "OE"), ("æ", "ae"), ("Æ", "AE"), ("CO²", "CO2"), ("co²", "co2"),
            .. Enumerable.Range(0, 10).Select(digit => (((char)('\u2080' + digit)).ToString(), ((char)('0' + digit)).ToString())),
            .. "àâäçéèêëîïñôöùûüÿÀÂÄÇÉÈÊËÎÏÑÔÖÙÛÜŸ".Select(letter => (Decomposed(letter), letter.ToString())),
        ]);

        protected override TextReader InitReader(string fieldName, TextReader reader) => new MappingCharFilter(Letters, reader);

        [SuppressMessage("Reliability", "CA2000", Justification = "The components own the chain, and live as long as the analyser.")]
        protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
        {
            var words = new StandardTokenizer(LuceneVersion.LUCENE_48, reader);
            TokenStream stream = new ElisionFilter(words, FrenchAnalyzer.DEFAULT_ARTICLES);
            stream = new LowerCaseFilter(LuceneVersion.LUCENE_48, stream);
            stream = dropsStopWords ? new StopFilter(LuceneVersion.LUCENE_48, stream, FrenchAnalyzer.DefaultStopSet) : stream;
            stream = new ASCIIFoldingFilter(stream);
            return new TokenStreamComponents(
                words, dropsStopWords ? new StopFilter(LuceneVersion.LUCENE_48, stream, FunctionWords.Set) : stream);
        }

        private static string Decomposed(char letter) => letter.ToString().Normalize(NormalizationForm.FormD);

        private static NormalizeCharMap Map(params ReadOnlySpan<(string From, string To)> pairs)
        {
            var builder = new NormalizeCharMap.Builder();
            foreach (var (from, to) in pairs)
            {
                builder.Add(from, to);
            }

            return builder.Build();
        }
    }
}
