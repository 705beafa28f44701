using System.Text;
using CsvHelper;

namespace DataCatalog.Http;

/// <summary>
/// Writes a table as CSV (RFC 4180, in UTF-8, with commas or semicolons). An apostrophe precedes text that a spreadsheet would read as a
/// formula.
/// </summary>
internal sealed class Sheet : IDisposable
{
    private readonly CsvWriter _csv;

    /// <summary>Begins a sheet, and writes its header.</summary>
    /// <param name="output">The stream to write to; it stays open.</param>
    /// <param name="form">The separator and the byte order mark.</param>
    /// <param name="header">The names of the columns.</param>
    public Sheet(Stream output, SheetForm form, IEnumerable<string> header)
    {
        if (form.HasMark)
        {
            output.Write(Encoding.UTF8.Preamble);
        }

        _csv = CsvWriter.Create(
            output,
            new CsvWriterOptions { NewLine = "\r\n", Separator = form.Separator, Injection = CsvInjection.Escape },
            leaveOpen: true);
        Write(header);
    }

    /// <summary>Writes a row; null is an empty cell.</summary>
    public void Write(IEnumerable<string?> cells)
    {
        foreach (var cell in cells)
        {
            _csv.WriteField(cell);
        }

        _csv.EndRecord();
    }

    public void Dispose() => _csv.Dispose();
}
