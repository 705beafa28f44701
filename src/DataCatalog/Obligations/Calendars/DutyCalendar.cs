using DataCatalog.Dcat;
using DataCatalog.Dcat.Mapping;
using DataCatalog.Dcat.Records;
using DataCatalog.LegalRules;
using DataCatalog.Rdf;

namespace DataCatalog.Obligations.Calendars;

/// <summary>Lists the dated duties of territories: those with a day of each year, and those that come into force.</summary>
internal sealed class DutyCalendar(CatalogIris iris, RuleBook rules, RuleDuties duties)
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
        var dated = rules.Current
            .Where(rule => rule.Act is not LegalRule.Right && (DueDays.Next(rule, today) <= last || ComesIntoForce(rule, today, last)))
            .GroupBy(rule => rule.InForceFrom > today ? rule.InForceFrom.Value : today)
            .SelectMany(day => duties.Of(subject, [.. day], day.Key))
            .Where(RuleDuties.MayApply)
            .SelectMany(duty => DaysOf(duty, today, last));
        return new TerritoryCalendar(
            address,
            subject.Territory,
            [.. dated.OrderBy(day => day.Day).ThenBy(day => day.Duty.Rule.Id, StringComparer.Ordinal)])
        {
            ResolvedFrom = subject.Named.AskedId,
            Said = subject.Statements.Said,
            Remark = NoAuthorities.RemarkOn(subject.Named),
            Authority = NoAuthorities.AuthorityOf(subject.Named) is { } other ? iris.At($"territories/{other}/calendar") : null,
        };
    }

    private static bool ComesIntoForce(LegalRule rule, DateOnly today, DateOnly last) =>
        rule.InForceFrom > today && rule.InForceFrom <= last;

    /// <summary>Lists the days of a duty: that on which its rule comes into force, and that by which it is due.</summary>
    private static IEnumerable<DatedDuty> DaysOf(Duty duty, DateOnly today, DateOnly last)
    {
        if (ComesIntoForce(duty.Rule, today, last))
        {
            yield return new DatedDuty(duty, duty.Rule.InForceFrom!.Value, ComesIntoForce: true);
        }

        if (duty.Next.DueDay is { } day && day <= last)
        {
            yield return new DatedDuty(duty, day, ComesIntoForce: false);
        }
    }
}
