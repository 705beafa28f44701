using System.Text;

namespace DataCatalog.Seeding.Reading;

/// <summary>How the cells of a file are separated.</summary>
/// <param name="Separator">A comma, a semicolon or a tab.</param>
/// <param name="Start">The position of the header, in bytes: after the line <c>sep=;</c> that some spreadsheets write first.</param>
internal readonly record struct CsvDialect(char Separator, int Start)
{
    private const string Hint = "sep=";

    private static readonly (char Separator, string Name)[] Separators = [(',', "commas"), (';', "semicolons"), ('\t', "tabs")];

    /// <summary>The name of the separator, in the plural.</summary>
    public string Name
    {
        get
        {
            var separator = Separator;
            return Separators.First(known => known.Separator == separator).Name;
        }
    }

    public int SkippedLines => Start == 0 ? 0 : 1;

    /// <summary>
    /// Finds the separator that splits the first line into the most columns of a schema, or takes the one that the file names.
    /// </summary>
    /// <param name="text">The file in UTF-8.</param>
    /// <param name="schema">The schema with the expected columns.</param>
    /// <returns>Null when no separator makes the first line a header of this schema.</returns>
    public static CsvDialect? Find(ReadOnlySpan<byte> text, TableSchema schema)
    {
        var first = Line(text, 0, out var next);
        if (first.StartsWith(Hint, StringComparison.OrdinalIgnoreCase))
        {
            return first.Length == Hint.Length + 1 && Separators.Any(known => known.Separator == first[^1])
                && Known(Line(text, next, out _), first[^1], schema) >= Enough(schema) ? new CsvDialect(first[^1], next) : null;
        }

        var best = Separators.MaxBy(known => Known(first, known.Separator, schema)).Separator;
        return Known(first, best, schema) >= Enough(schema) ? new CsvDialect(best, 0) : null;
    }

    /// <summary>The number of columns that a header must share with the schema; with fewer it belongs to another file.</summary>
    private static int Enough(TableSchema schema) => (schema.Fields.Count + 1) / 2;

    private static int Known(string header, char separator, TableSchema schema) =>
        header.Split(separator).Select(name => name.Trim('"')).Where(schema.Has).Distinct(StringComparer.Ordinal).Count();

    private static string Line(ReadOnlySpan<byte> text, int start, out int next)
    {
        var rest = text[start..];
        var end = rest.IndexOf((byte)'\n');
        next = end < 0 ? text.Length : start + end + 1;
        return Encoding.UTF8.GetString(end < 0 ? rest : rest[..end]).TrimEnd('\r').Trim('"');
    }
}
