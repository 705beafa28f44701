using System.Text.RegularExpressions;
using DataCatalog.Dcat.Records;
using DataCatalog.Rdf;
using FluentValidation;

namespace DataCatalog.Dcat.Rules;

/// <summary>Rules on texts: every one can stand in every syntax, and none is padded.</summary>
public static partial class Texts
{
    /// <summary>The longest title, in UTF-16 units.</summary>
    public const int TitleLength = 300;

    /// <summary>The longest description, in UTF-16 units.</summary>
    public const int DescriptionLength = 5000;

    private static readonly LanguageMap NoTexts = new([]);

    /// <summary>A text in every language it is given in, French among them.</summary>
    public static void FrenchText<T>(this IRuleBuilder<T, LanguageMap?> rule, int length) => rule.Custom((texts, context) =>
    {
        if (texts?["fr"] is null)
        {
            context.Report(".fr", "", "a French text");
        }

        ReportTexts(texts, length, context);
    });

    /// <summary>A text that may be missing; where there is one, French is among its languages.</summary>
    public static void OptionalFrenchText<T>(this IRuleBuilder<T, LanguageMap?> rule, int length) => rule.Custom((texts, context) =>
    {
        if (texts is { Count: > 0 } && texts["fr"] is null)
        {
            context.Report(".fr", "", "a French text beside the other languages");
        }

        ReportTexts(texts, length, context);
    });

    /// <summary>A text outside any language; null where it is not known.</summary>
    public static void PlainText<T>(this IRuleBuilder<T, string?> rule, int length = TitleLength) => rule.Custom((text, context) =>
    {
        if (text is not null && Problem(text, length) is { } expected)
        {
            context.Report("", text, expected);
        }
    });

    /// <summary>What a text should be and is not, or null.</summary>
    internal static string? Problem(string text, int length)
    {
        if (text.Length == 0)
        {
            return "a text that is not empty";
        }

        return XmlText.FirstInvalid(text) is >= 0 and var index ? OnlyXml(text, index)
            : char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]) ? "text without blanks at its beginning or end"
            : text.Length > length ? FormattableString.Invariant($"at most {length} characters, and there are {text.Length}")
            : null;
    }

    private static string OnlyXml(string text, int index) => FormattableString.Invariant(
        $"only characters that XML 1.0 can hold, which U+{(int)text[index]:X4} at character {index + 1} is not");

    private static void ReportTexts<T>(LanguageMap? texts, int length, ValidationContext<T> context)
    {
        foreach (var (language, text) in texts ?? NoTexts)
        {
            if (!LanguageTag.IsMatch(language))
            {
                context.Report($".{language}", language, "a language tag in lower case, such as fr or en");
            }
            else if (Problem(text, length) is { } expected)
            {
                context.Report($".{language}", text, expected);
            }
        }
    }

    [GeneratedRegex(@"^[a-z]{2,3}(-[a-z0-9]{2,8})*\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LanguageTag { get; }
}
