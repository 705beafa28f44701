using System.Runtime.InteropServices;
using DataCatalog.Dcat.Records;

namespace DataCatalog.Search;

/// <summary>
/// A period, as day numbers (<see cref="DateOnly.DayNumber"/>); an open end is the smallest or the largest <see cref="int"/>.
/// </summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Interval(int First, int Last)
{
    private const string Open = "..";

    /// <summary>
    /// Reads a date, or two dates with a slash between them (ISO 8601; <c>..</c> is an open end, as in OGC API Features, section 7.15.4).
    /// </summary>
    public static bool TryParse(string text, out Interval interval)
    {
        string[] ends = text.Split('/') is [var both] ? [both, both] : text.Split('/');
        interval = default;
        if (ends.Length != 2
            || !TryParseEnd(ends[0], int.MinValue, date => date.FirstDay, out var first)
            || !TryParseEnd(ends[1], int.MaxValue, date => date.LastDay, out var last))
        {
            return false;
        }

        interval = new Interval(first, last);
        return first <= last && (first, last) != (int.MinValue, int.MaxValue);
    }

    private static bool TryParseEnd(string text, int open, Func<PartialDate, DateOnly> day, out int number)
    {
        number = open;
        if (PartialDate.TryParse(text, out var date))
        {
            number = day(date).DayNumber;
            return true;
        }

        return string.Equals(text, Open, StringComparison.Ordinal);
    }
}
