using System.Globalization;
using System.Text;
using FluentValidation;

namespace DataCatalog.Dcat.Rules;

/// <summary>
/// The rule on keywords: the alphabet of CKAN's tags. CKAN refuses a whole dataset for one keyword outside of it (an apostrophe, a slash,
/// a plus).
/// </summary>
public static class Keywords
{
    private const string OtherSigns = " -_.";

    private static readonly TextForm Form = new(2, 100);

    /// <summary>The characters that no text may have, which <see cref="Texts"/> names already.</summary>
    private static readonly UnicodeCategory[] Damage =
    [
        UnicodeCategory.Control, UnicodeCategory.Format, UnicodeCategory.PrivateUse,
        UnicodeCategory.LineSeparator, UnicodeCategory.ParagraphSeparator,
    ];

    public static void Keyword<T>(this IRuleBuilder<T, string> rule)
    {
        rule.PlainText(Form);
        rule.Must(keyword => keyword is null || !ForeignIn(keyword).Any())
            .WithMessage((_, keyword) =>
                $"a keyword of letters, digits, spaces, '-', '_' and '.', which has no '{ForeignIn(keyword).First()}'");
    }

    /// <summary>Brings a label into the alphabet of keywords, whole: commas go, every other foreign sign becomes a space.</summary>
    public static string FromLabel(string label)
    {
        var keyword = new StringBuilder(label.Length);
        foreach (var sign in label.EnumerateRunes().Where(sign => sign.Value is not ','))
        {
            keyword.Append(IsInAlphabet(sign) ? sign.ToString() : " ");
        }

        return string.Join(' ', keyword.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static IEnumerable<Rune> ForeignIn(string keyword) => keyword.EnumerateRunes()
        .Where(sign => !IsInAlphabet(sign) && sign != Rune.ReplacementChar && !Damage.Contains(Rune.GetUnicodeCategory(sign)));

    private static bool IsInAlphabet(Rune sign) =>
        Rune.IsLetterOrDigit(sign) || (sign.IsAscii && OtherSigns.Contains((char)sign.Value, StringComparison.Ordinal));
}
