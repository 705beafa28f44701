using System.Globalization;

namespace DataCatalog.Seeding.Reading;

/// <summary>An error in a seed folder.</summary>
/// <param name="File">The file, relative to the folder, with slashes.</param>
/// <param name="Line">The line on which the row begins, from 1; 0 for the whole file.</param>
/// <param name="Column">The column; null for the whole row.</param>
/// <param name="Value">The faulty value: a cell, or one item of a list in a cell.</param>
/// <param name="Expected">What was expected, as a phrase.</param>
internal sealed record SeedError(string File, int Line, string? Column, string? Value, string Expected)
{
    private const int LongestName = 100;
    private const int LongestValue = 160;
    private const int LongestPhrase = 700;

    /// <summary>Returns one line of at most about a thousand characters.</summary>
    public override string ToString()
    {
        var file = ErrorText.Cut(File, LongestName);
        var place = Line == 0 ? file : string.Create(CultureInfo.InvariantCulture, $"{file}:{Line}");
        var column = Column is null ? "" : $" column {ErrorText.Cut(Column, LongestName)}:";
        var value = Value is null ? "" : $" '{ErrorText.Cut(Value, LongestValue)}' -";
        return $"{place}:{column}{value} expected {ErrorText.Cut(Expected, LongestPhrase)}";
    }
}
