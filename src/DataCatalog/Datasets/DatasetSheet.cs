using DataCatalog.Dcat.Records;
using DataCatalog.Http;
using DataCatalog.Storage;

namespace DataCatalog.Datasets;

/// <summary>
/// Writes datasets as CSV (RFC 4180, in UTF-8, with commas or semicolons): one row per dataset, with French labels; <c>|</c> separates the
/// values of a cell. An apostrophe precedes text that a spreadsheet would read as a formula.
/// </summary>
internal sealed class DatasetSheet : IDisposable
{
    private readonly Sheet _sheet;
    private readonly SheetSource _source;
    private readonly SheetColumn[] _columns;

    /// <summary>Begins a sheet, and writes its header.</summary>
    /// <param name="source">The source of the cells.</param>
    /// <param name="output">The stream to write to; it stays open.</param>
    /// <param name="form">The separator and the byte order mark; by default a comma and no mark.</param>
    /// <param name="columns">The columns besides the address; null for all columns except <c>match</c>.</param>
    public DatasetSheet(SheetSource source, Stream output, SheetForm form = default, IReadOnlySet<string>? columns = null)
    {
        _source = source;
        _columns = [.. SheetColumn.For(source.CoverageOf is not null).Where(column => column.IsIn(columns))];
        _sheet = new Sheet(output, form, _columns.Select(column => column.Name));
    }

    /// <summary>Lists the columns that a request may choose.</summary>
    public static IReadOnlyList<string> ColumnsFor(bool isOfTerritory) => [.. SheetColumn.For(isOfTerritory).Select(column => column.Name)];

    public void Write(Entry<Dataset> entry) =>
        _sheet.Write(_columns.Select(column => column.Value(_source, entry)));

    public void Dispose() => _sheet.Dispose();
}
