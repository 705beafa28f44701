using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Http;

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

    /// <summary>
    /// Refuses what is said of a sheet in a request for another syntax, and an unknown separator; returns the first fault, or null.
    /// </summary>
    /// <param name="separator">The separator in the request; null for none.</param>
    /// <param name="bom">What the request says of the byte order mark; null for nothing.</param>
    /// <param name="syntax">The syntax of the answer.</param>
    /// <param name="path">The path of the list below the base URL.</param>
    public static ProblemHttpResult? Fault(string? separator, bool? bom, Syntax syntax, string path) =>
        bom is not null && syntax != Syntax.Csv ? ForSheets("bom", path)
        : separator is not null && syntax != Syntax.Csv ? ForSheets("separator", path)
        : new ParameterReader().Choice("separator", separator, Separators);

    /// <summary>Returns what links repeat of the form; empty where the request says nothing.</summary>
    public static string[] Queries(string? separator, bool? bom) =>
        [separator is { } name ? $"separator={name}" : "", bom is { } hasMark ? $"bom={(hasMark ? "true" : "false")}" : ""];

    private static ProblemHttpResult ForSheets(string name, string path) => Problems.BadQuery(
        name, $"'{name}' is for CSV only; ask for CSV by '/{path}.csv' or 'Accept: text/csv', or leave '{name}' out.");

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
