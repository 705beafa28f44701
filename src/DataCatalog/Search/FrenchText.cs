using System.Diagnostics.CodeAnalysis;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.CharFilters;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;

namespace DataCatalog.Search;

/// <summary>French text in the form in which it is searched: no elision, no stop words, no plural or gender, no accents, no ligatures.</summary>
internal static class FrenchText
{
    private static readonly Chain Stemmed = new(stems: true);
    private static readonly Chain Folded = new(stems: false);

    /// <summary>The words of a text as they are indexed.</summary>
    public static IReadOnlyList<string> Terms(string text) => Run(Stemmed, text);

    /// <summary>The words of a text in full, for the beginning of a word that is still being typed.</summary>
    public static IReadOnlyList<string> Words(string text) => Run(Folded, text);

    private static List<string> Run(Chain chain, string text)
    {
        var terms = new List<string>();
        using var stream = chain.GetTokenStream("text", text);
        var term = stream.AddAttribute<ICharTermAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            terms.Add(term.ToString()!);
        }

        stream.End();
        return terms;
    }

    /// <summary>
    /// The light stemmer knows no ligature, so these are parted first. Accents go before it too: it treats <c>cimetières</c> and
    /// <c>cimetieres</c> in different ways, and many people type without.
    /// </summary>
    private sealed class Chain(bool stems) : Analyzer
    {
        private static readonly NormalizeCharMap Ligatures = Map(("œ", "oe"), ("Œ", "OE"), ("æ", "ae"), ("Æ", "AE"));

        protected override TextReader InitReader(string fieldName, TextReader reader) => new MappingCharFilter(Ligatures, reader);

        [SuppressMessage("Reliability", "CA2000", Justification = "The components own the chain, and live as long as the analyser.")]
        protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
        {
            var words = new StandardTokenizer(LuceneVersion.LUCENE_48, reader);
            TokenStream stream = new ElisionFilter(words, FrenchAnalyzer.DEFAULT_ARTICLES);
            stream = new LowerCaseFilter(LuceneVersion.LUCENE_48, stream);
            stream = stems ? new StopFilter(LuceneVersion.LUCENE_48, stream, FrenchAnalyzer.DefaultStopSet) : stream;
            stream = new ASCIIFoldingFilter(stream);
            return new TokenStreamComponents(words, stems ? new FrenchLightStemFilter(stream) : stream);
        }

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
