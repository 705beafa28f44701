using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DataCatalog.Dcat.Records;

/// <summary>
/// A date as precise as it is known: a year, a month or a day. DCAT-AP 3.0.1 takes xsd:gYear, xsd:gYearMonth and xsd:date alike, so a
/// year is never turned into 1 January.
/// </summary>
[JsonConverter(typeof(PartialDateConverter))]
public readonly record struct PartialDate
{
    private static readonly string[] Formats = ["yyyy", "yyyy-MM", "yyyy-MM-dd"];

    private PartialDate(string text) => Text = text;

    /// <summary><c>2026</c>, <c>2026-11</c> or <c>2026-11-24</c>.</summary>
    public string Text { get; }

    /// <summary>Whether the day is known, not only the month or the year.</summary>
    public bool IsDay => Text.Length == 10;

    /// <summary>The first day that it covers.</summary>
    public DateOnly FirstDay => DateOnly.ParseExact(Text, Formats, CultureInfo.InvariantCulture);

    /// <summary>The last day that it covers.</summary>
    public DateOnly LastDay => Text.Length switch
    {
        4 => new DateOnly(FirstDay.Year, 12, 31),
        7 => new DateOnly(FirstDay.Year, FirstDay.Month, DateTime.DaysInMonth(FirstDay.Year, FirstDay.Month)),
        _ => FirstDay,
    };

    public static PartialDate Of(DateOnly day) => new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public static bool TryParse(string? text, out PartialDate date)
    {
        var valid = DateOnly.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
        date = valid ? new PartialDate(text!) : default;
        return valid;
    }

    public override string ToString() => Text;
}

/// <summary>Reads and writes a partial date as a JSON string.</summary>
public sealed class PartialDateConverter : JsonConverter<PartialDate>
{
    public override PartialDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PartialDate.TryParse(reader.GetString(), out var date)
            ? date
            : throw new JsonException("Expected a date as YYYY, YYYY-MM or YYYY-MM-DD.");

    public override void Write(Utf8JsonWriter writer, PartialDate value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Text);
}
