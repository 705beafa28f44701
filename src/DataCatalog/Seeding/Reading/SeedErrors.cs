namespace DataCatalog.Seeding.Reading;

/// <summary>
/// The errors found so far. What is wrong with a cell is said once: a cell that cannot be read is not held against the rules on
/// records, and where those speak of a cell, the pattern in its schema adds nothing.
/// </summary>
internal sealed class SeedErrors
{
    private readonly List<SeedError> _errors = [];
    private readonly List<SeedError> _misshapen = [];
    private readonly HashSet<(string File, int Line, string? Column)> _unreadable = [];

    public int Count => _errors.Count;

    /// <summary>All errors by file, line and column.</summary>
    public IReadOnlyList<SeedError> Sorted()
    {
        var cells = _errors.Select(Cell).ToHashSet();
        return [.. _errors.Concat(_misshapen.Where(error => !cells.Contains(Cell(error))))
            .OrderBy(error => error.File, StringComparer.Ordinal)
            .ThenBy(error => error.Line)
            .ThenBy(error => error.Column, StringComparer.Ordinal)];
    }

    public bool IsUnreadable(string file, int line, string? column) => _unreadable.Contains((file, line, column));

    /// <summary>Adds an error in a file, a row or a cell that cannot be read.</summary>
    public void Unreadable(SeedError error)
    {
        _errors.Add(error);
        _unreadable.Add(Cell(error));
    }

    /// <summary>Adds an error in what a cell says, unless it could not be read.</summary>
    public void Wrong(SeedError error)
    {
        if (!_unreadable.Contains(Cell(error)))
        {
            _errors.Add(error);
        }
    }

    /// <summary>Adds an error in the form of a cell, which is told only when nothing else is told of the cell.</summary>
    public void Misshapen(SeedError error) => _misshapen.Add(error);

    private static (string File, int Line, string? Column) Cell(SeedError error) => (error.File, error.Line, error.Column);
}
