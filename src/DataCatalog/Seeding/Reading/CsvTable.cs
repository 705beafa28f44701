using System.Globalization;

namespace DataCatalog.Seeding.Reading;

/// <summary>A CSV file, read and checked by its schema.</summary>
internal sealed class CsvTable
{
    /// <summary>The most UTF-16 code units of a cell, as in spreadsheets.</summary>
    private const int LongestCell = 32_767;

    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly List<CsvRow> _rows = [];

    /// <summary>The number of columns before those without a name.</summary>
    private int _width;

    public CsvTable(string file, TableSchema schema, SeedErrors errors) => (File, Schema, Errors) = (file, schema, errors);

    /// <summary>The file, relative to the seed folder.</summary>
    public string File { get; }

    public TableSchema Schema { get; }

    public SeedErrors Errors { get; }

    public IReadOnlyList<CsvRow> Rows => _rows;

    /// <summary>Returns the position of a column, or -1.</summary>
    public int IndexOf(string column) => _columns.GetValueOrDefault(column, -1);

    /// <summary>Sets the header: the columns of the schema, each once, in any order; columns without a name may follow.</summary>
    public void SetHeader(int line, IReadOnlyList<string> names)
    {
        var before = Errors.Count;
        _width = names.Count;
        while (_width > 0 && names[_width - 1].Length == 0)
        {
            _width--;
        }

        for (var index = 0; index < _width; index++)
        {
            var name = names[index];
            if (!Schema.Has(name))
            {
                Fail(line, name, $"one of the columns {string.Join(", ", Schema.Fields.Select(field => field.Name))}");
            }
            else if (!_columns.TryAdd(name, index))
            {
                Fail(line, name, "each column once");
            }
        }

        foreach (var field in Schema.Fields.Where(field => !_columns.ContainsKey(field.Name)))
        {
            Errors.Unreadable(new SeedError(File, line, field.Name, null, "this column, which is missing"));
        }

        if (Errors.Count > before)
        {
            Errors.Incomplete(File);
        }
    }

    /// <summary>Adds a row with as many fields as the header, and checks each cell.</summary>
    public void Add(int line, string[] cells)
    {
        var row = new CsvRow(this, line, cells);
        _rows.Add(row);
        if (cells.AsSpan(_width).ContainsAnyExcept(""))
        {
            var value = cells[_width..].First(cell => cell.Length > 0);
            row.Table.Errors.Unreadable(new SeedError(File, line, null, value, "no value in a column without a name"));
        }

        foreach (var field in Schema.Fields.Where(field => _columns.ContainsKey(field.Name)))
        {
            Check(row, field);
        }
    }

    /// <summary>Reports rows that repeat a primary key or another unique value of an earlier row.</summary>
    public void CheckKeys()
    {
        if (_rows.Count == 0)
        {
            Errors.Empty(File);
        }

        if (Schema.PrimaryKey.Count > 0)
        {
            CheckUnique(Schema.PrimaryKey);
        }

        foreach (var field in Schema.Fields.Where(field => field.Unique))
        {
            if (!Schema.PrimaryKey.SequenceEqual([field.Name], StringComparer.Ordinal))
            {
                CheckUnique([field.Name]);
            }
        }
    }

    private static void Check(CsvRow row, TableField field)
    {
        var cell = row[field.Name];
        if (cell.Length == 0 && field.Required)
        {
            row.Fail(field.Name, cell, "a value");
        }

        if (cell.Length > LongestCell)
        {
            row.Refuse(field.Name, string.Create(
                CultureInfo.InvariantCulture,
                $"at most {LongestCell:N0} characters in a cell, as in a spreadsheet, and there are {cell.Length:N0}"));
            return;
        }

        foreach (var item in cell.Length == 0 ? [] : field.Items(cell))
        {
            if (field.ExpectedValue(item) is { } value)
            {
                row.Fail(field.Name, item, value);
            }
            else if (field.ExpectedForm(item) is { } form)
            {
                row.Table.Errors.WrongForm(new SeedError(row.Table.File, row.Line, field.Name, item, form));
            }
        }
    }

    private void CheckUnique(IReadOnlyList<string> columns)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in _rows)
        {
            var key = string.Join('\u001f', columns.Select(column => row[column]));
            if (key.Length > 0 && !lines.TryAdd(key, row.Line))
            {
                row.Fail(columns[0], key.Replace('\u001f', '|'), $"a value that no other row has, and line {lines[key]} has it");
            }
        }
    }

    private void Fail(int line, string column, string expected) =>
        Errors.Unreadable(new SeedError(File, line, column, column, expected));
}
