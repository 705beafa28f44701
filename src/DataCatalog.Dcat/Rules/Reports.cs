using FluentValidation;
using FluentValidation.Results;

namespace DataCatalog.Dcat.Rules;

/// <summary>Reports failures at a place inside the property that a rule checks.</summary>
internal static class Reports
{
    /// <summary>Adds a failure.</summary>
    /// <param name="context">The running validation.</param>
    /// <param name="below">The rest of the path, such as <c>.fr</c> or <c>[2]</c>.</param>
    /// <param name="value">The offending value.</param>
    /// <param name="expected">What was expected, as a phrase.</param>
    public static void Report<T>(this ValidationContext<T> context, string below, object? value, string expected) =>
        context.AddFailure(new ValidationFailure(context.PropertyPath + below, expected, value));
}
