using DataCatalog.Dcat.Mapping;
using DataCatalog.LegalRules;
using DataCatalog.Obligations.Judging;
using DataCatalog.Rdf;

namespace DataCatalog.Obligations.Calendars;

/// <summary>Lists the dated duties of territories: those with a day of each year, and those that come into force.</summary>
internal sealed class DutyCalendar(RuleBook rules, RuleDuties duties)
{
    /// <summary>
    /// Lists the duties that are due within some months, those due soonest first. Those that surely do not apply are left out.
    /// </summary>
    /// <param name="subject">The territory, and what the request says of its authority.</param>
    /// <param name="months">The number of months from today.</param>
    /// <param name="today">The day of the answer, in Paris.</param>
    /// <param name="address">The address of the calendar.</param>
    public TerritoryCalendar Of(Subject subject, int months, DateOnly today, Iri address)
    {
        var last = today.AddMonths(months);
        var dated = rules.Current.Where(rule => DueDays.Next(rule, today) <= last).ToList();
        var due = duties.Of(subject, dated, today).Select(duty => new DatedDuty(duty, duty.Next.DueDay!.Value, ComesIntoForce: false));
        var coming = rules.Current.Where(rule => rule.InForceFrom > today && rule.InForceFrom <= last)
            .GroupBy(rule => rule.InForceFrom!.Value)
            .SelectMany(day => duties.Of(subject, [.. day], day.Key).Select(duty => new DatedDuty(duty, day.Key, ComesIntoForce: true)));
        return new TerritoryCalendar(
            address,
            subject.Territory,
            [
                .. due.Concat(coming)
                    .Where(dated => dated.Duty.Applies is not Applicability.No)
                    .OrderBy(dated => dated.Day).ThenBy(dated => dated.Duty.Rule.Id, StringComparer.Ordinal),
            ]);
    }
}
