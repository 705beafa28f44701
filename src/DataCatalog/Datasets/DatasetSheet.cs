using System.Text;
using CsvHelper;
using DataCatalog.Dcat.Records;
using DataCatalog.Storage;

namespace DataCatalog.Datasets;

/// <summary>
/// Datasets as a sheet (RFC 4180, UTF-8; with semicolons where they are asked for): one row a dataset, French labels, several values separated by <c>|</c>. Text that a spreadsheet
/// would take for a formula is made text again by an apostrophe.
/// </summary>
internal sealed class DatasetSheet : IDisposable
{
    private readonly CsvWriter _csv;
    private readonly SheetSource _source;
    private readonly SheetColumn[] _columns;

    /// <summary>Begins a sheet with its header.</summary>
    /// <param name="source">What its cells are made from.</param>
    /// <param name="output">Stays open.</param>
    /// <param name="form">Its byte order mark and its separator; without a mark and with commas unless given.</param>
    /// <param name="columns">Which columns, besides the address; null for all but <c>match</c>.</param>
    public DatasetSheet(SheetSource source, Stream output, SheetForm form = default, IReadOnlySet<string>? columns = null)
    {
        if (form.HasMark)
        {
            output.Write(Encoding.UTF8.Preamble);
        }

        _source = source;
        _columns = [.. SheetColumn.For(source.CoverageOf is not null).Where(column => column.IsIn(columns))];
        _csv = CsvWriter.Create(output, new CsvWriterOptions { NewLine = "\r\n", Separator = form.Separator, Injection = CsvInjection.Escape }, leaveOpen: true);
        Write(_columns.Select(column => column.Name));
    }

    /// <summary>The names of the columns that a request may choose.</summary>
    public static IReadOnlyList<string> ColumnsFor(bool isOfTerritory) => [.. SheetColumn.For(isOfTerritory).Select(column => column.Name)];

    public void Write(Entry<Dataset> entry) => Write(_columns.Select(column => column.Value(_source, entry)));

    public void Dispose() => _csv.Dispose();

    private void Write(IEnumerable<string?> cells)
    {
        foreach (var cell in cells)
        {
            _csv.WriteField(cell);
        }

        _csv.EndRecord();
    }
}
