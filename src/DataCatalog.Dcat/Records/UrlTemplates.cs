using System.Text.RegularExpressions;

namespace DataCatalog.Dcat.Records;

/// <summary>
/// Checks and fills in addresses in which a variable stands for a territory's code, such as
/// <c>https://geo.api.gouv.fr/communes/{insee}</c>.
/// </summary>
public static partial class UrlTemplates
{
    /// <summary>The variables: INSEE code of a commune; SIREN of an EPCI or a commune; code of a département; code of a region.</summary>
    public static readonly IReadOnlyList<string> Variables = ["insee", "siren", "departement", "region"];

    /// <summary>
    /// Tells whether a template has at least one variable, only known ones, and is an https address once they are filled in.
    /// </summary>
    public static bool IsValid(string template)
    {
        var named = Variable.Matches(template).Select(match => match.Groups["name"].Value).ToList();
        return template.StartsWith("https://", StringComparison.Ordinal)
            && named.Count > 0
            && named.TrueForAll(name => Variables.Contains(name, StringComparer.Ordinal))
            && Rdf.Iri.IsWellFormed(Variable.Replace(template, "0"));
    }

    /// <summary>Returns the address for one territory; null when a variable has no value there.</summary>
    /// <param name="template">A valid template.</param>
    /// <param name="valueOf">Returns the value of a variable; null when it has none.</param>
    public static string? Fill(string template, Func<string, string?> valueOf)
    {
        var isComplete = true;
        var filled = Variable.Replace(template, match =>
        {
            var value = valueOf(match.Groups["name"].Value);
            isComplete &= value is not null;
            return Uri.EscapeDataString(value ?? "");
        });
        return isComplete ? filled : null;
    }

    [GeneratedRegex(@"\{(?<name>[^{}]*)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Variable { get; }
}
