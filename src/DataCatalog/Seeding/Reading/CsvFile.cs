using System.Text;
using System.Text.Unicode;
using CsvHelper;

namespace DataCatalog.Seeding.Reading;

/// <summary>Reads CSV strictly (RFC 4180, UTF-8) and goes on after a bad row. A byte order mark is accepted.</summary>
internal static class CsvFile
{
    /// <summary>Reads the bytes of a file into a table, with every error.</summary>
    public static CsvTable Read(string file, byte[] bytes, TableSchema schema, SeedErrors errors)
    {
        var table = new CsvTable(file, schema, errors);
        if (!Utf8.IsValid(bytes))
        {
            errors.Unreadable(new SeedError(file, LineOfInvalidByte(bytes), null, null, "UTF-8 text"));
            return table;
        }

        using var reader = CsvReader.Create(bytes, Options(file, errors));
        if (ReadHeader(reader, table))
        {
            ReadRows(reader, table);
            table.CheckKeys();
        }

        return table;
    }

    private static CsvReaderOptions Options(string file, SeedErrors errors) => new()
    {
        Separator = ',',
        TrackLineNumbers = true,
        PoolStrings = true,
        MalformedData = CsvMalformedDataHandling.Skip,
        OnMalformedRecord = bad => errors.Unreadable(new SeedError(file, (int)bad.LineNumber, null, null, Expected(bad.Reason))),
    };

    private static bool ReadHeader(CsvReader reader, CsvTable table)
    {
        var before = table.Errors.Count;
        var names = reader.Headers;
        if (table.Errors.Count > before)
        {
            return false;
        }

        table.SetHeader([.. names]);
        return names.Count > 0;
    }

    private static void ReadRows(CsvReader reader, CsvTable table)
    {
        var width = reader.Headers.Count;
        while (reader.Read())
        {
            if (reader.FieldCount == width)
            {
                table.Add((int)reader.LineNumber, [.. Enumerable.Range(0, width).Select(reader.GetString)]);
            }
            else
            {
                var expected = FormattableString.Invariant($"{width} fields as in the header, and there are {reader.FieldCount}");
                table.Errors.Unreadable(new SeedError(table.File, (int)reader.LineNumber, null, null, expected));
            }
        }
    }

    private static string Expected(CsvMalformedReason reason) => reason switch
    {
        CsvMalformedReason.StrayQuote => "quotes only around whole fields, doubled inside them: there is one inside an unquoted field",
        CsvMalformedReason.TextAfterClosingQuote => "a comma or line end after a closing quote, and there is text",
        CsvMalformedReason.UnterminatedQuote => "a closing quote for the field that this row opens",
        _ => $"well-formed CSV (RFC 4180), and this row is not: {reason}",
    };

    private static int LineOfInvalidByte(byte[] bytes)
    {
        Utf8.ToUtf16(bytes, new char[bytes.Length], out var read, out _, replaceInvalidSequences: false);
        return 1 + Encoding.Latin1.GetString(bytes, 0, read).Count(character => character == '\n');
    }
}
