using System.Globalization;

namespace DataCatalog.Storage;

/// <summary>
/// Texts in the database. Days and instants have a form that sorts in order of time; the SQLite provider writes another form.
/// </summary>
internal static class StoredText
{
    private const string DayFormat = "yyyy-MM-dd";
    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>
    /// Whether a text that a client sends can be that of a row: PostgreSQL stores no NUL, and refuses to compare with one.
    /// </summary>
    public static bool CanBe(string text) => !text.Contains('\0', StringComparison.Ordinal);

    public static string Of(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    /// <summary>In UTC, to the second.</summary>
    public static string Of(DateTimeOffset instant) => instant.UtcDateTime.ToString(InstantFormat, CultureInfo.InvariantCulture);

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, DayFormat, CultureInfo.InvariantCulture);

    public static DateTimeOffset Instant(string text) =>
        DateTimeOffset.ParseExact(text, InstantFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
