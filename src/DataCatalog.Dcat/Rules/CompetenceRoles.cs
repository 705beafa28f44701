using System.Text.RegularExpressions;
using FluentValidation;

namespace DataCatalog.Dcat.Rules;

/// <summary>
/// The rule on how a kind of authority holds a competence: one of a few words, then perhaps a remark in French. The words are translated
/// when they are served; a mistyped one would be served untranslated.
/// </summary>
internal static partial class CompetenceRoles
{
    /// <summary><c>idem</c> names the competence whose role it shares.</summary>
    private static readonly string[] Words = ["mandatory", "optional", "none", "shared", "police power", "if service delegated", "idem"];

    public static void Role<T>(this IRuleBuilder<T, string?> rule)
    {
        rule.PlainText(TextForm.Label);
        rule.Must(role => string.IsNullOrEmpty(role) || Known.IsMatch(role))
            .WithMessage((_, role) => Expected(role!));
    }

    private static string Expected(string role)
    {
        var words = string.Join(", ", Words.Select(word => $"'{word}'"));
        return $"a role that begins with one of {words}.{EditDistance.DidYouMean(FirstWord(role), Words)}".TrimEnd('.');
    }

    private static string FirstWord(string role) => role.Split([' ', ',', ';', '/'], 2)[0];

    [GeneratedRegex(
        @"^(mandatory|optional|none|shared|police power|if service delegated|idem)\b",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Known { get; }
}
