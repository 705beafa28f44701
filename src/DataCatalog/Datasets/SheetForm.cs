namespace DataCatalog.Datasets;

/// <summary>How a sheet is written.</summary>
/// <param name="HasSemicolons">Whether semicolons part the cells, which a French spreadsheet expects, rather than commas (RFC 4180).</param>
/// <param name="HasMark">Whether it begins with a byte order mark, without which some spreadsheets take UTF-8 for something else.</param>
internal readonly record struct SheetForm(bool HasSemicolons, bool HasMark)
{
    private const string Comma = "comma";
    private const string Semicolon = "semicolon";

    /// <summary>The names of the separators.</summary>
    public static readonly IReadOnlyList<string> Separators = [Comma, Semicolon];

    public char Separator => HasSemicolons ? ';' : ',';

    /// <summary>The form that a request asks for: whoever wants semicolons has a spreadsheet that needs the mark too, unless it is declined.</summary>
    /// <param name="separator">One of <see cref="Separators"/>; null for the comma.</param>
    /// <param name="bom">Whether there is to be a byte order mark; null when nothing is said of it.</param>
    public static SheetForm Of(string? separator, bool? bom) =>
        separator is Semicolon ? new SheetForm(HasSemicolons: true, bom ?? true) : new SheetForm(HasSemicolons: false, bom ?? false);
}
