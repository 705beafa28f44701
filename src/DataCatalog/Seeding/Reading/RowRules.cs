using System.Globalization;
using System.Text.RegularExpressions;
using DataCatalog.Dcat.Rules;
using FluentValidation;
using FluentValidation.Results;

namespace DataCatalog.Seeding.Reading;

/// <summary>
/// Validates records, and reports the failures by file, line and column; once where one cell fills several parts of a record.
/// </summary>
internal static partial class RowRules
{
    public static void Check<T>(this IValidator<T> rules, Sourced<T> row)
    {
        var failures = rules.Validate(row.Record).Errors;
        foreach (var failure in failures.DistinctBy(failure =>
            (Column(failure.PropertyName, row.Row), failure.AttemptedValue, failure.ErrorMessage)))
        {
            Report(failure, failure.PropertyName, row.Row);
        }
    }

    /// <summary>Validates a record whose parts have rows of their own.</summary>
    /// <param name="rules">The record's rules.</param>
    /// <param name="row">The record and its row.</param>
    /// <param name="property">The property with the list of parts, as in property paths.</param>
    /// <param name="parts">The rows of the parts, in the order of the list.</param>
    public static void Check<T>(this IValidator<T> rules, Sourced<T> row, string property, IReadOnlyList<CsvRow> parts)
    {
        foreach (var failure in rules.Validate(row.Record).Errors)
        {
            if (Part.Match(failure.PropertyName) is { Success: true } part
                && string.Equals(part.Groups["list"].Value, property, StringComparison.Ordinal))
            {
                var (_, index, rest) = Place(failure.PropertyName);
                Report(failure, rest, parts[index]);
            }
            else
            {
                Report(failure, failure.PropertyName, row.Row);
            }
        }
    }

    /// <summary>Validates all records together: the property paths of these failures begin with a list and a position in it.</summary>
    public static void Check(this IValidator<CatalogRecords> rules, SeedRows rows)
    {
        foreach (var failure in rules.Validate(rows.Content()).Errors)
        {
            var (list, index, rest) = Place(failure.PropertyName);
            var row = rows.RowsOf(list)[index];
            if (Part.Match(rest) is { Success: true } part
                && string.Equals(part.Groups["list"].Value, "distributions", StringComparison.Ordinal))
            {
                (_, index, rest) = Place(rest);
                row = rows.PartsOf(row["id"])[index];
            }

            Report(failure, rest, row);
        }
    }

    private static (string List, int Index, string Below) Place(string path)
    {
        var part = Part.Match(path);
        var index = int.Parse(part.Groups["index"].ValueSpan, CultureInfo.InvariantCulture);
        return (part.Groups["list"].Value, index, part.Groups["rest"].Value);
    }

    private static void Report(ValidationFailure failure, string path, CsvRow row)
    {
        if (failure.CustomState is Reference reference && !row.Table.Errors.IsCertain(SeedTargets.FileOf(reference)))
        {
            return;
        }

        var (table, column) = (row.Table, Column(path, row));
        if (column is null || table.IndexOf(column) >= 0)
        {
            var value = failure.AttemptedValue as string ?? (column is null ? null : row[column]);
            table.Errors.Wrong(new SeedError(table.File, row.Line, column, value, failure.ErrorMessage));
        }
    }

    private static string? Column(string path, CsvRow row) => RoleColumns.Find(path, row) ?? ColumnNames.Find(path, row.Table.Schema);

    [GeneratedRegex(
        @"^(?<list>[a-zA-Z]+)\[(?<index>[0-9]+)\]\.?(?<rest>.*)\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Part { get; }
}
