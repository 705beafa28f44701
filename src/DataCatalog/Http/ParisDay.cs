namespace DataCatalog.Http;

/// <summary>The present day in Paris: texts come into force, deadlines end and data become overdue by it.</summary>
internal sealed class ParisDay(TimeProvider time)
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    private volatile Day _day = DayOf(time.GetUtcNow());

    public DateOnly Today
    {
        get
        {
            var (now, day) = (time.GetUtcNow(), _day);
            return day.Includes(now) ? day.Date : (_day = DayOf(now)).Date;
        }
    }

    private static Day DayOf(DateTimeOffset instant)
    {
        var date = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Paris).DateTime);
        return new Day(date, BeginningOf(date), BeginningOf(date.AddDays(1)));
    }

    /// <summary>Midnight never falls into an hour that summer time leaves out.</summary>
    private static DateTimeOffset BeginningOf(DateOnly date)
    {
        var midnight = date.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Paris.GetUtcOffset(midnight));
    }

    private sealed record Day(DateOnly Date, DateTimeOffset From, DateTimeOffset Until)
    {
        public bool Includes(DateTimeOffset instant) => From <= instant && instant < Until;
    }
}
