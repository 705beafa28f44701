using System.Text;
using CsvHelper;

namespace DataCatalog.Tests.Seeding.Reading;

/// <summary>The cells of a sheet, the header first.</summary>
internal static class SheetRows
{
    public static List<string[]> Read(string text, char separator = ',')
    {
        var rows = new List<string[]>();
        var options = new CsvReaderOptions { Separator = separator, HasHeader = false };
        using var reader = CsvReader.Create(Encoding.UTF8.GetBytes(text), options);
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        }

        return rows;
    }

    public static string Write(IEnumerable<string[]> rows) =>
        string.Concat(rows.Select(row => string.Join(',', row.Select(Quoted)) + "\n"));

    private static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
