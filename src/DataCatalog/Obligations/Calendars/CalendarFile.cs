using System.Globalization;
using System.Text;
using DataCatalog.Dcat;
using DataCatalog.Dcat.Mapping;
using DataCatalog.Dcat.Records;
using DataCatalog.Obligations.Judging;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Calendar = Ical.Net.Calendar;

namespace DataCatalog.Obligations.Calendars;

/// <summary>
/// Writes dated duties as a calendar (RFC 5545) in French: one event for the whole day per duty, which blocks no time. All times are of the
/// day of the answer, so the same day gives the same bytes.
/// </summary>
/// <param name="iris">The addresses of this catalogue.</param>
/// <param name="references">The vocabularies.</param>
internal sealed class CalendarFile(CatalogIris iris, IReferences references)
{
    public void Write(TerritoryCalendar calendar, DateOnly today, Stream output)
    {
        var file = new Calendar { ProductId = "-//DataCatalog//Echeances//FR", Method = "PUBLISH" };
        file.AddProperty("X-WR-CALNAME", $"Échéances : {calendar.Territory.Name}");
        file.AddProperty("X-PUBLISHED-TTL", "P1D");
        foreach (var dated in calendar.Duties)
        {
            file.Events.Add(Event(calendar.Territory, dated, today));
        }

        output.Write(Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(file)!));
    }

    private CalendarEvent Event(Territory territory, DatedDuty dated, DateOnly today)
    {
        var (duty, day) = (dated.Duty, dated.Day);
        var isSure = duty.Applies is Applicability.Yes;
        return new CalendarEvent
        {
            Uid = string.Create(
                CultureInfo.InvariantCulture, $"{duty.Rule.Id}.{day:yyyyMMdd}.{territory.Id}@{new Uri(iris.BaseUrl).Host}"),
            DtStamp = new CalDateTime(today.Year, today.Month, today.Day, 0, 0, 0, CalDateTime.UtcTzId),
            Start = new CalDateTime(day),
            Summary = $"{(isSure ? "" : "À vérifier : ")}{(dated.ComesIntoForce ? "Entre en vigueur : " : "")}{duty.Rule.Title["fr"]}",
            Description = string.Join('\n', Lines(duty)),
            Url = new Uri(duty.Address.Value),
            Status = isSure ? EventStatus.Confirmed : EventStatus.Tentative,
            Transparency = TransparencyType.Transparent,
        };
    }

    /// <summary>Says why the duty may apply, by when, where it goes, and which article says so.</summary>
    private IEnumerable<string> Lines(Duty duty)
    {
        IEnumerable<string?> lines =
        [
            duty.Why?["fr"],
            .. duty.Questions.Select(code => references.FindConcept(Schemes.Conditions, code)?.Definition?["fr"]),
            duty.AskedStaff is { } staff ? string.Create(CultureInfo.InvariantCulture, $"À partir de {staff} agents.") : null,
            DeadlineWords.Of(duty.Rule.Deadline)?["fr"] is { } deadline ? $"Délai : {deadline}." : null,
            duty.Rule.Deadline.Note?["fr"],
            duty.Rule.Destination?["fr"] is { } destination ? $"Destinataire : {destination} {duty.Rule.DestinationUrl}".TrimEnd() : null,
            duty.Next.CheckAddress is { } check ? $"Vérifier : {check}" : null,
            $"Texte : {duty.Rule.Article} {duty.Rule.ArticleUrl}".TrimEnd(),
        ];
        return lines.OfType<string>();
    }
}
