using System.Globalization;

namespace DataCatalog.Dcat.Records;

/// <summary>
/// Checks and fills in addresses in which a variable stands for a territory's code, such as
/// <c>https://geo.api.gouv.fr/communes/{insee}</c> (URI templates, RFC 6570).
/// </summary>
public static class UrlTemplates
{
    /// <summary>
    /// The variables: INSEE code of a commune, or of a part of one; SIREN of an EPCI, an EPT or a commune; code of a département; code of a
    /// region.
    /// </summary>
    public static readonly IReadOnlyList<string> Variables = ["insee", "siren", "departement", "region"];

    /// <summary>The greatest number of characters that a variable may be cut to (RFC 6570 section 2.4.1).</summary>
    private const int MaxPrefix = 9_999;

    /// <summary>What an expression may begin with (RFC 6570 section 2.2).</summary>
    private static readonly char[] Operators = ['+', '#', '.', '/', ';', '?', '&'];

    /// <summary>Lists the names of the variables in a template, as often as they stand there.</summary>
    public static IEnumerable<string> NamesIn(string template) => template.Split('{').Skip(1)
        .SelectMany(expression => expression.Split('}')[0].TrimStart(Operators).Split(','))
        .Select(NameOf);

    /// <summary>Describes what keeps a template from being filled; null when nothing does.</summary>
    public static string? Fault(string template) =>
        NamesIn(template).FirstOrDefault(name => !Variables.Contains(name, StringComparer.Ordinal)) is { } unknown
            ? $"{{{unknown}}} is none of them"
            : FaultOf(template);

    /// <summary>Returns the address for one territory; null when a variable has no value there.</summary>
    /// <param name="template">A valid template.</param>
    /// <param name="valueOf">Returns the value of a variable; null when it has none.</param>
    public static string? Fill(string template, Func<string, string?> valueOf)
    {
        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var name in NamesIn(template))
        {
            if (valueOf(name) is not { } value)
            {
                return null;
            }

            values[name] = value;
        }

        return Std.UriTemplate.Expand(template, values);
    }

    private static string? FaultOf(string template)
    {
        try
        {
            _ = Fill(template, _ => "0");
            return null;
        }
        catch (ArgumentException error)
        {
            return $"it is no URI template (RFC 6570): {error.Message}";
        }
    }

    /// <summary>
    /// Returns the name in a variable, which may be followed by <c>*</c> or by <c>:</c> and a number; the whole text when it is not so
    /// formed, which is then no known name.
    /// </summary>
    private static string NameOf(string variable) => variable.Split(':') switch
    {
        [var name] => name.EndsWith('*') ? name[..^1] : name,
        [var name, var length] when IsPrefix(length) => name,
        _ => variable,
    };

    private static bool IsPrefix(string length) =>
        int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= MaxPrefix;
}
