using System.Globalization;
using System.Text.RegularExpressions;
using DataCatalog.Dcat.Records;
using DataCatalog.Rdf;
using FluentValidation;

namespace DataCatalog.Dcat.Rules;

/// <summary>Rules on texts: every syntax can hold them, no blanks surround them, they are not damaged, and names are one line.</summary>
public static partial class Texts
{
    private static readonly LanguageMap NoTexts = new([]);

    /// <summary>Requires a French text, and checks the texts in all languages.</summary>
    public static void FrenchText<T>(this IRuleBuilder<T, LanguageMap?> rule, TextForm form) => rule.Custom((texts, context) =>
    {
        if (texts?["fr"] is null)
        {
            context.Report(".fr", "", "a French text");
        }

        ReportTexts(texts, form, context);
    });

    /// <summary>Lets a text be missing. Where there is one, French is among its languages.</summary>
    public static void OptionalFrenchText<T>(this IRuleBuilder<T, LanguageMap?> rule, TextForm form) => rule.Custom((texts, context) =>
    {
        if (texts is { Count: > 0 } && texts["fr"] is null)
        {
            context.Report(".fr", "", "a French text beside the other languages");
        }

        ReportTexts(texts, form, context);
    });

    /// <summary>Requires a text in French and in English.</summary>
    public static void BilingualText<T>(this IRuleBuilder<T, LanguageMap?> rule, TextForm form)
    {
        rule.FrenchText(form);
        rule.Custom((texts, context) =>
        {
            if (texts?["en"] is null)
            {
                context.Report(".en", "", "an English text");
            }
        });
    }

    /// <summary>Checks a text without a language; null where it is not known.</summary>
    public static void PlainText<T>(this IRuleBuilder<T, string?> rule, TextForm form) => rule.Custom((text, context) =>
    {
        if (text is not null && Problem(text, form) is { } expected)
        {
            context.Report("", text, expected);
        }
    });

    /// <summary>Describes what a text should be and is not; null when it is right.</summary>
    internal static string? Problem(string text, TextForm form)
    {
        if (text.Length == 0)
        {
            return "a text that is not empty";
        }

        return XmlText.FirstInvalid(text) is >= 0 and var index ? OnlyXml(text, index)
            : char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]) ? "text without blanks at its beginning or end"
            : TextDamage.Find(text)
            ?? (!form.HasLines && text.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? OneLine(end) : Length(text, form));
    }

    private static string OneLine(int end) => string.Create(CultureInfo.InvariantCulture, $"one line, which ends at character {end + 1}");

    private static string? Length(string text, TextForm form) =>
        text.Length > form.MaxLength ? FormattableString.Invariant($"at most {form.MaxLength} characters, and there are {text.Length}")
        : text.Length < form.MinLength ? FormattableString.Invariant($"at least {form.MinLength} characters, and there are {text.Length}")
        : null;

    private static string OnlyXml(string text, int index) => FormattableString.Invariant(
        $"only characters that XML 1.0 can hold, which U+{(int)text[index]:X4} at character {index + 1} is not");

    private static void ReportTexts<T>(LanguageMap? texts, TextForm form, ValidationContext<T> context)
    {
        foreach (var (language, text) in texts ?? NoTexts)
        {
            if (!LanguageTag.IsMatch(language))
            {
                context.Report($".{language}", language, "a language tag in lower case, such as fr or en");
            }
            else if (Problem(text, form) is { } expected)
            {
                context.Report($".{language}", text, expected);
            }
        }
    }

    [GeneratedRegex(@"^[a-z]{2,3}(-[a-z0-9]{2,8})*\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex LanguageTag { get; }
}
