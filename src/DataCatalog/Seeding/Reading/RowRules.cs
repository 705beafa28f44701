using System.Globalization;
using System.Text.RegularExpressions;
using FluentValidation;
using FluentValidation.Results;

namespace DataCatalog.Seeding.Reading;

/// <summary>Runs a record's rules and says the failures by file, line and column.</summary>
internal static partial class RowRules
{
    public static void Check<T>(this IValidator<T> rules, Sourced<T> row)
    {
        foreach (var failure in rules.Validate(row.Record).Errors)
        {
            Report(failure, failure.PropertyName, row.Row);
        }
    }

    /// <summary>The same for a record whose parts have rows of their own.</summary>
    /// <param name="rules">The record's rules.</param>
    /// <param name="row">The record and its row.</param>
    /// <param name="property">The list of the parts, as in paths.</param>
    /// <param name="parts">The rows of the parts, in the order of the list.</param>
    public static void Check<T>(this IValidator<T> rules, Sourced<T> row, string property, IReadOnlyList<CsvRow> parts)
    {
        foreach (var failure in rules.Validate(row.Record).Errors)
        {
            var part = Part.Match(failure.PropertyName);
            if (part.Success && string.Equals(part.Groups["list"].Value, property, StringComparison.Ordinal))
            {
                var index = int.Parse(part.Groups["index"].ValueSpan, CultureInfo.InvariantCulture);
                Report(failure, part.Groups["rest"].Value, parts[index]);
            }
            else
            {
                Report(failure, failure.PropertyName, row.Row);
            }
        }
    }

    private static void Report(ValidationFailure failure, string path, CsvRow row)
    {
        var (table, column) = (row.Table, ColumnNames.Find(path, row.Table.Schema));
        if (column is null || table.IndexOf(column) >= 0)
        {
            var value = failure.AttemptedValue as string ?? (column is null ? null : row[column]);
            table.Errors.Wrong(new SeedError(table.File, row.Line, column, value, failure.ErrorMessage));
        }
    }

    [GeneratedRegex(@"^(?<list>[a-zA-Z]+)\[(?<index>[0-9]+)\]\.?(?<rest>.*)\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Part { get; }
}
