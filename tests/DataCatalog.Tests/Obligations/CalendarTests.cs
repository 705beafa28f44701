using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Ical.Net.CalendarComponents;
using Microsoft.Extensions.Time.Testing;
using Calendar = Ical.Net.Calendar;

namespace DataCatalog.Tests.Obligations;

/// <summary>The calendar of the dated duties of a territory.</summary>
public sealed class CalendarTests(CalendarDays days) : IClassFixture<CalendarDays>
{
    [Fact]
    public async Task A_calendar_changes_at_midnight_in_Paris_and_at_no_other_time()
    {
        var before = await AnswerAsync(At(11, 30, 22, 30));
        var sameDay = await AnswerAsync(At(11, 30, 22, 59));
        var nextDay = await AnswerAsync(At(11, 30, 23, 30));
        var nextNoon = await AnswerAsync(At(12, 1, 12, 0));

        Assert.Equal(before, sameDay);
        Assert.Equal(nextDay, nextNoon);
        Assert.NotEqual(before.Tag, nextDay.Tag);
        Assert.Contains("DTSTAMP:20261130T000000Z", before.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("DTSTAMP:20261201", before.Text, StringComparison.Ordinal);
        Assert.Contains("DTSTAMP:20261201T000000Z", nextDay.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("DTSTAMP:20261130", nextDay.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("commune:35238")]
    [InlineData("epci:243500139")]
    [InlineData("departement:93")]
    [InlineData("country:FRA")]
    public async Task There_is_one_event_for_each_duty_of_the_list(string territory)
    {
        days.Today(2026, 11, 30);
        var list = await days.App.JsonAsync($"/territories/{territory}/calendar");
        var events = (await ReadAsync($"/territories/{territory}/calendar.ics")).Events.ToList();
        var members = list.Items("member");

        Assert.Equal(members.Length, list.Count("totalItems"));
        Assert.Equal(
            members.Select(duty => (duty.Text("id"), DayOf(duty))), events.Select(one => (one.Url!.OriginalString, DayOf(one))));
        Assert.Equal(
            members.Select(duty => duty.Text("applies") is "yes" ? "CONFIRMED" : "TENTATIVE"), events.Select(one => one.Status));
        Assert.All(events, one => Assert.True(one.IsAllDay && one.Transparency is "TRANSPARENT"));
        Assert.All(members.Zip(events), pair => Assert.EndsWith(
            pair.First.GetProperty("title").Text("fr"), pair.Second.Summary, StringComparison.Ordinal));
        Assert.Equal(members.Select(DayOf).Order(StringComparer.Ordinal), members.Select(DayOf));
        Assert.DoesNotContain(members, duty => duty.Text("applies") is "no");
        Assert.Equal(events.Count, events.Select(one => one.Uid).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task An_event_keeps_its_identifier_from_day_to_day()
    {
        days.Today(2026, 11, 29);
        var first = (await ReadAsync("/territories/commune:35238/calendar.ics")).Events.Select(one => one.Uid).ToList();
        days.Today(2026, 12, 15);
        var later = (await ReadAsync("/territories/commune:35238/calendar.ics")).Events.Select(one => one.Uid).ToList();

        Assert.NotEmpty(first);
        Assert.Equal(first, later);
    }

    [Fact]
    public async Task It_is_a_calendar_as_the_standard_writes_it()
    {
        days.Today(2026, 11, 30);
        using var response = await days.App.GetAsync("/territories/commune:35238/calendar.ics");
        using var asked = await days.App.GetAsync("/territories/commune:35238/calendar", "Accept: text/calendar");
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var lines = text.Split("\r\n");

        Assert.Equal("text/calendar; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal(text, await asked.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(("BEGIN:VCALENDAR", "END:VCALENDAR", ""), (lines[0], lines[^2], lines[^1]));
        Assert.All(lines, line => Assert.DoesNotContain('\n', line));
        Assert.All(lines, line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
    }

    [Theory]
    [InlineData(1, "2026-12-30")]
    [InlineData(2, "2027-01-30")]
    [InlineData(12, "2027-11-30")]
    public async Task Months_end_with_their_last_day(int months, string last)
    {
        days.Today(2026, 11, 30);
        var all = await DaysAsync("commune:35238", 12);
        var some = await DaysAsync("commune:35238", months);

        Assert.Equal(all.Where(day => string.CompareOrdinal(day, last) <= 0), some);
    }

    /// <summary>The rule is due on 30 June.</summary>
    [Theory]
    [InlineData(5, 29, false)]
    [InlineData(5, 30, true)]
    [InlineData(6, 1, true)]
    [InlineData(6, 30, true)]
    [InlineData(7, 1, false)]
    public async Task The_day_itself_and_the_last_day_of_a_month_count(int month, int day, bool isDue)
    {
        days.Today(2027, month, day);

        Assert.Equal(isDue, (await DaysAsync("commune:35238", 1)).Contains("2027-06-30", StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_year_wraps_and_each_day_comes_once_in_twelve_months()
    {
        days.Today(2027, 1, 1);
        var members = (await days.App.JsonAsync("/territories/commune:35238/calendar")).Items("member");

        Assert.Contains(members, duty => DutyJson.RuleOf(duty) is "rpqs-commune-membre" && DayOf(duty) is "2027-12-31");
        Assert.Equal(members.Length, members.Select(DutyJson.RuleOf).Distinct(StringComparer.Ordinal).Count());
        days.Today(2026, 12, 31);
        Assert.Equal("2026-12-31", DayOf((await days.App.JsonAsync("/territories/commune:35238/calendar")).Items("member")[0]));
    }

    [Theory]
    [InlineData(2028, 2, 28)]
    [InlineData(2028, 2, 29)]
    [InlineData(2027, 2, 28)]
    public async Task The_end_of_February_makes_no_difference(int year, int month, int day)
    {
        days.Today(year, month, day);

        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"{year}-03-31"), await DaysAsync("commune:35238", 2));
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"{year}-12-31"), await DaysAsync("commune:35238", 12));
    }

    [Fact]
    public async Task What_is_said_removes_and_confirms_events()
    {
        days.Today(2026, 11, 30);
        Assert.Equal("TENTATIVE", await StatusAsync(""));
        Assert.Equal("CONFIRMED", await StatusAsync("?has=has-bathing-site"));
        Assert.Null(await StatusAsync("?hasNot=has-bathing-site"));
        var list = await days.App.JsonAsync("/territories/commune:35238/calendar?months=6&staff=60&hasNot=has-bathing-site");
        Assert.Equal(
            $"{CatalogApp.BaseUrl}/territories/commune:35238/calendar?months=6&staff=60&hasNot=has-bathing-site", list.Text("id"));

        async Task<string?> StatusAsync(string query) => (await ReadAsync($"/territories/commune:35238/calendar.ics{query}")).Events
            .SingleOrDefault(one => one.Uid!.StartsWith("recensement-baignades.", StringComparison.Ordinal))?.Status;
    }

    [Theory]
    [InlineData("months=0", "expected 1 to 12")]
    [InlineData("months=13", "expected 1 to 12")]
    [InlineData("months=-1", "'months' is")]
    [InlineData("months=abc", "'months' is 'abc'")]
    [InlineData("months=", "'months' is ''")]
    [InlineData("months=1&months=2", "'months' is given 2 times")]
    [InlineData("month=1", "Allowed:")]
    [InlineData("hasNot=none", "/vocabularies/conditions")]
    public async Task What_cannot_be_used_is_refused(string query, string words)
    {
        foreach (var extension in new[] { "", ".ics" })
        {
            using var response = await days.App.GetAsync($"/territories/commune:35238/calendar{extension}?{query}");
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            Assert.Contains(words, (await CatalogApp.JsonOf(response)).Text("detail"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("calendar.csv", "", HttpStatusCode.NotFound)]
    [InlineData("calendar.atom", "", HttpStatusCode.NotFound)]
    [InlineData("calendar", "Accept: text/csv", HttpStatusCode.NotAcceptable)]
    [InlineData("mapping.ics", "", HttpStatusCode.NotFound)]
    public async Task There_is_no_sheet_of_a_calendar(string what, string accept, HttpStatusCode expected)
    {
        using var response = await days.App.GetAsync($"/territories/commune:35238/{what}", accept.Length == 0 ? [] : [accept]);

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task An_old_code_has_the_calendar_of_the_present_commune()
    {
        days.Today(2026, 11, 30);
        var old = await days.App.JsonAsync("/territories/commune:01018/calendar");

        Assert.Equal($"{CatalogApp.BaseUrl}/territories/commune:01033/calendar", old.Text("id"));
    }

    private async Task<(string? Tag, string Text)> AnswerAsync(DateTimeOffset time)
    {
        days.Time.AdjustTime(time);
        using var response = await days.App.GetAsync("/territories/commune:35238/calendar.ics");
        return (response.Headers.ETag?.Tag, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private async Task<Calendar> ReadAsync(string address)
    {
        using var response = await days.App.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return Calendar.Load(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
    }

    private async Task<List<string>> DaysAsync(string territory, int months) =>
        [.. (await days.App.JsonAsync($"/territories/{territory}/calendar?months={months}")).Items("member").Select(DayOf)];

    private static DateTimeOffset At(int month, int day, int hour, int minute) => new(2026, month, day, hour, minute, 0, TimeSpan.Zero);

    private static string DayOf(JsonElement duty) => duty.Text(duty.TryGetProperty("inForceFrom", out _) ? "inForceFrom" : "dueDay");

    private static string DayOf(CalendarEvent one) =>
        one.Start!.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>An application on days of our choice.</summary>
public sealed class CalendarDays : IDisposable
{
    public CalendarDays() => App = new CatalogApp { Time = Time };

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 30, 12, 0, 0, TimeSpan.Zero));

    public CatalogApp App { get; }

    public void Today(int year, int month, int day) => Time.AdjustTime(new DateTimeOffset(year, month, day, 12, 0, 0, TimeSpan.Zero));

    public void Dispose() => App.Dispose();
}
