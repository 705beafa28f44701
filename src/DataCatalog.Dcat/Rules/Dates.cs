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

    /// <summary>Requires a date from 1700 on: an earlier year is a typing error.</summary>
    public static void NotBeforeData<T>(this IRuleBuilder<T, DateOnly> rule) => rule
        .Must(day => day >= First)
        .WithMessage(NotBeforeFirst);

    /// <summary>Requires a date from 1700 on: an earlier year is a typing error.</summary>
    public static void NotBeforeData<T>(this IRuleBuilder<T, PartialDate?> rule) => rule
        .Must(date => date is null || date.Value.FirstDay >= First)
        .WithMessage(NotBeforeFirst);

    /// <summary>Requires a date that has begun: the present year or month passes.</summary>
    public static void NotInFuture<T>(this IRuleBuilder<T, PartialDate?> rule, TimeProvider time) => rule
        .Must(date => date is null || date.Value.FirstDay <= Today(time))
        .WithMessage((_, _) => NotAfter(Today(time)));

    /// <summary>Requires a date that is not before another one of the same record.</summary>
    /// <param name="rule">The rule on the later date.</param>
    /// <param name="earlier">The date that should come first.</param>
    /// <param name="name">What the earlier date is called.</param>
    public static void NotBefore<T>(this IRuleBuilder<T, PartialDate?> rule, Func<T, PartialDate?> earlier, string name) => rule
        .Must((record, later) => later is null || earlier(record) is not { } first || !IsAfter(first, later.Value))
        .WithMessage((record, _) => $"a date not before {name} ({earlier(record)})");

    /// <summary>Requires an ISO 8601 duration in the form of XML Schema (<c>P2M</c>), not negative.</summary>
    public static void Duration<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(duration => duration is null || IsDuration(duration))
        .WithMessage("an ISO 8601 duration, such as P2M or P15D");

    /// <summary>Tells whether the first date begins after the second; <c>2020-05</c> is not after <c>2020</c>, which contains it.</summary>
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
