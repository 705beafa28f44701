namespace DataCatalog.Datasets;

/// <summary>The separator and the byte order mark of a sheet.</summary>
/// <param name="HasSemicolons">
/// Whether semicolons separate the cells, as a French spreadsheet expects, instead of commas (RFC 4180).
/// </param>
/// <param name="HasMark">Whether the sheet begins with a byte order mark, without which some spreadsheets do not recognise UTF-8.</param>
internal readonly record struct SheetForm(bool HasSemicolons, bool HasMark)
{
    private const string Comma = "comma";
    private const string Semicolon = "semicolon";

    /// <summary>The values of <c>separator</c>.</summary>
    public static readonly IReadOnlyList<string> Separators = [Comma, Semicolon];

    public char Separator => HasSemicolons ? ';' : ',';

    /// <summary>
    /// Returns the form that a request asks for. Semicolons come with a mark unless the request declines it: a spreadsheet that needs the
    /// one needs the other.
    /// </summary>
    /// <param name="separator">One of <see cref="Separators"/>; null for the comma.</param>
    /// <param name="bom">Whether to write a byte order mark; null when the request does not say.</param>
    public static SheetForm Of(string? separator, bool? bom) =>
        separator is Semicolon ? new SheetForm(HasSemicolons: true, bom ?? true) : new SheetForm(HasSemicolons: false, bom ?? false);
}
