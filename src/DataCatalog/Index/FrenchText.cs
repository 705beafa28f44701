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

/// <summary>A word where it stands in a text.</summary>
/// <param name="Term">As it is indexed.</param>
/// <param name="Word">In full: in lower case and without accents, but with its ending.</param>
/// <param name="Start">Its first character in the text, after an elided article.</param>
/// <param name="End">The character after its last one.</param>
internal sealed record Token(string Term, string Word, int Start, int End);

/// <summary>French text in the form in which it is searched: no elision, no stop words, no plural or gender, no accents, no ligatures.</summary>
internal static partial class FrenchText
{
    private static readonly Chain Meaningful = new(dropsStopWords: true);
    private static readonly Chain Whole = new(dropsStopWords: false);
    private static readonly FrenchLightStemmer Stemmer = new();

    /// <summary>The words of a text as they are indexed.</summary>
    public static IReadOnlyList<string> Terms(string text) => [.. Run(Meaningful, text).SelectMany(word => Parts(Stem(word.Word)))];

    /// <summary>The same with their places.</summary>
    public static IReadOnlyList<Token> Tokens(string text) => [.. Run(Meaningful, text).SelectMany(word => Placed(word, text))];

    /// <summary>The words of a text in full, for the beginning of a word that is still being typed.</summary>
    public static IReadOnlyList<string> Words(string text) => [.. Run(Whole, text).Select(word => word.Word)];

    /// <summary>What FTS5 makes of one word: <c>code_insee</c> and <c>data.gouv.fr</c> are one to Lucene and several to it.</summary>
    public static IReadOnlyList<string> Parts(string word) => word.All(char.IsLetterOrDigit) ? [word] : [.. Part.Matches(word).Select(match => match.Value)];

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

    /// <summary>The offsets of Lucene take an elided article in, which is the first part of what is written; the last ones are the word's.</summary>
    private static IEnumerable<Token> Placed(AnalysedWord word, string text)
    {
        var words = Parts(word.Word);
        return Part.Matches(text[word.Start..word.End]).TakeLast(words.Count).Zip(words, Parts(Stem(word.Word)))
            .Select(part => new Token(part.Third, part.Second, word.Start + part.First.Index, word.Start + part.First.Index + part.First.Length));
    }

    /// <summary>
    /// The stemmer keeps the genders of two endings apart, <c>routier</c> from <c>routière</c> and <c>public</c> from <c>publique</c>. Those in
    /// <c>-ier</c> are left long, so that <c>routie</c> is a beginning of both; <c>publiq</c> is nothing but a beginning.
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

    /// <summary>The tokens of unicode61 (https://sqlite.org/fts5.html section 4.3.1); half a surrogate pair stays with the other.</summary>
    [GeneratedRegex(@"[\p{L}\p{N}\p{M}\p{Co}\p{Cs}]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Part { get; }

    private sealed record AnalysedWord(string Word, int Start, int End);

    /// <summary>
    /// The light stemmer knows no ligature, so these are parted first. Accents go before it too: it treats <c>cimetières</c> and
    /// <c>cimetieres</c> in different ways, and many people type without. Combining accents are joined to their letters, as in the stop words.
    /// </summary>
    private sealed class Chain(bool dropsStopWords) : Analyzer
    {
        private static readonly NormalizeCharMap Letters = Map(
            [("œ", "oe"), ("Œ", "OE"), ("æ", "ae"), ("Æ", "AE"), .. "àâäçéèêëîïñôöùûüÿÀÂÄÇÉÈÊËÎÏÑÔÖÙÛÜŸ".Select(letter => (Decomposed(letter), letter.ToString()))]);

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
