using System.Globalization;
using System.Xml;
using DataCatalog.Dcat.Records;
using FluentValidation;

namespace DataCatalog.Dcat.Rules;

/// <summary>Rules on dates and durations. Today is the day in UTC.</summary>
public static class Dates
{
    private static readonly DateOnly First = new(1700, 1, 1);

    public static void NotInFuture<T>(this IRuleBuilder<T, DateOnly> rule, TimeProvider time) => rule
        .Must(day => day <= Today(time))
        .WithMessage((_, _) => NotAfter(Today(time)));

    /// <summary>A date on which there were data to publish: an earlier year is a slip of the pen.</summary>
    public static void NotBeforeData<T>(this IRuleBuilder<T, DateOnly> rule) => rule
        .Must(day => day >= First)
        .WithMessage(NotBeforeFirst);

    /// <summary>A date on which there were data to publish: an earlier year is a slip of the pen.</summary>
    public static void NotBeforeData<T>(this IRuleBuilder<T, PartialDate?> rule) => rule
        .Must(date => date is null || date.Value.FirstDay >= First)
        .WithMessage(NotBeforeFirst);

    /// <summary>A date that has begun: the present year or month is not in the future.</summary>
    public static void NotInFuture<T>(this IRuleBuilder<T, PartialDate?> rule, TimeProvider time) => rule
        .Must(date => date is null || date.Value.FirstDay <= Today(time))
        .WithMessage((_, _) => NotAfter(Today(time)));

    /// <summary>A date that does not come before another one of the same record.</summary>
    /// <param name="rule">The rule on the later date.</param>
    /// <param name="earlier">The date that should come first.</param>
    /// <param name="name">What the earlier date is called.</param>
    public static void NotBefore<T>(this IRuleBuilder<T, PartialDate?> rule, Func<T, PartialDate?> earlier, string name) => rule
        .Must((record, later) => later is null || earlier(record) is not { } first || !IsAfter(first, later.Value))
        .WithMessage((record, _) => $"a date not before {name} ({earlier(record)})");

    /// <summary>An ISO 8601 duration of the XML Schema kind (<c>P2M</c>), not negative.</summary>
    public static void Duration<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(duration => duration is null || IsDuration(duration))
        .WithMessage("an ISO 8601 duration, such as P2M or P15D");

    /// <summary>Whether the first date begins after the second one has ended; <c>2020-05</c> is not after <c>2020</c>.</summary>
    private static bool IsAfter(PartialDate first, PartialDate second) =>
        first.FirstDay > second.FirstDay && !first.Text.StartsWith(second.Text, StringComparison.Ordinal);

    private static string NotBeforeFirst => string.Create(CultureInfo.InvariantCulture, $"a date not before {First:yyyy-MM-dd}");

    private static DateOnly Today(TimeProvider time) => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    private static string NotAfter(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"a date not after today, {day:yyyy-MM-dd}");

    private static bool IsDuration(string text)
    {
        try
        {
            return text.StartsWith('P') && XmlConvert.ToTimeSpan(text) >= TimeSpan.Zero;
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            return false;
        }
    }
}
