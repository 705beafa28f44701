using System.Globalization;
using System.Runtime.InteropServices;

namespace DataCatalog.Seeding.Reading;

/// <summary>
/// The errors found so far. What is wrong with a cell is said once: a cell that cannot be read is not held against the rules on
/// records, and where those speak of a cell, the pattern in its schema adds nothing. Nothing is held against what points into a file that
/// could not be read whole.
/// </summary>
internal sealed class SeedErrors
{
    /// <summary>Nobody reads more, and a damaged file may have millions.</summary>
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

    /// <summary>All errors by file, line and column.</summary>
    public IReadOnlyList<SeedError> Sorted()
    {
        var cells = _errors.Select(Cell).ToHashSet();
        return [.. _errors.Concat(_wrongForms.Where(error => !cells.Contains(Cell(error)))).Concat(Missed()).Concat(Unsaid())
            .OrderBy(error => error.File, StringComparer.Ordinal)
            .ThenBy(error => error.Line)
            .ThenBy(error => error.Column, StringComparer.Ordinal)];
    }

    public bool IsUnreadable(string file, int line, string? column) => _unreadable.Contains((file, line, column));

    /// <summary>Adds an error in a file, a row or a cell that cannot be read.</summary>
    public void Unreadable(SeedError error)
    {
        Add(error);
        _unreadable.Add(Cell(error));
        if (error.Column is null)
        {
            Incomplete(error.File);
        }
    }

    /// <summary>Adds an error in what a cell says, unless it could not be read.</summary>
    public void Wrong(SeedError error)
    {
        if (!_unreadable.Contains(Cell(error)))
        {
            Add(error);
        }
    }

    /// <summary>Adds an error in the form of a cell, which is told only when nothing else is told of the cell.</summary>
    public void WrongForm(SeedError error)
    {
        if (_wrongForms.Count < MostOfFile)
        {
            _wrongForms.Add(error);
        }
    }

    /// <summary>Says that a file, or a row in it, could not be read: what is not found in it may be there.</summary>
    public void Incomplete(string file) => _incomplete.Add(file);

    /// <summary>Says that a file has a header and no rows, which is an error only where something points into it.</summary>
    public void Empty(string file) => _empty.TryAdd(file, 0);

    /// <summary>Whether what is not found in a file is missing for certain. What is looked for in an empty file is counted there, and once.</summary>
    public bool IsCertain(string file)
    {
        if (_empty.TryGetValue(file, out var count))
        {
            _empty[file] = count + 1;
            return false;
        }

        return !_incomplete.Contains(file);
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

    private IEnumerable<SeedError> Missed() => _empty.Where(file => file.Value > 0)
        .Select(file => new SeedError(file.Key, 0, null, null, string.Create(CultureInfo.InvariantCulture, $"rows: there is only a header, and {file.Value} references point into this file")));

    private IEnumerable<SeedError> Unsaid() => _files.Where(file => file.Value > MostOfFile)
        .Select(file => new SeedError(file.Key, 0, null, null, string.Create(CultureInfo.InvariantCulture, $"fewer errors: this file has {file.Value:N0}, of which {MostOfFile:N0} are told at most")));

    private static (string File, int Line, string? Column) Cell(SeedError error) => (error.File, error.Line, error.Column);
}
