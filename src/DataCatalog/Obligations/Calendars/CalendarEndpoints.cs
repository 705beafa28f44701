using System.Globalization;
using DataCatalog.Dcat;
using DataCatalog.Dcat.Mapping;
using DataCatalog.Http;
using DataCatalog.Http.Bounds;
using DataCatalog.OpenApi;
using DataCatalog.Rdf;
using DataCatalog.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Obligations.Calendars;

/// <summary>Calendars of the dated duties of territories over HTTP.</summary>
internal static class CalendarEndpoints
{
    private static readonly CountLimits Months = new(12, 12);

    public static void MapCalendars(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/territories/{id}").WithTags("Territories");
        group.MapGet("/calendar", Find).WithName("getCalendar").WithCost(Cost.Search).ProducesEntryProblems()
            .WithMetadata([.. StatementQuery.Sets, new UsualValue("months", Months.Usual)]);
    }

    /// <summary>Lists the dated duties of a territory</summary>
    /// <remarks>
    /// The duties with a day of each year that fall due within the next months, and the rules that come into force, those due soonest
    /// first. Those that surely do not apply are left out; `applies` tells those that do (`yes`) from those that depend on a question
    /// (`only-if`) or of which nobody here can tell (`undetermined`). Duties without a date (at all times, or some time after an event) are in
    /// `/rules?territory=`.
    ///
    /// `/territories/{id}/calendar.ics` is a calendar to subscribe to, in French, with an event for the whole day per duty. The answer is
    /// that of one day, in Paris.
    /// </remarks>
    /// <param name="id" example="commune:35238">The typed code; an old code stands for the present territory.</param>
    /// <param name="months" example="3">The number of months from today, 1 to 12.</param>
    /// <response code="200">The duties.</response>
    /// <response code="404">There is no such territory.</response>
    /// <response code="410">The territory was withdrawn.</response>
    private static Results<CalendarResult, ProblemHttpResult> Find(
        CatalogIris iris,
        References references,
        DutyQuestions questions,
        DutyCalendar calendar,
        string id,
        int? months,
        [AsParameters] StatementQuery statements)
    {
        var asked = questions.Begin();
        var badSubject = asked.Read(id, competence: null, statements, out var subject);
        if ((ParameterReader.Count("months", months, Months, out var count) ?? badSubject) is { } problem)
        {
            return problem;
        }

        var monthsQuery = months is null ? "" : string.Create(CultureInfo.InvariantCulture, $"months={count}");
        var address = iris.At(Listing.AddressOf($"territories/{subject.Territory.Id}/calendar", monthsQuery, asked.Query));
        return new CalendarResult(
            asked.Version,
            () =>
            {
                var graph = new Graph();
                new DcatMapping(iris, references.Current).Describe(graph, calendar.Of(subject, count, asked.Today, address));
                return graph;
            },
            output => new CalendarFile(iris, references.Current)
                .Write(calendar.Of(subject, count, asked.Today, address), asked.Today, output));
    }
}
