namespace DataCatalog.Seeding.Reading;

/// <summary>
/// Opens the files of a seed folder. A file that is missing or unreadable is one error and counts as an empty table; a file that nobody
/// opens is an error too.
/// </summary>
/// <param name="path">The folder.</param>
/// <param name="errors">Receives every error.</param>
/// <param name="load">Loads a Table Schema by its name.</param>
internal sealed class SeedFolder(string path, SeedErrors errors, Func<string, TableSchema> load)
{
    private readonly List<SeedNote> _notes = [];
    private readonly HashSet<string> _opened = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TableSchema> _schemas = new(StringComparer.Ordinal);

    public SeedErrors Errors => errors;

    /// <summary>The notes on unusual files, in the order of reading.</summary>
    public IReadOnlyList<SeedNote> Notes => _notes;

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file, relative to the folder, with slashes.</param>
    /// <param name="schema">The name of its Table Schema.</param>
    public CsvTable Open(string file, string schema)
    {
        _opened.Add(file);
        if (!_schemas.TryGetValue(schema, out var found))
        {
            _schemas[schema] = found = load(schema);
        }

        if (SeedFile.Read(Path.Combine(path, file), out var bytes) is { } expected)
        {
            errors.Unreadable(new SeedError(file, 0, null, null, expected));
            return new CsvTable(file, found, errors);
        }

        return CsvFile.Read(file, bytes, found, errors, _notes);
    }

    /// <summary>Returns the names, without <c>.csv</c>, of the files in a subfolder.</summary>
    public IReadOnlyList<string> NamesIn(string below) =>
        Directory.Exists(Path.Combine(path, below))
            ? [.. Directory.EnumerateFileSystemEntries(Path.Combine(path, below), "*.csv")
                .Select(file => Path.GetFileNameWithoutExtension(file))
                .Order(StringComparer.Ordinal)]
            : [];

    /// <summary>Reports the files in a subfolder that were not opened: otherwise a misspelt name would go unnoticed.</summary>
    public void CheckUnknown(string below)
    {
        foreach (var file in NamesIn(below).Select(name => $"{below}{name}.csv").Where(file => !_opened.Contains(file)))
        {
            errors.Unreadable(new SeedError(file, 0, null, null, "no file of this name"));
        }
    }
}
