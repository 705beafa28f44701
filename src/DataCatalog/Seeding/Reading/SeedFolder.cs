namespace DataCatalog.Seeding.Reading;

/// <summary>
/// Opens the files of a seed folder. A missing file is an error and reads as an empty table; a file that nobody reads is an error too.
/// </summary>
internal sealed class SeedFolder(string path, SeedErrors errors)
{
    private readonly HashSet<string> _opened = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TableSchema> _schemas = new(StringComparer.Ordinal);

    public SeedErrors Errors => errors;

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file, relative to the folder, with slashes.</param>
    /// <param name="schema">The name of its Table Schema.</param>
    public CsvTable Open(string file, string schema)
    {
        _opened.Add(file);
        if (!_schemas.TryGetValue(schema, out var found))
        {
            _schemas[schema] = found = TableSchema.Load(schema);
        }

        var full = Path.Combine(path, file);
        if (File.Exists(full))
        {
            return CsvFile.Read(file, File.ReadAllBytes(full), found, errors);
        }

        errors.Unreadable(new SeedError(file, 0, null, null, "this file, which is missing"));
        return new CsvTable(file, found, errors);
    }

    /// <summary>The names, without <c>.csv</c>, of the files in a folder below.</summary>
    public IReadOnlyList<string> NamesIn(string below) =>
        Directory.Exists(Path.Combine(path, below))
            ? [.. Directory.EnumerateFiles(Path.Combine(path, below), "*.csv")
                .Select(file => Path.GetFileNameWithoutExtension(file))
                .Order(StringComparer.Ordinal)]
            : [];

    /// <summary>Reports the files in a folder below that were not opened: a misspelt name would go unnoticed.</summary>
    public void CheckUnknown(string below)
    {
        foreach (var file in NamesIn(below).Select(name => $"{below}{name}.csv").Where(file => !_opened.Contains(file)))
        {
            errors.Unreadable(new SeedError(file, 0, null, null, "no file of this name"));
        }
    }
}
