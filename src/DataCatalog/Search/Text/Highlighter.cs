using System.Text;
using DataCatalog.Dcat.Mapping;
using DataCatalog.Dcat.Records;
using DataCatalog.Index;
using DataCatalog.Index.Text;

namespace DataCatalog.Search.Text;

/// <summary>Marks the words of a query in a text, which otherwise stays as it was written.</summary>
internal sealed class Highlighter(TextQuery query)
{
    /// <summary>The length of an excerpt, in characters of the text.</summary>
    private const int ExcerptLength = 200;

    /// <summary>The length of an excerpt before its first mark, in characters.</summary>
    private const int Lead = 60;

    /// <summary>Marks the words in an entry; null when neither its title nor its description has any of them.</summary>
    /// <param name="name">Names the entry within the answer.</param>
    /// <param name="record">The entry.</param>
    /// <param name="title">Its title or name.</param>
    /// <param name="description">Its description or definition; empty for none.</param>
    public Highlights? In(string name, IRecord record, string title, string description) =>
        new Highlights(name, record, Mark(title, description), Excerpt(description, title)) is var found
        && (found.Title ?? found.Excerpt) is not null
            ? found
            : null;

    /// <summary>Returns the text as HTML, with the words of the query in <c>mark</c>; null when it has none of them.</summary>
    /// <param name="text">The text.</param>
    /// <param name="beside">
    /// Another text of the same entry: the words of a compound or synonym may stand apart in both, and are marked where all are there.
    /// </param>
    public string? Mark(string text, string beside = "") =>
        Find(text, beside) is { Count: > 0 } found ? Html(text, found, new Stretch(0, text.Length)) : null;

    /// <summary>
    /// Returns the part of the text around the first word of the query, cut between words, as HTML with marks; null when the text has none
    /// of the words.
    /// </summary>
    public string? Excerpt(string text, string beside = "") =>
        Find(text, beside) is { Count: > 0 } found ? Html(text, found, Window(text, found[0])) : null;

    /// <summary>Finds the stretches to mark, in order; stretches that touch are joined.</summary>
    private List<Stretch> Find(string text, string beside)
    {
        var words = new TextWords(text);
        var found = new List<Stretch>();
        foreach (var stretch in query.Terms.SelectMany(words.Places).Concat(Apart(words, beside)).OrderBy(stretch => stretch.Start))
        {
            if (found is [.., var last] && stretch.Start <= last.End)
            {
                found[^1] = last with { End = Math.Max(last.End, stretch.End) };
            }
            else
            {
                found.Add(stretch);
            }
        }

        return found;
    }

    /// <summary>Finds the words of compounds and synonyms that stand apart; where such a term stands whole, only that counts.</summary>
    private IEnumerable<Stretch> Apart(TextWords words, string beside)
    {
        if (query.TermsApart.Count == 0)
        {
            return [];
        }

        var others = new TextWords(beside);
        return query.TermsApart
            .Where(term => !words.Places(term).Any() && term.Each.All(word => words.Places(word).Any() || others.Places(word).Any()))
            .SelectMany(term => term.Each.SelectMany(words.Places));
    }

    private static Stretch Window(string text, Stretch first)
    {
        var start = Math.Max(0, Math.Min(first.Start - Lead, text.Length - ExcerptLength));
        while (start < first.Start && !IsWordStart(text, start))
        {
            start++;
        }

        return new Stretch(start, WindowEnd(text, first, start + ExcerptLength));
    }

    /// <summary>Returns the end of an excerpt. A phrase with many stop words may be longer than an excerpt, and is then cut too.</summary>
    private static int WindowEnd(string text, Stretch first, int latest)
    {
        if (latest >= text.Length)
        {
            return text.Length;
        }

        var least = first.End <= latest ? first.End : first.Start;
        while (latest > least && !IsWordEnd(text, latest))
        {
            latest--;
        }

        return latest > least ? latest : first.End;
    }

    private static bool IsWordStart(string text, int index) =>
        index == 0 || (char.IsWhiteSpace(text[index - 1]) && !char.IsWhiteSpace(text[index]));

    private static bool IsWordEnd(string text, int index) => char.IsWhiteSpace(text[index]) && !char.IsWhiteSpace(text[index - 1]);

    private static string Html(string text, List<Stretch> found, Stretch window)
    {
        var html = new StringBuilder(window.Start > 0 ? "…" : "");
        var written = window.Start;
        foreach (var (start, end) in found.TakeWhile(stretch => stretch.Start < window.End))
        {
            var last = Math.Min(end, window.End);
            html.Append(Escaped(text[written..start])).Append("<mark>").Append(Escaped(text[start..last])).Append("</mark>");
            written = last;
        }

        return html.Append(Escaped(text[written..window.End])).Append(window.End < text.Length ? "…" : "").ToString();
    }

    private static string Escaped(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal);

    /// <summary>A part of a text, by the indexes of its first character and of the character after it.</summary>
    private sealed record Stretch(int Start, int End);

    /// <summary>The words of a text, and its compounds as one word each.</summary>
    private sealed class TextWords(string text)
    {
        private readonly IReadOnlyList<Token> _tokens = FrenchText.Tokens(text);
        private readonly IReadOnlyList<Token> _compounds = FrenchText.Compounds(text);

        /// <summary>Finds the places of a term.</summary>
        public IEnumerable<Stretch> Places(SearchTerm term)
        {
            for (var (first, last) = (0, term.Terms.Count - 1); last < _tokens.Count; first++, last++)
            {
                if (IsAt(term, first))
                {
                    yield return new Stretch(_tokens[first].Start, _tokens[last].End);
                }
            }

            foreach (var compound in term.Terms.Count == 1 ? _compounds : [])
            {
                if (Is(compound, term.Terms[0], term.IsUnfinished))
                {
                    yield return new Stretch(compound.Start, compound.End);
                }
            }
        }

        private bool IsAt(SearchTerm term, int first)
        {
            for (var index = 0; index < term.Terms.Count; index++)
            {
                if (!Is(_tokens[first + index], term.Terms[index], term.IsUnfinished && index == term.Terms.Count - 1))
                {
                    return false;
                }
            }

            return true;
        }

        /// <summary>
        /// Tests a word; of a beginning, the word and its term: the index has the term, whose ending may differ from that of the word:
        /// <c>acteu</c> finds <c>actrice</c>.
        /// </summary>
        private static bool Is(Token token, string word, bool isBeginning) => isBeginning
            ? token.Word.StartsWith(word, StringComparison.Ordinal) || token.Term.StartsWith(word, StringComparison.Ordinal)
            : string.Equals(token.Term, word, StringComparison.Ordinal);
    }
}
