using System.Text;
using CsvHelper;

namespace DataCatalog.Seeding.Reading;

/// <summary>
/// Reads CSV (RFC 4180) in every usual encoding and with every usual separator, and checks its content strictly. Reading goes on after a
/// faulty row. A file that is no CSV of its schema is one error.
/// </summary>
internal static class CsvFile
{
    /// <summary>
    /// Reads the bytes of a file into a table, and reports every error; adds a note when its encoding or separator is unusual.
    /// </summary>
    public static CsvTable Read(string file, byte[] bytes, TableSchema schema, SeedErrors errors, ICollection<SeedNote> notes)
    {
        var table = new CsvTable(file, schema, errors);
        if (CsvText.Read(bytes, out var text) is { } fault)
        {
            errors.Unreadable(new SeedError(file, fault.Line, null, null, fault.Expected));
        }
        else if (text.Bytes.Span.ContainsAnyExcept(" \t\r\n"u8))
        {
            Read(table, text, notes);
        }
        else
        {
            errors.Unreadable(new SeedError(file, 0, null, null, "a header and rows, and this file is empty"));
        }

        return table;
    }

    private static void Read(CsvTable table, CsvText text, ICollection<SeedNote> notes)
    {
        if (CsvDialect.Find(text.Bytes.Span, table.Schema) is not { } dialect)
        {
            var expected = $"a header with {Columns(table.Schema)}, separated by commas, semicolons or tabs";
            table.Errors.Unreadable(new SeedError(table.File, 1, null, FirstLine(text), expected));
            return;
        }

        if (Note(text, dialect) is { } note)
        {
            notes.Add(new SeedNote(table.File, note));
        }

        using var reader = CsvReader.Create(text.Bytes[dialect.Start..], Options(table, dialect));
        if (ReadHeader(reader, table, dialect.SkippedLines))
        {
            ReadRows(reader, table, dialect.SkippedLines);
            table.CheckKeys();
        }
    }

    /// <summary>Describes an unusual encoding, separator or line end; returns null for the usual ones.</summary>
    private static string? Note(CsvText text, CsvDialect dialect)
    {
        var hasReturns = text.Bytes.Span.IndexOf("\r\n"u8) >= 0;
        if (text.Encoding is null && dialect is { Separator: ',', Start: 0 } && !hasReturns)
        {
            return null;
        }

        var hint = dialect.Start > 0 ? " (as its first line says)" : "";
        return $"{text.Encoding ?? "UTF-8"}, separated by {dialect.Name}{hint}{(hasReturns ? ", lines ended by CR LF" : "")}";
    }

    private static CsvReaderOptions Options(CsvTable table, CsvDialect dialect) => new()
    {
        Separator = dialect.Separator,
        TrackLineNumbers = true,
        PoolStrings = true,
        MalformedData = CsvMalformedDataHandling.Skip,
        OnMalformedRecord = bad => table.Errors.Unreadable(
            new SeedError(table.File, (int)bad.LineNumber + dialect.SkippedLines, null, null, Expected(bad.Reason))),
    };

    private static bool ReadHeader(CsvReader reader, CsvTable table, int skipped)
    {
        var before = table.Errors.Count;
        var names = reader.Headers;
        if (table.Errors.Count > before)
        {
            return false;
        }

        table.SetHeader(1 + skipped, [.. names]);
        return names.Count > 0;
    }

    private static void ReadRows(CsvReader reader, CsvTable table, int skipped)
    {
        var width = reader.Headers.Count;
        while (reader.Read())
        {
            string[] cells = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
            var line = (int)reader.LineNumber + skipped;
            if (cells.All(cell => cell.Length == 0))
            {
                continue;
            }

            if (cells.Length == width)
            {
                table.Add(line, cells);
            }
            else
            {
                var expected = FormattableString.Invariant($"{width} fields as in the header, and there are {cells.Length}");
                table.Errors.Unreadable(new SeedError(table.File, line, null, null, expected));
            }
        }
    }

    private static string Expected(CsvMalformedReason reason) => reason switch
    {
        CsvMalformedReason.StrayQuote => "quotes only around whole fields, doubled inside them: there is one inside an unquoted field",
        CsvMalformedReason.TextAfterClosingQuote => "a separator or line end after a closing quote, and there is text",
        CsvMalformedReason.UnterminatedQuote => "a closing quote for the field that this row opens",
        _ => $"well-formed CSV (RFC 4180), and this row is not: {reason}",
    };

    private static string FirstLine(CsvText text)
    {
        var line = text.Bytes.Span;
        return Encoding.UTF8.GetString(line.IndexOfAny((byte)'\r', (byte)'\n') is >= 0 and var end ? line[..end] : line);
    }

    private static string Columns(TableSchema schema) => $"the columns {string.Join(", ", schema.Fields.Select(field => field.Name))}";
}
