using DataCatalog.Dcat.Records;

namespace DataCatalog.Obligations;

/// <summary>From which size on the rules of a model bind a kind of authority.</summary>
/// <param name="Population">In inhabitants; null when one of the rules has no such threshold, or none is known.</param>
/// <param name="Staff">In full-time equivalents; null likewise.</param>
internal sealed record Thresholds(int? Population, int? Staff)
{
    /// <summary>Reads the thresholds of the rules of a model that apply to a kind of territory: the lowest of each.</summary>
    public static Thresholds Of(IEnumerable<LegalRule> rules, string kind)
    {
        RuleScope[] scopes = [.. rules.Select(rule => rule.Scope).Where(scope => scope.Kinds.Contains(kind, StringComparer.Ordinal))];
        return new(Lowest(scopes, scope => scope.MinimumPopulation), Lowest(scopes, scope => scope.MinimumStaff));
    }

    private static int? Lowest(RuleScope[] scopes, Func<RuleScope, int?> threshold) =>
        Array.TrueForAll(scopes, scope => threshold(scope) is not null) ? scopes.Min(threshold) : null;
}
