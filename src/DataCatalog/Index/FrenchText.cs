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

    /// <summary>Returns the words of a text as they are indexed.</summary>
    public static IReadOnlyList<string> Terms(string text) => [.. Run(Meaningful, text).SelectMany(word => Parts(Stem(word.Word)))];

    /// <summary>Returns the words of a text as they are indexed, with their positions.</summary>
    public static IReadOnlyList<Token> Tokens(string text) => [.. Run(Meaningful, text).SelectMany(word => Placed(word, text))];

    /// <summary>Returns the whole words of a text, to complete a word that is still being typed.</summary>
    public static IReadOnlyList<string> Words(string text) => [.. Run(Whole, text).Select(word => word.Word)];

    /// <summary>
    /// Splits one word of Lucene into the words of FTS5: <c>code_insee</c> and <c>data.gouv.fr</c> are one word to Lucene and several to
    /// FTS5.
    /// </summary>
    public static IReadOnlyList<string> Parts(string word) =>
        word.All(char.IsLetterOrDigit) ? [word] : [.. Part.Matches(word).Select(match => match.Value)];

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

    private sealed record AnalysedWord(string Word, int Start, int End);

    /// <summary>
    /// The filters before the stemmer. It knows no ligatures, so they are split first. Accents are removed first too, because it treats
    /// <c>cimetières</c> and <c>cimetieres</c> differently and many people type no accents. Combining accents are composed with their
    /// letters, as in the list of stop words.
    /// </summary>
    private sealed class Chain(bool dropsStopWords) : Analyzer
    {
        private static readonly NormalizeCharMap Letters = Map(
        [
            ("œ", "oe"), ("Œ", "OE"), ("æ", "ae"), ("Æ", "AE"),
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
            return new TokenStreamComponents(words, new ASCIIFoldingFilter(stream));
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
