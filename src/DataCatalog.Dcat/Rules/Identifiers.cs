using System.Text.RegularExpressions;
using FluentValidation;

namespace DataCatalog.Dcat.Rules;

/// <summary>Rules on the names that become the last segment of an address, for ever.</summary>
public static partial class Identifiers
{
    /// <summary>The longest id or code, in characters.</summary>
    public const int Length = 100;

    public static void Identifier<T>(this IRuleBuilder<T, string> rule) => rule
        .Must(IsIdentifier)
        .WithMessage("an id of at most 100 lower-case letters and digits in words joined by '-'");

    /// <summary>Whether a text has the form of an identifier of ours.</summary>
    public static bool IsIdentifier(string? id) => id is { Length: <= Length } && Kebab.IsMatch(id);

    /// <summary>The code of a concept: also upper-case EU codes with <c>_</c>, and version numbers with a point.</summary>
    public static void ConceptCode<T>(this IRuleBuilder<T, string> rule) => rule
        .Must(code => code is { Length: <= Length } && Code.IsMatch(code))
        .WithMessage("a code of at most 100 letters, digits, '-', '_' and '.', beginning and ending with a letter or digit");

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Kebab { get; }

    [GeneratedRegex(@"^[A-Za-z0-9]+([-_.]+[A-Za-z0-9]+)*\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code { get; }
}
