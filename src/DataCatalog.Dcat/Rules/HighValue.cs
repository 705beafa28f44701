using DataCatalog.Dcat.Records;
using FluentValidation;

namespace DataCatalog.Dcat.Rules;

/// <summary>The rule on high-value datasets: they are open to everybody (Regulation (EU) 2023/138).</summary>
public static class HighValue
{
    /// <summary>Allows no category where the access regime is restricted.</summary>
    /// <param name="rule">The rule on the categories.</param>
    /// <param name="access">The access conditions of the record.</param>
    /// <param name="references">The records to find the regime in. One that does not exist is reported by another rule.</param>
    public static void OnlyWhenOpen<T>(
        this IRuleBuilder<T, IReadOnlyList<string>> rule, Func<T, AccessConditions?> access, IReferences references) => rule
        .Must((record, categories) => categories is not { Count: > 0 } || !IsRestricted(access(record), references))
        .WithMessage((record, _) => $"no category, for the access regime '{access(record)?.Regime}' is not public");

    private static bool IsRestricted(AccessConditions? access, IReferences references) =>
        access is { Regime: { } regime }
        && references.FindConcept(Schemes.AccessRegimes, regime) is not null
        && !AccessValidator.IsOpen(regime, references);
}
