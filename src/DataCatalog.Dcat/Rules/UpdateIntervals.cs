using System.Collections.Frozen;

namespace DataCatalog.Dcat.Rules;

/// <summary>The time within which the next version of data is due, by the EU frequency that their producer announces.</summary>
public static class UpdateIntervals
{
    private static readonly FrozenDictionary<string, int> Days = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["UPDATE_CONT"] = 1,
        ["CONT"] = 1,
        ["HOURLY"] = 1,
        ["DAILY_2"] = 1,
        ["DAILY"] = 1,
        ["WEEKLY_3"] = 3,
        ["WEEKLY_2"] = 4,
        ["WEEKLY"] = 7,
        ["BIWEEKLY"] = 14,
        ["MONTHLY_3"] = 11,
        ["MONTHLY_2"] = 16,
        ["MONTHLY"] = 31,
        ["BIMONTHLY"] = 62,
        ["QUARTERLY"] = 92,
        ["ANNUAL_3"] = 123,
        ["ANNUAL_2"] = 184,
        ["ANNUAL"] = 366,
        ["BIENNIAL"] = 731,
        ["TRIENNIAL"] = 1096,
        ["QUADRENNIAL"] = 1461,
        ["QUINQUENNIAL"] = 1827,
        ["DECENNIAL"] = 3653,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>
    /// Returns the last day on which the next version is in time; null where the last version is not known or the frequency promises
    /// nothing (irregular, as needed, never).
    /// </summary>
    /// <param name="lastVersion">
    /// The day of the last version; the last day of a month or a year, so that nobody is late because a date is not precise.
    /// </param>
    /// <param name="frequency">A code of the EU frequencies.</param>
    public static DateOnly? Due(DateOnly? lastVersion, string? frequency) =>
        lastVersion is { } day
        && frequency is not null
        && Days.TryGetValue(frequency, out var days)
        && day.DayNumber <= DateOnly.MaxValue.DayNumber - days
            ? day.AddDays(days)
            : null;
}
