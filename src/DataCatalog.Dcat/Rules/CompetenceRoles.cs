using System.Text.RegularExpressions;
using FluentValidation;

namespace DataCatalog.Dcat.Rules;

/// <summary>
/// How a kind of authority holds a competence: one of a few words, and a remark in French behind it. A mistyped word would be served as
/// it is, for it is translated by these.
/// </summary>
internal static partial class CompetenceRoles
{
    /// <summary><c>idem</c> names the competence whose role it shares.</summary>
    private static readonly string[] Words = ["mandatory", "optional", "none", "shared", "police power", "if service delegated", "idem"];

    public static void Role<T>(this IRuleBuilder<T, string?> rule)
    {
        rule.PlainText(TextForm.Label);
        rule.Must(role => string.IsNullOrEmpty(role) || Known.IsMatch(role))
            .WithMessage((_, role) => $"a role that begins with one of {string.Join(", ", Words.Select(word => $"'{word}'"))}.{EditDistance.DidYouMean(FirstWord(role!), Words)}".TrimEnd('.'));
    }

    private static string FirstWord(string role) => role.Split([' ', ',', ';', '/'], 2)[0];

    [GeneratedRegex(@"^(mandatory|optional|none|shared|police power|if service delegated|idem)\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Known { get; }
}
