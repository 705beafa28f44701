using System.Text.RegularExpressions;
using FluentValidation;

namespace DataCatalog.Dcat.Rules;

/// <summary>Rules on ids and codes: each becomes the last segment of an address, which never changes.</summary>
public static partial class Identifiers
{
    /// <summary>The longest id or code, in characters.</summary>
    public const int Length = 100;

    public static void Identifier<T>(this IRuleBuilder<T, string> rule) => rule
        .Must(IsIdentifier)
        .WithMessage("an id of at most 100 lower-case letters and digits in words joined by '-'");

    /// <summary>Tells whether a text has the form of our ids.</summary>
    public static bool IsIdentifier(string? id) => id is { Length: <= Length } && Kebab.IsMatch(id);

    /// <summary>
    /// Requires the code of a concept: as an id, but also upper-case EU codes with <c>_</c>, and version numbers with a point.
    /// </summary>
    public static void ConceptCode<T>(this IRuleBuilder<T, string> rule) => rule
        .Must(code => code is { Length: <= Length } && Code.IsMatch(code))
        .WithMessage("a code of at most 100 letters, digits, '-', '_' and '.', beginning and ending with a letter or digit");

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Kebab { get; }

    [GeneratedRegex(@"^[A-Za-z0-9]+([-_.]+[A-Za-z0-9]+)*\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Code { get; }
}
