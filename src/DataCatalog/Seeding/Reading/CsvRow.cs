using System.Globalization;
using DataCatalog.Dcat.Records;

namespace DataCatalog.Seeding.Reading;

/// <summary>
/// A row, whose cells are read as values. A cell that cannot be read is reported and then counts as unknown, so that the other cells of the
/// row are still checked.
/// </summary>
internal sealed class CsvRow(CsvTable table, int line, string[] cells)
{
    private const char Separator = '|';

    public CsvTable Table => table;

    /// <summary>The line on which the row begins, from 1.</summary>
    public int Line => line;

    /// <summary>The text of a cell; empty for a column that the file lacks.</summary>
    public string this[string column] => table.IndexOf(column) is >= 0 and var index ? cells[index] : "";

    public string? Text(string column) => this[column] is { Length: > 0 } cell ? cell : null;

    public IReadOnlyList<string> List(string column) => this[column].Split(Separator, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Returns the texts of the columns <c>{name}_fr</c> and <c>{name}_en</c>, where the file has them.</summary>
    public LanguageMap Texts(string name) => LanguageMap.Of(this[$"{name}_fr"], this[$"{name}_en"]);

    /// <summary>Returns the texts of the columns <c>{name}_fr</c> and <c>{name}_en</c>; null when both are empty.</summary>
    public LanguageMap? OptionalTexts(string name) => Texts(name) is { Count: > 0 } texts ? texts : null;

    /// <summary>Returns a French text that has no column for English; null when it is empty.</summary>
    public LanguageMap? French(string column) => Text(column) is { } text ? LanguageMap.Of(text) : null;

    public PartialDate? Date(string column) => Parse(column, "a date as YYYY, YYYY-MM or YYYY-MM-DD", text =>
        PartialDate.TryParse(text, out var date) ? date : (PartialDate?)null);

    public DateOnly? Day(string column) => Parse(column, "a date as YYYY-MM-DD", text =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null);

    public int? Integer(string column) => Parse(column, "a whole number below 2,147,483,648", text =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : (int?)null);

    public long? Long(string column) => Parse(column, "a whole number", text =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : (long?)null);

    public decimal? Decimal(string column) => Parse(column, "a number with a decimal point", text =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : (decimal?)null);

    /// <summary>Returns the items of the form <c>key=value</c>.</summary>
    public IReadOnlyList<(string Key, string Value)> Pairs(string column)
    {
        var pairs = new List<(string Key, string Value)>();
        foreach (var item in List(column))
        {
            if (item.IndexOf('=', StringComparison.Ordinal) is > 0 and var position)
            {
                pairs.Add((item[..position], item[(position + 1)..]));
            }
            else
            {
                FailOnce(column, item, "a name, '=' and a value");
            }
        }

        return pairs;
    }

    /// <summary>Returns the sources; each may name the field that it proves: <c>[licence] https://…</c>.</summary>
    public IReadOnlyList<Evidence> Evidence(string column) => [.. List(column).Select(ReadEvidence)];

    public Provenance Provenance() => new(Day("checked_at") ?? default, this["confidence"], Evidence("sources"));

    /// <summary>Reports a cell that is too long to check, and empties it.</summary>
    public void Refuse(string column, string expected)
    {
        Fail(column, this[column], expected);
        cells[table.IndexOf(column)] = "";
    }

    /// <summary>Reports a cell, or an item in it, that cannot be read.</summary>
    public void Fail(string column, string value, string expected) =>
        table.Errors.Unreadable(new SeedError(table.File, line, column, value, expected));

    private static Evidence ReadEvidence(string item)
    {
        var end = item.StartsWith('[') ? item.IndexOf(']', StringComparison.Ordinal) : -1;
        return end < 0 ? new Evidence(null, item) : new Evidence(item[1..end], item[(end + 1)..].TrimStart());
    }

    private T? Parse<T>(string column, string expected, Func<string, T?> parse)
        where T : struct
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        var value = parse(text);
        if (value is null)
        {
            FailOnce(column, text, expected);
        }

        return value;
    }

    private void FailOnce(string column, string value, string expected)
    {
        if (!table.Errors.IsUnreadable(table.File, line, column))
        {
            Fail(column, value, expected);
        }
    }
}
