using FluentValidation;

namespace DataCatalog.Dcat.Rules;

/// <summary>Rules on numbers. Null passes each of them: the number is not known.</summary>
public static class Numbers
{
    private const int SirenLength = 9;

    public static void NotNegative<T>(this IRuleBuilder<T, int?> rule) => rule
        .Must(number => number is null or >= 0)
        .WithMessage("a number of 0 or more");

    public static void Positive<T>(this IRuleBuilder<T, int?> rule) => rule
        .Must(number => number is null or > 0)
        .WithMessage("a number of 1 or more");

    public static void Positive<T>(this IRuleBuilder<T, long?> rule) => rule
        .Must(number => number is null or > 0)
        .WithMessage("a number of 1 or more");

    /// <summary>Requires a coordinate in degrees.</summary>
    public static void Degrees<T>(this IRuleBuilder<T, decimal> rule, decimal limit) => rule
        .Must(degrees => Math.Abs(degrees) <= limit)
        .WithMessage(FormattableString.Invariant($"degrees between -{limit} and {limit} (WGS 84)"));

    /// <summary>
    /// Requires a SIREN with a valid Luhn key. Nine zeros have one, but are nobody's SIREN. (The other key of La Poste is for SIRETs only.)
    /// </summary>
    public static void SirenNumber<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(siren => siren is null || IsSiren(siren))
        .WithMessage("a SIREN of nine digits, not all of them zero, with a valid key");

    private static bool IsSiren(string text) =>
        text.Length == SirenLength
        && text.All(char.IsAsciiDigit)
        && text.AsSpan().ContainsAnyExcept('0')
        && text.Select(Weight).Sum() % 10 == 0;

    /// <summary>
    /// Weighs a digit as Luhn does: every second digit from the right counts double, and a double of two digits counts as their sum.
    /// </summary>
    private static int Weight(char digit, int index)
    {
        var weight = (digit - '0') * (index % 2 == 0 ? 1 : 2);
        return weight > 9 ? weight - 9 : weight;
    }
}
