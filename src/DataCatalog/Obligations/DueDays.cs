using System.Globalization;
using DataCatalog.Dcat.Records;

namespace DataCatalog.Obligations;

/// <summary>Finds the days by which rules must be followed.</summary>
internal static class DueDays
{
    /// <summary>
    /// Returns the next day on which a rule is due; null for a rule without a day of each year, and for one that is not in force then.
    /// </summary>
    public static DateOnly? Next(LegalRule rule, DateOnly today)
    {
        if (rule.Deadline is not { Kind: "yearly-day", Value: { } text })
        {
            return null;
        }

        var day = DateOnly.ParseExact(text, "--MM-dd", CultureInfo.InvariantCulture);
        var first = rule.InForceFrom > today ? rule.InForceFrom.Value : today;
        var thatYear = new DateOnly(first.Year, day.Month, day.Day);
        var next = thatYear < first ? thatYear.AddYears(1) : thatYear;
        return next > rule.InForceUntil ? null : next;
    }
}
