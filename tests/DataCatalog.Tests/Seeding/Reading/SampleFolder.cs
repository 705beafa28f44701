using System.Text;
using DataCatalog.Seeding.Reading;

namespace DataCatalog.Tests.Seeding.Reading;

/// <summary>A small valid seed folder on disk. A test changes one cell, row or file in it and reads it on 24 November 2026.</summary>
internal sealed class SampleFolder : IDisposable
{
    private readonly Dictionary<string, List<Dictionary<string, string>>> _files = SampleRows.Make();
    private readonly Dictionary<string, Func<byte[], byte[]?>> _changes = new(StringComparer.Ordinal);

    public string Path { get; } = Directory.CreateTempSubdirectory("seed-").FullName;

    /// <summary>Sets a cell of a row, counted from 0.</summary>
    public SampleFolder Set(string file, int row, string column, string value)
    {
        _files[file][row][column] = value;
        return this;
    }

    /// <summary>Adds a copy of the first row with other cells.</summary>
    public SampleFolder Add(string file, params (string Column, string Value)[] cells)
    {
        var row = new Dictionary<string, string>(_files[file][0], StringComparer.Ordinal);
        foreach (var (column, value) in cells)
        {
            row[column] = value;
        }

        _files[file].Add(row);
        return this;
    }

    /// <summary>Changes the text of a file after it was made.</summary>
    public SampleFolder Edit(string file, Func<string, string> edit) =>
        EditBytes(file, bytes => Encoding.UTF8.GetBytes(edit(Encoding.UTF8.GetString(bytes))));

    public SampleFolder EditBytes(string file, Func<byte[], byte[]> edit)
    {
        _changes[file] = edit;
        return this;
    }

    /// <summary>Leaves a file out.</summary>
    public SampleFolder Leave(string file)
    {
        _changes[file] = _ => null;
        return this;
    }

    /// <summary>Adds a file that the format does not know, or one that takes the place of another.</summary>
    public SampleFolder Write(string file, string text)
    {
        var path = System.IO.Path.Combine(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return this;
    }

    public SeedReading Read() => ReadWith(TableSchema.Load);

    /// <summary>Reads with other schemas than those of the build.</summary>
    public SeedReading ReadWith(Func<string, TableSchema> schemas)
    {
        foreach (var (file, rows) in _files)
        {
            var bytes = Encoding.UTF8.GetBytes(Csv(file, rows));
            if ((_changes.TryGetValue(file, out var change) ? change(bytes) : bytes) is { } changed)
            {
                Write(file, "");
                File.WriteAllBytes(System.IO.Path.Combine(Path, file), changed);
            }
        }

        return SeedReader.Read(Path, new DayOf2026(), schemas);
    }

    /// <summary>The errors as texts.</summary>
    public IReadOnlyList<string> Errors() => [.. Read().Errors.Select(error => error.ToString())];

    public void Dispose() => Directory.Delete(Path, recursive: true);

    /// <summary>The columns of a file, as its schema has them.</summary>
    public static IReadOnlyList<string> Columns(string file) =>
        [.. TableSchema.Load(SchemaOf(file)).Fields.Select(field => field.Name)];

    /// <summary>The name of a file's schema.</summary>
    public static string SchemaOf(string file) => file switch
    {
        "vocabularies/schemes.csv" => "schemes",
        "vocabularies/competences.csv" => "competences",
        "vocabularies/synonyms.csv" => "synonyms",
        "vocabularies/licences.csv" => "licences",
        "vocabularies/platforms.csv" => "platforms",
        _ when file.StartsWith("vocabularies/", StringComparison.Ordinal) => "vocabulary",
        "territories/former-communes.csv" => "former-communes",
        "territories/epci.csv" => "epci",
        _ when file.StartsWith("territories/", StringComparison.Ordinal) => "territory",
        _ => System.IO.Path.GetFileNameWithoutExtension(file),
    };

    private static string Csv(string file, List<Dictionary<string, string>> rows)
    {
        var columns = Columns(file);
        var lines = rows.Select(row => string.Join(',', columns.Select(column => Quote(row.GetValueOrDefault(column, "")))));
        return string.Join('\n', lines.Prepend(string.Join(',', columns))) + "\n";
    }

    private static string Quote(string cell) =>
        cell.AsSpan().ContainsAny(",\"\n") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    private sealed class DayOf2026 : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    }
}
