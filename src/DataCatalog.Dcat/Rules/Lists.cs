using FluentValidation;

namespace DataCatalog.Dcat.Rules;

/// <summary>Rules on lists as a whole; <c>RuleForEach</c> checks their items.</summary>
public static class Lists
{
    public static void NotEmptyList<T, TItem>(this IRuleBuilder<T, IReadOnlyList<TItem>> rule) => rule
        .Must(items => items is { Count: > 0 })
        .WithMessage("at least one value");

    /// <summary>Allows no item twice, and no null.</summary>
    public static void NoneTwice<T>(this IRuleBuilder<T, IReadOnlyList<string>> rule, StringComparer? comparer = null) =>
        rule.NoneTwice(item => item, comparer);

    /// <summary>Allows no two items with the same key, and no null.</summary>
    /// <param name="rule">The rule on the list.</param>
    /// <param name="key">What tells items apart.</param>
    /// <param name="comparer">How keys are compared; by character where it is left out.</param>
    public static void NoneTwice<T, TItem>(
        this IRuleBuilder<T, IReadOnlyList<TItem>> rule, Func<TItem, string> key, StringComparer? comparer = null) =>
        rule.Custom((items, context) =>
        {
            var seen = new HashSet<string>(comparer ?? StringComparer.Ordinal);
            for (var index = 0; index < (items?.Count ?? 0); index++)
            {
                if (items![index] is not { } item)
                {
                    context.Report($"[{index}]", null, "a value");
                }
                else if (key(item) is { } value && !seen.Add(value))
                {
                    context.Report($"[{index}]", value, "no value twice");
                }
            }
        });
}
