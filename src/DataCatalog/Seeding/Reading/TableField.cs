using System.Globalization;
using System.Text.RegularExpressions;
using DataCatalog.Dcat.Rules;
using DataCatalog.Rdf;

namespace DataCatalog.Seeding.Reading;

/// <summary>
/// A field descriptor of a Table Schema (Frictionless, "Field Descriptors"), with our own property <c>separator</c>: the cell is then a
/// list, and type and constraints apply to each item.
/// </summary>
internal sealed record TableField(string Name, string Type)
{
    public string? Format { get; init; }

    public string? Separator { get; init; }

    public bool Required { get; init; }

    public bool Unique { get; init; }

    /// <summary>A pattern for the whole value.</summary>
    public Regex? Pattern { get; init; }

    /// <summary>The allowed values as written in cells; empty when every value is allowed.</summary>
    public IReadOnlyList<string> Enum { get; init; } = [];

    /// <summary>The smallest number or the first date, as written in the schema.</summary>
    public string? Minimum { get; init; }

    /// <summary>The largest number or the last date, as written in the schema.</summary>
    public string? Maximum { get; init; }

    /// <summary>The least length, in UTF-16 code units.</summary>
    public int MinimumLength { get; init; }

    /// <summary>The greatest length, in UTF-16 code units.</summary>
    public int MaximumLength { get; init; } = int.MaxValue;

    /// <summary>Returns the values in a cell.</summary>
    public IReadOnlyList<string> Items(string cell) => Separator is null ? [cell] : cell.Split(Separator);

    /// <summary>Returns what was expected of a value that is not of the field's type; otherwise null.</summary>
    public string? ExpectedValue(string value) =>
        value.Length == 0 ? $"no empty item beside a '{Separator}'"
        : !XmlText.IsValid(value) ? "only characters that XML 1.0 can hold"
        : char.IsWhiteSpace(value[0]) || char.IsWhiteSpace(value[^1]) ? "no blanks at the beginning or end"
        : TextDamage.Find(value) ?? ExpectedType(value) ?? ExpectedBound(value) ?? ExpectedLength(value);

    /// <summary>Returns what was expected of a value with a wrong form; otherwise null.</summary>
    public string? ExpectedForm(string value) => Format switch
    {
        "uri" when !Urls.IsIri(value) => $"an absolute address, such as https://example.org/page{Urls.Fault(value)}",
        "email" when !Urls.IsEmail(value) => "an e-mail address such as name@example.org",
        _ when Enum.Count > 0 && !Enum.Contains(value, StringComparer.Ordinal) => $"one of {string.Join(", ", Enum)}",
        _ when Pattern?.IsMatch(value) == false => $"a value that matches {Pattern}",
        _ => null,
    };

    private string? ExpectedType(string value) => Type switch
    {
        "integer" when !long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) => "a whole number",
        "number" when Number(value) is null => "a number with a decimal point",
        "date" when !IsDay(value) => "a date as YYYY-MM-DD",
        _ => null,
    };

    private string? ExpectedBound(string value) =>
        Minimum is not null && IsLess(value, Minimum) ? $"{Minimum} or more"
        : Maximum is not null && IsLess(Maximum, value) ? $"{Maximum} or less"
        : null;

    private string? ExpectedLength(string value) =>
        value.Length < MinimumLength ? FormattableString.Invariant($"at least {MinimumLength} characters, and there are {value.Length}")
        : value.Length > MaximumLength ? FormattableString.Invariant($"at most {MaximumLength} characters, and there are {value.Length}")
        : null;

    /// <summary>Compares two values; dates as text, which ISO 8601 allows.</summary>
    private bool IsLess(string first, string second) =>
        Type is "date" ? string.CompareOrdinal(first, second) < 0 : Number(first) < Number(second);

    private static bool IsDay(string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static decimal? Number(string value)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        return decimal.TryParse(value, Style, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
