using System.Runtime.InteropServices;

namespace DataCatalog.Seeding.Reading;

/// <summary>
/// Collects errors, and reports the fault of a cell once: a cell that cannot be read causes no errors of record rules, and the pattern of
/// the schema is reported only when no other error is. References into a file that could not be read completely are not reported.
/// </summary>
internal sealed class SeedErrors
{
    /// <summary>The most errors shown for a file: nobody reads more, and a damaged file may have millions.</summary>
    private const int MostOfFile = 1000;

    private const int MostOfCell = 10;

    private readonly List<SeedError> _errors = [];
    private readonly List<SeedError> _wrongForms = [];
    private readonly HashSet<(string File, int Line, string? Column)> _unreadable = [];
    private readonly Dictionary<(string File, int Line, string? Column), int> _cells = [];
    private readonly Dictionary<string, int> _files = new(StringComparer.Ordinal);
    private readonly HashSet<string> _incomplete = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _empty = new(StringComparer.Ordinal);

    public int Count => _errors.Count;

    /// <summary>Returns all errors by file, line and column.</summary>
    public IReadOnlyList<SeedError> Sorted()
    {
        var cells = _errors.Select(Cell).ToHashSet();
        return [.. _errors.Concat(_wrongForms.Where(error => !cells.Contains(Cell(error)))).Concat(EmptyFiles()).Concat(CutFiles())
            .OrderBy(error => error.File, StringComparer.Ordinal)
            .ThenBy(error => error.Line)
            .ThenBy(error => error.Column, StringComparer.Ordinal)];
    }

    public bool IsUnreadable(string file, int line, string? column) => _unreadable.Contains((file, line, column));

    /// <summary>Adds an error about a file, a row or a cell that cannot be read.</summary>
    public void Unreadable(SeedError error)
    {
        Add(error);
        _unreadable.Add(Cell(error));
        if (error.Column is null)
        {
            Incomplete(error.File);
        }
    }

    /// <summary>Adds an error about the content of a cell, unless the cell could not be read.</summary>
    public void Wrong(SeedError error)
    {
        if (!_unreadable.Contains(Cell(error)))
        {
            Add(error);
        }
    }

    /// <summary>Adds an error about the form of a cell, which is shown only when the cell has no other error.</summary>
    public void WrongForm(SeedError error)
    {
        if (_wrongForms.Count < MostOfFile)
        {
            _wrongForms.Add(error);
        }
    }

    /// <summary>Marks a file that could not be read completely: a record that is not found in it may exist.</summary>
    public void Incomplete(string file) => _incomplete.Add(file);

    /// <summary>Marks a file with a header and no rows, which is an error only when a reference points into it.</summary>
    public void Empty(string file) => _empty.TryAdd(file, 0);

    /// <summary>Whether a file, or a row in it, could not be read.</summary>
    public bool IsIncomplete(string file) => _incomplete.Contains(file);

    /// <summary>
    /// Whether a record that is not found in a file is certainly missing. References into an empty file are counted and reported together.
    /// </summary>
    public bool IsCertain(string file)
    {
        if (_empty.TryGetValue(file, out var count))
        {
            _empty[file] = count + 1;
            return false;
        }

        return !IsIncomplete(file);
    }

    private void Add(SeedError error)
    {
        ref var inFile = ref CollectionsMarshal.GetValueRefOrAddDefault(_files, error.File, out _);
        ref var inCell = ref CollectionsMarshal.GetValueRefOrAddDefault(_cells, Cell(error), out _);
        if ((++inCell <= MostOfCell || error.Column is null) && ++inFile <= MostOfFile)
        {
            _errors.Add(error);
        }
    }

    private IEnumerable<SeedError> EmptyFiles() => _empty
        .Where(file => file.Value > 0)
        .Select(file => OfFile(file.Key, $"rows: there is only a header, and {file.Value} references point into this file"));

    private IEnumerable<SeedError> CutFiles() => _files
        .Where(file => file.Value > MostOfFile)
        .Select(file => OfFile(file.Key, $"fewer errors: this file has {file.Value:N0}, of which at most {MostOfFile:N0} are shown"));

    private static SeedError OfFile(string file, FormattableString expected) =>
        new(file, 0, null, null, FormattableString.Invariant(expected));

    private static (string File, int Line, string? Column) Cell(SeedError error) => (error.File, error.Line, error.Column);
}
