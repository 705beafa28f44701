using System.Globalization;

namespace DataCatalog.Dcat.Mapping;

/// <summary>Writes days as people read them, independent of the cultures that the machine has.</summary>
public static class DayWords
{
    private static readonly string[] Months =
    [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ];

    /// <summary>Writes the day and the month: <c>1er juin</c>, <c>30 septembre</c>.</summary>
    public static string French(DateOnly day) => $"{(day.Day == 1 ? "1er" : Number(day.Day))} {Months[day.Month - 1]}";

    /// <summary>Writes the day, the month and the year: <c>1er janvier 2027</c>.</summary>
    public static string FrenchWithYear(DateOnly day) => $"{French(day)} {Number(day.Year)}";

    /// <summary>Writes the day and the month: <c>30 September</c>.</summary>
    public static string English(DateOnly day) => day.ToString("d MMMM", CultureInfo.InvariantCulture);

    /// <summary>Writes the day, the month and the year: <c>1 January 2027</c>.</summary>
    public static string EnglishWithYear(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
