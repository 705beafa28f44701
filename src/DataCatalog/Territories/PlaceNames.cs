using System.Globalization;
using System.Text;

namespace DataCatalog.Territories;

/// <summary>Folds names into the form in which they are compared, since people do not type them as they are written.</summary>
internal static class PlaceNames
{
    private static readonly string[] Articles = ["le", "la", "les", "l"];

    /// <summary>The words that people leave out or mix up within a name.</summary>
    private static readonly string[] SmallWords =
        [.. Articles, "a", "au", "aux", "d", "de", "des", "du", "en", "et", "les", "s", "sous", "sur"];

    /// <summary>
    /// Folds a text: lower case, no accents or ligatures, one space between words in place of any punctuation; <c>st</c> and <c>ste</c>
    /// become <c>saint</c> and <c>sainte</c>.
    /// </summary>
    public static string Fold(string text) => string.Join(' ', Words(text).Select(InFull));

    /// <summary>
    /// Lists the folded readings of a text that a user is typing: a last word <c>st</c> may mean Saint, or begin Strasbourg.
    /// </summary>
    public static IEnumerable<string> Readings(string text)
    {
        var words = Words(text);
        var folded = string.Join(' ', words.Select(InFull));
        yield return folded;
        if (words is [.., "st" or "ste"])
        {
            yield return string.Join(' ', words.SkipLast(1).Select(InFull).Append(words[^1]));
        }
    }

    /// <summary>Whether a folded word is an article, which people leave out at the beginning of a name.</summary>
    public static bool IsArticle(string word) => Articles.Contains(word, StringComparer.Ordinal);

    /// <summary>Whether a folded word is an article or a preposition.</summary>
    public static bool IsSmallWord(string word) => SmallWords.Contains(word, StringComparer.Ordinal);

    /// <summary>Returns a folded name without its spaces, which people leave out or add.</summary>
    public static string Compact(string folded) => folded.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>Returns a folded name without the article at its beginning.</summary>
    public static string WithoutArticle(string folded) =>
        folded.Split(' ', 2) is [var article, var rest] && IsArticle(article) ? rest : folded;

    /// <summary>Returns a folded name without its articles and prepositions, compact.</summary>
    public static string Skeleton(string folded) => string.Concat(folded.Split(' ').Where(word => !IsSmallWord(word)));

    private static string InFull(string word) => word switch
    {
        "st" => "saint",
        "ste" => "sainte",
        _ => word,
    };

    private static string[] Words(string text) =>
        Plain(OnlyWords(text).Normalize(NormalizationForm.FormD)).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>
    /// Replaces all characters except letters, digits and marks by spaces, also surrogates: half a pair would make <c>Normalize</c> throw.
    /// </summary>
    private static string OnlyWords(string text) => string.Create(text.Length, text, (words, source) =>
    {
        for (var at = 0; at < words.Length; at++)
        {
            words[at] = char.IsLetterOrDigit(source[at]) || IsMark(source[at]) ? source[at] : ' ';
        }
    });

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var character in text.Where(character => !IsMark(character)))
        {
            _ = character switch
            {
                'œ' or 'Œ' => plain.Append("oe"),
                'æ' or 'Æ' => plain.Append("ae"),
                _ => plain.Append(char.ToLowerInvariant(character)),
            };
        }

        return plain.ToString();
    }

    private static bool IsMark(char character) => char.GetUnicodeCategory(character)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
